import type { Grade } from './score.ts';
import type { IdentifierKind, Span } from './span.ts';
import type { Window } from './window.ts';

/** One kind of number: how many digits it has, what they must show, and the words that make a run of them it. */
export interface NumberIdentifier {
  readonly kind: IdentifierKind;
  readonly words: ReadonlySet<string>;
  readonly lengths: readonly number[];
  /** Undefined: these digits cannot be one. `raw`: as they are written, with what stands between them. */
  readonly grade: (digits: string, raw: string, window: Window) => Grade | undefined;
}

/** One kind that has an anchor of its own in the text. Linear in the text, whatever stands in it. */
export interface TextIdentifier {
  readonly kind: IdentifierKind;
  readonly find: (text: string) => readonly Span[];
}

/** Whole words in lower case, as `keyword` compares them. */
export const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));
