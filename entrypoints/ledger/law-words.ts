import type { LawRef } from '@/lib/domain/verdict.ts';
import { rowOf } from '@/lib/law/articles.ts';
import { isWord, words } from '@/lib/platform/words.ts';

/** What a row of a law says, in half a sentence; empty where there is none. */
export function half(ref: LawRef): string {
  const key = rowOf(ref)?.key;
  return key !== undefined && isWord(key) ? words(key) : '';
}
