import { ownText } from '../detect/zones.ts';
import type { AttachmentRef, Draft } from '../domain/draft.ts';
import type { Place } from '../domain/verdict.ts';

/** One text of the draft as it is scanned: same offsets as the original, with what is quoted blanked out. */
export interface Zone {
  readonly zone: Place['zone'];
  readonly text: string;
  /** Identifiers and gaps are looked for; a file's name and the quote are searched for the ledger's phrases alone. */
  readonly scanned: boolean;
  /** Name of the file that it is of, and which part of what was read of it. */
  readonly file?: string;
  readonly part?: number;
  /** The part itself: the same object for as long as the file is known. */
  readonly of?: object;
}

/** "Text" in a rule means own words, subject and files, never the quote (ruling 1); the quote keeps its own zone. */
export const zonesOf = (draft: Draft): readonly Zone[] => [
  { zone: 'text', text: ownText(draft.text), scanned: true },
  ...(draft.subject ? [{ zone: 'subject' as const, text: draft.subject, scanned: true }] : []),
  ...draft.attachments.flatMap((file): Zone[] => [
    { zone: 'attachment', text: file.name, scanned: false, file: file.name },
    ...wordsOf(file),
  ]),
  ...(draft.quoted ? [{ zone: 'quoted' as const, text: draft.quoted, scanned: false }] : []),
];

/** A file that was read has been scanned where it was read; its words are still searched for the ledger's phrases. */
const wordsOf = ({ name, text, reading }: AttachmentRef): readonly Zone[] => [
  ...(text ? [{ zone: 'attachment' as const, text, scanned: true, file: name }] : []),
  ...(reading?.parts ?? []).map((part, at) => ({
    zone: 'attachment' as const,
    text: part.text,
    scanned: false,
    file: name,
    part: at,
    of: part,
  })),
];

export const placeIn = ({ zone, text, file, part }: Zone, start: number, end: number): Place => ({
  zone,
  start,
  end,
  words: text.slice(start, end),
  ...(file !== undefined && { file }),
  ...(part !== undefined && { part }),
});
