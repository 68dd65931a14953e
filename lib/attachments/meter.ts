import type { FileReason } from '../domain/file-reading.ts';

/** Ends a reading early, or that of one part. Never leaves the room: `readAttachment` turns it into a reason. */
export class Stop extends Error {
  override readonly name = 'Stop';
  constructor(readonly reason: FileReason) {
    super(reason);
  }
}

/** All that a file unpacks to, files inside it included. */
const MOST_UNPACKED = 200 * 1024 * 1024;
/** Milliseconds between two turns for messages to arrive, a cancel among them. */
const TURN = 50;

/** What a reading may still cost. */
export interface Meter {
  /** Counts unpacked bytes. Throws `Stop`. */
  grow(bytes: number): void;
  /** Asks for the time and the signal. Throws `Stop`. */
  check(): void;
  /** The same, and lets messages arrive when it is time. */
  breathe(): Promise<void>;
  /** Instant, in milliseconds of `performance.now()`, at which the time is over. */
  readonly deadline: number;
}

export function meterOf(budget: number, signal: AbortSignal | undefined): Meter {
  const deadline = performance.now() + budget;
  let unpacked = 0;
  let turned = performance.now();
  const check = (): void => {
    if (signal?.aborted) throw new Stop('cancelled');
    if (performance.now() > deadline) throw new Stop('deadline');
  };
  return {
    deadline,
    check,
    grow(bytes) {
      unpacked += bytes;
      if (unpacked > MOST_UNPACKED) throw new Stop('bomb');
    },
    async breathe() {
      if (performance.now() - turned > TURN) {
        await new Promise((resolve) => setTimeout(resolve));
        turned = performance.now();
      }
      check();
    },
  };
}
