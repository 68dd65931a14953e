/** How long work is watched and ended. */
export interface Running {
  readonly signal: AbortSignal;
  /** Done of known, in the work's own unit; called between slices. */
  readonly progress: (done: number, total: number) => void;
  /** Lets the page paint and a click on Cancel arrive. */
  readonly pause: () => Promise<void>;
}

/** Work goes on for this long before the page gets its turn, in milliseconds: a frame of 60 a second stays whole. */
const TURN = 12;
/** Steps between two looks at the clock. */
const STEPS = 64;

/** Whether a pause is due after these steps, and the pause itself: progress is told, and a cancel ends the work there. */
export function breather({ signal, progress, pause }: Running): {
  readonly due: (step: number) => boolean;
  readonly pause: (done: number, total: number) => Promise<void>;
} {
  let began = performance.now();
  return {
    due: (step) => step % STEPS === 0 && (step === 0 || performance.now() - began > TURN),
    async pause(done, total) {
      progress(done, total);
      await pause();
      signal.throwIfAborted();
      began = performance.now();
    },
  };
}
