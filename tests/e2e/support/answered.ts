import { pause } from '../../surfaces/support/until.ts';

/** Longer than a debugger that answers at all takes. */
const WITHIN_MS = 5_000;

/**
 * What is asked of the debugger, and asked again where its answer is lost (a session that ends while it is on its way).
 * Only for what may be asked twice. Throws where nobody answers four times.
 */
export async function answered<T>(what: string, ask: () => Promise<T>): Promise<T> {
  for (let time = 0; time < 4; time += 1) {
    const got = await Promise.race([ask().then((value) => ({ value })), pause(WITHIN_MS)]);
    if (got) return got.value;
  }
  throw new Error(`${what} did not answer`);
}
