import { ownText } from '../detect/zones.ts';
import type { Draft } from '../domain/draft.ts';
import type { Place } from '../domain/verdict.ts';

/** One text of the draft as it is scanned: same offsets as the original, with what is quoted blanked out. */
export interface Zone {
  readonly zone: Place['zone'];
  readonly text: string;
  /** Identifiers and gaps are looked for; a file's name and the quote are searched for the ledger's phrases alone. */
  readonly scanned: boolean;
}

/** "Text" in a rule means own words, subject and files, never the quote (ruling 1); the quote keeps its own zone. */
export const zonesOf = (draft: Draft): readonly Zone[] => [
  { zone: 'text', text: ownText(draft.text), scanned: true },
  ...(draft.subject ? [{ zone: 'subject' as const, text: draft.subject, scanned: true }] : []),
  ...draft.attachments.flatMap(({ name, text }): Zone[] => [
    { zone: 'attachment', text: name, scanned: false },
    ...(text ? [{ zone: 'attachment' as const, text, scanned: true }] : []),
  ]),
  ...(draft.quoted ? [{ zone: 'quoted' as const, text: draft.quoted, scanned: false }] : []),
];

export const placeIn = ({ zone, text }: Zone, start: number, end: number): Place => ({
  zone,
  start,
  end,
  words: text.slice(start, end),
});
