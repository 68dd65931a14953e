import type { LawWords } from '@/components/warning/law.tsx';
import type { LawRef } from '@/lib/domain/verdict.ts';
import { rowOf } from '@/lib/law/articles.ts';
import { isWord, words } from '@/lib/platform/words.ts';

/** What a row of a law says, in half a sentence, and where that was read; empty where there is none. */
export function half(ref: LawRef): LawWords {
  const row = rowOf(ref);
  if (row === undefined || !isWord(row.key)) return { says: '' };
  return { says: words(row.key), ...('source' in row ? { source: row.source, read: row.read } : {}) };
}
