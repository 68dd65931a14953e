import type { Writing } from '../bus/messages.ts';
import { isThere } from '../surfaces/deep.ts';
import type { Desk, Reading } from './desk.ts';
import { listenOn } from './listening.ts';
import type { GateOptions } from './options.ts';

export interface Focus {
  /** This message is being written. */
  readonly on: (desk: Desk, reading: Reading) => void;
  /** The message that was last in focus. */
  readonly desk: () => Desk | undefined;
}

/** Tells the side panel to whom the composer in focus goes: never its words, and only when something changed. */
export function createFocus(
  { window, ask }: Pick<GateOptions, 'window' | 'ask'>,
  next: (gone: Desk) => Desk | undefined,
  signal: AbortSignal,
): Focus {
  let current: WeakRef<Desk> | undefined;
  let told = '';
  const tell = (writing: Writing | null): void => {
    const now = writing ? JSON.stringify(writing) : '';
    if (now === told) return;
    told = now;
    void ask('focus', { writing });
  };
  // A message that goes takes its size with it, whatever took it away.
  const size = typeof ResizeObserver === 'function' ? new ResizeObserver(() => leave()) : undefined;
  function leave(): void {
    const gone = current?.deref();
    if (gone && isThere(gone.root)) return;
    current = undefined;
    size?.disconnect();
    if (!gone || !next(gone)) tell(null);
  }
  listenOn(window, ['pagehide'], () => tell(null), { signal });
  signal.addEventListener('abort', () => size?.disconnect());

  return {
    on: (desk, { draft }) => {
      if (current?.deref() !== desk) {
        size?.disconnect();
        size?.observe(desk.root);
        current = new WeakRef(desk);
      }
      tell(writingOf(draft));
    },
    desk: () => {
      const desk = current?.deref();
      return desk && isThere(desk.root) ? desk : undefined;
    },
  };
}

const writingOf = ({
  surface,
  channel,
  audience,
  recipients,
  conversation,
  purpose,
  unreadable,
}: Reading['draft']): Writing => ({
  surface,
  channel,
  audience,
  recipients,
  ...(conversation !== undefined && { conversation }),
  ...(purpose && { purpose }),
  problems: unreadable,
});
