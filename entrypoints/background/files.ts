import type { Draft } from '@/lib/domain/draft.ts';
import type { FileReading } from '@/lib/domain/file-reading.ts';

/** In characters of their words, all together: they stand in memory alone, and the guard has them too. */
const MOST = 12_000_000;
/** The one that was asked about last stands last. */
const kept = new Map<string, FileReading>();

/**
 * A draft with the words of its files. The guard tells them once; after that their ids are enough, as long as this
 * background has not slept. `missing`: these are to be told again, and nothing may be judged without them.
 */
export function withReadings(draft: Draft): { readonly draft: Draft; readonly missing: readonly string[] } {
  const missing: string[] = [];
  const attachments = draft.attachments.map((ref) => {
    const { id, state, reading } = ref;
    if (id === undefined || state !== 'read') return ref;
    // The same object every time: what was made of its words stands as long as it does.
    const known = kept.get(id) ?? reading;
    if (!known) {
      missing.push(id);
      return ref;
    }
    keep(id, known);
    return { ...ref, reading: known };
  });
  return { draft: { ...draft, attachments }, missing };
}

function keep(id: string, reading: FileReading): void {
  kept.delete(id);
  kept.set(id, reading);
  let all = [...kept.values()].reduce((sum, each) => sum + sizeOf(each), 0);
  for (const [old, each] of kept) {
    if (all <= MOST || old === id) return;
    all -= sizeOf(each);
    kept.delete(old);
  }
}

const sizeOf = ({ parts }: FileReading): number => parts.reduce((sum, { text }) => sum + text.length, 0);
