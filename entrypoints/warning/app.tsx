import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { WarningActs } from '@/components/warning/view.ts';
import { Warning } from '@/components/warning/warning.tsx';
import type { Warning as WarningDoor } from './store.ts';
import { viewOf } from './view-of.ts';

/** `onHeight`: how tall the frame would be if nothing had to scroll. */
export function App({ door, onHeight }: { readonly door: WarningDoor; readonly onHeight: (pixels: number) => void }) {
  const state = useSyncExternalStore(door.store.subscribe, door.store.getState);
  const acts = useMemo(() => actsOf(door), [door]);
  const view = viewOf(state);
  const shown = view !== undefined;
  useEffect(() => (shown ? watchHeight(onHeight) : undefined), [shown, onHeight]);
  return view ? <Warning view={view} acts={acts} /> : null;
}

const actsOf = (door: WarningDoor): WarningActs => ({
  fix: door.fix,
  fold: () => door.tell({ kind: 'unfold', what: undefined }),
  goTo: door.goTo,
  purpose: (purpose) => door.tell({ kind: 'purpose', purpose }),
  record: door.record,
  find: door.find,
  choose: door.choose,
  reasons: () => door.tell({ kind: 'unfold', what: { kind: 'reasons' } }),
  reason: (reason) => door.tell({ kind: 'reason', reason }),
  note: (note) => door.tell({ kind: 'note', note }),
  again: () => door.tell({ kind: 'again' }),
  sendNow: () => void door.sendNow(),
  sendAnyway: () => void door.sendAnyway(),
  notUseful: door.notUseful,
  back: door.back,
});

const PARTS = ['.warning-head', '.warning-list', '.warning-foot'];

function watchHeight(onHeight: (pixels: number) => void): () => void {
  const parts = PARTS.flatMap((part) => [...document.querySelectorAll<HTMLElement>(part)]);
  const tell = (): void => onHeight(Math.ceil(parts.reduce((sum, part) => sum + part.offsetHeight, 0)));
  const watch = new ResizeObserver(tell);
  for (const part of parts) watch.observe(part);
  tell();
  return () => watch.disconnect();
}
