import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { Boundary } from '@/components/kit/boundary.tsx';
import { Button } from '@/components/kit/button.tsx';
import type { WarningActs } from '@/components/warning/view.ts';
import { Warning } from '@/components/warning/warning.tsx';
import { t } from '@/lib/platform/words.ts';
import type { Warning as WarningDoor } from './store.ts';
import { viewOf } from './view-of.ts';

/** `onHeight`: how tall the frame would be if nothing had to scroll. */
export function App({ door, onHeight }: { readonly door: WarningDoor; readonly onHeight: (pixels: number) => void }) {
  const state = useSyncExternalStore(door.store.subscribe, door.store.getState);
  const acts = useMemo(() => actsOf(door), [door]);
  const view = viewOf(state);
  const shown = view !== undefined;
  useEffect(() => (shown ? watchHeight(onHeight) : undefined), [shown, onHeight]);
  if (!view) return null;
  const back = (
    <Button look="safe" onClick={acts.back}>
      {t('warning_back')}
    </Button>
  );
  return (
    <Boundary held={back}>
      <Warning view={view} acts={acts} />
    </Boundary>
  );
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
  skipFiles: () => void door.skipFiles(),
  sendNow: () => void door.sendNow(),
  sendAnyway: () => void door.sendAnyway(),
  notUseful: door.notUseful,
  fault: door.fault,
  back: door.back,
});

const PARTS = ['.warning-head', '.warning-list', '.warning-foot', '.boundary'];

function watchHeight(onHeight: (pixels: number) => void): () => void {
  const parts = PARTS.flatMap((part) => [...document.querySelectorAll<HTMLElement>(part)]);
  const tell = (): void => onHeight(Math.ceil(parts.reduce((sum, part) => sum + part.offsetHeight, 0)));
  const watch = new ResizeObserver(tell);
  for (const part of parts) watch.observe(part);
  tell();
  return () => watch.disconnect();
}
