const waiting = new Map<string, Promise<unknown>>();

/** One writer at a time: over all contexts of the extension where the browser has locks, else within this one. */
export function withLock<T>(name: string, work: () => Promise<T>): Promise<T> {
  const locks = globalThis.navigator?.locks;
  if (locks) return locks.request(name, work).then((value) => value);
  const turn = (waiting.get(name) ?? Promise.resolve()).then(work, work);
  const settled = turn.catch(() => undefined);
  waiting.set(name, settled);
  void settled.then(() => {
    if (waiting.get(name) === settled) waiting.delete(name);
  });
  return turn;
}

/** As `withLock`, but only if nobody holds it now. False: somebody does. */
export async function aloneWith(name: string, work: () => Promise<void>): Promise<boolean> {
  const locks = globalThis.navigator?.locks;
  if (!locks) {
    if (waiting.has(name)) return false;
    await withLock(name, work);
    return true;
  }
  return locks.request(name, { ifAvailable: true }, async (lock) => {
    if (lock) await work();
    return lock !== null;
  });
}
