import type { Desk } from './desk.ts';
import { after } from './timers.ts';

const QUIET = 150;
const AT_LATEST = 600;

/** Calls `read` once the writing pauses, and now and then while it does not. Nothing runs while nobody writes. */
export function createPace(read: (desk: Desk) => void, signal: AbortSignal): (desk: Desk) => void {
  const due = new WeakMap<Desk, { readonly stop: () => void; readonly since: number }>();
  return (desk) => {
    const before = due.get(desk);
    before?.stop();
    const now = performance.now();
    const since = before?.since ?? now;
    const wait = Math.max(0, Math.min(QUIET, since + AT_LATEST - now));
    const stop = after(
      wait,
      () => {
        due.delete(desk);
        read(desk);
      },
      signal,
    );
    due.set(desk, { stop, since });
  };
}
