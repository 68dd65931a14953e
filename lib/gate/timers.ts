/** A timer that ends with its signal. */
export function after(ms: number, run: () => void, signal: AbortSignal): () => void {
  if (signal.aborted) return () => {};
  const stop = (): void => {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
  };
  const timer = setTimeout(() => {
    signal.removeEventListener('abort', stop);
    run();
  }, ms);
  signal.addEventListener('abort', stop);
  return stop;
}

/** The first of a promise and a deadline. */
export const within = <T>(ms: number, promise: Promise<T>, otherwise: T, signal: AbortSignal): Promise<T> =>
  new Promise((resolve, reject) => {
    const stop = after(ms, () => resolve(otherwise), signal);
    promise.then(resolve, reject).finally(stop);
  });
