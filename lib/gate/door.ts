import { ask, isAlive, onRevision } from '../bus/bus.ts';
import { frameOrigin, frameUrl, readerUrl, shadowOf } from '../bus/guard-parts.ts';
import { answerPages } from '../bus/to-guard.ts';
import { createReadingFrame } from './files/reading-frame.ts';
import { startGate } from './gate.ts';
import type { GateOptions } from './options.ts';
import { put } from './put.ts';
import { reportOf } from './report.ts';

/** In our own world, which the page does not see. */
const GUARD = 'izinGuard';

/** Starts the one gate of this page; every script that carries one calls this. */
export function openGate(sites: Pick<GateOptions, 'surfaces' | 'hooksBy'>): void {
  // Put into a page twice (a site that is allowed again), the one that lives stays the only one.
  const before: unknown = Reflect.get(globalThis, GUARD);
  if (typeof before === 'function' && before() === true) return;
  Reflect.set(globalThis, GUARD, isAlive);
  // Not WXT's own context: it ends with the extension, and an orphaned gate must go on holding until a newer one comes.
  const { signal } = new AbortController();
  const readFile = createReadingFrame(window, readerUrl, frameOrigin, signal);
  const parts = { ask, onRevision, isAlive, shadowOf, frameUrl, frameOrigin, readFile };
  const gate = startGate({ window, ...sites, ...parts, signal });
  answerPages(
    {
      report: () => {
        const desk = gate.desk();
        return desk ? reportOf(desk, sites.hooksBy?.(desk.surface)) : null;
      },
      choose: ({ address, personId }) => {
        gate.choose(address, personId);
        return null;
      },
      put: (words) => put(gate.desk(), words),
      look: () => {
        gate.look();
        return null;
      },
    },
    signal,
  );
}
