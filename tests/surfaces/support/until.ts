export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Asks until there is an answer. What was waited for, and what stood there instead, is said. */
export async function until<T>(
  what: string | (() => string),
  ask: () => Promise<T | undefined | null | false>,
  within = 20_000,
): Promise<T> {
  const end = Date.now() + within;
  for (let wait = 15; ; wait = Math.min(150, wait * 1.3)) {
    const answer = await ask();
    if (answer !== undefined && answer !== null && answer !== false) return answer;
    if (Date.now() > end) throw new Error(`waited in vain for ${typeof what === 'string' ? what : what()}`);
    await pause(wait);
  }
}
