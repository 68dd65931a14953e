/**
 * How fast long work goes. A window of the last seconds is asked, not the whole time: reading, planning and writing run
 * at paces of their own, and what was slow at first is no word on what is left.
 */
export interface Pace {
  readonly samples: readonly { readonly at: number; readonly done: number }[];
}
export const NO_PACE: Pace = { samples: [] };

/** Milliseconds that the window covers, that lie between two samples, and before which nothing is promised. */
const WINDOW = 12_000;
const BETWEEN = 250;
const PATIENCE = 1_000;

export function paceAfter({ samples }: Pace, done: number, at: number): Pace {
  const last = samples.at(-1);
  if (last && (at - last.at < BETWEEN || done < last.done))
    return done < last.done ? { samples: [{ at, done }] } : { samples };
  const kept = samples.filter((one, index) => at - one.at <= WINDOW || index === samples.length - 1);
  return { samples: [...kept, { at, done }] };
}

/** Milliseconds left at this pace; undefined while too little is known, or nothing has moved. */
export function timeLeft({ samples }: Pace, total: number, at: number): number | undefined {
  const [first] = samples;
  const last = samples.at(-1);
  if (first === undefined || last === undefined || at - first.at < PATIENCE || last.done <= first.done)
    return undefined;
  if (total <= 0) return undefined;
  const perUnit = (at - first.at) / (last.done - first.done);
  return Math.max(0, perUnit * (total - last.done));
}
