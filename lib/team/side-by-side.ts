import { err, ok } from '../domain/result.ts';
import type { Moved } from './transport.ts';

/** Works through all, `width` at a time, and answers in their order. After the first failure nothing new is begun. */
export async function sideBySide<A, B>(
  all: readonly A[],
  width: number,
  signal: AbortSignal,
  work: (one: A) => Moved<B>,
): Moved<readonly B[]> {
  const done: B[] = new Array<B>(all.length);
  let next = 0;
  let failed: Awaited<Moved<never>> | undefined;
  const hand = async (): Promise<void> => {
    while (next < all.length && failed === undefined) {
      const at = next;
      next += 1;
      if (signal.aborted) failed = err({ kind: 'cancelled' });
      else {
        const result = await work(all[at] as A);
        if (result.ok) done[at] = result.value;
        else failed ??= result;
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(width, all.length) }, hand));
  return failed ?? ok(done);
}
