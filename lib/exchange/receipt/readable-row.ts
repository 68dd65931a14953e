import type { ReceiptRow } from '../../domain/consent-receipt.ts';
import type { Speech } from '../../domain/consent-speech.ts';
import type { Instant } from '../../domain/person.ts';

export interface Telling extends Speech {
  readonly date: (at: Instant) => string;
  readonly list: (words: readonly string[]) => string;
  readonly now: Instant;
}

/** A row, or none where there is nothing to say. */
export const row = (label: string, values: readonly (string | undefined)[]): readonly ReceiptRow[] => {
  const said = values.filter((value): value is string => value !== undefined && value !== '');
  return said.length > 0 ? [{ label, values: said }] : [];
};
