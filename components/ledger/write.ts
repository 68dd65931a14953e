import type { Change } from '@/lib/domain/op.ts';
import type { Phrase } from '@/lib/domain/verdict.ts';

/** Appends changes to one subject. What comes back is why it was not done; undefined: it is done. */
export type Write = (changes: readonly Change[]) => Promise<Phrase | undefined>;
