import type { AttachmentRef, Draft } from '../domain/draft.ts';
import type { FilePart } from '../domain/file-reading.ts';
import type { Fix, Phrase, Place } from '../domain/verdict.ts';
import type { Facts, IdentifierFact } from './facts.ts';
import { outsiders } from './who.ts';

/** Somebody outside reads it, or everybody may. */
export const goesOut = ({ audience, recipients }: Draft, facts: Facts): boolean =>
  audience === 'public' || recipients.length === 0 || outsiders(facts).length > 0;

export interface FileWords extends Omit<FilePart, 'where'> {
  readonly file: string;
  readonly part?: number;
}

/** The words of a file, one stretch each. The same reading gives the same objects. */
export function wordsOf(ref: AttachmentRef): readonly FileWords[] {
  if (!ref.reading) return ref.text ? [{ file: ref.name, text: ref.text }] : [];
  const known = kept.get(ref.reading);
  if (known) return known;
  const words = ref.reading.parts.map(({ text, hidden }, part) => ({
    file: ref.name,
    text,
    part,
    ...(hidden && { hidden }),
  }));
  kept.set(ref.reading, words);
  return words;
}
const kept = new WeakMap<object, readonly FileWords[]>();

export const placeOf = ({ file, part, text }: FileWords, start: number, end: number): Place => ({
  zone: 'attachment',
  start,
  end,
  words: text.slice(start, end),
  file,
  ...(part !== undefined && { part }),
});

/** "“words” in …": of a file its name, of everything else the part of the message. */
export const quoted = ({ words, zone, file }: Place): Phrase =>
  file === undefined
    ? { key: 'rule_evidence_words', params: { words, zone_word: `rule_zone_${zone}` } }
    : { key: 'rule_evidence_words_file', params: { words, file } };

/** What can be done about words at a place of the message: in a file nobody can go, the file can. */
export const fixesAt = (place: Place | undefined): readonly Fix[] =>
  place === undefined
    ? []
    : place.file !== undefined
      ? [removeFile(place.file)]
      : [
          { kind: 'go-to-it', place },
          { kind: 'remove-it', place },
        ];

export const removeFile = (file: string): Fix => ({ kind: 'remove-file', file });

export const showParts = (file: string, parts: NonNullable<Fix['parts']>): Fix => ({
  kind: 'show-parts',
  label: { key: `fix_show-parts_${parts}` },
  file,
  parts,
});

export interface ContactList {
  readonly name: string;
  /** Rows, cards or lines with an address or a number of somebody who did not let it be passed on. */
  readonly people: number;
  /** Where it was read as a table: its sheets, most people first. */
  readonly tables: readonly { readonly sheet?: string; readonly rows: number; readonly hidden: boolean }[];
}

const MANY = 10;
const CONTACT: ReadonlySet<string> = new Set(['phone', 'email']);

/** Files that hold contact data of ten people or more who did not let it be passed on to these recipients. */
export const contactLists = ({ attachments }: Draft, facts: Facts): readonly ContactList[] =>
  attachments.flatMap((ref): ContactList[] => {
    const found = facts.identifiers.filter(({ kind, place }) => CONTACT.has(kind) && place.file === ref.name);
    const people = ref.reading ? peopleRead(ref.reading.people, found, facts) : linesWith(ref, found, facts);
    if (people < MANY) return [];
    const tables = (ref.reading?.tables ?? [])
      .filter((table) => table.people > 0)
      .map(({ where, people: rows, hidden }) => ({
        rows,
        hidden: hidden !== undefined,
        ...(where.sheet !== undefined && { sheet: where.sheet }),
      }))
      .toSorted((a, b) => b.rows - a.rows);
    return [{ name: ref.name, people, tables }];
  });

/** Of the rows that were counted, as many are left out as there are people whose data may go there. */
function peopleRead(rows: number, found: readonly IdentifierFact[], facts: Facts): number {
  const free = found.filter(({ owner }) => mayGo(owner, facts));
  const of = (kind: string): number => free.filter((each) => each.kind === kind).length;
  return rows - Math.max(of('phone'), of('email'));
}

/** Of words alone: a line each, of cards one number or address each. */
function linesWith({ text = '' }: AttachmentRef, found: readonly IdentifierFact[], facts: Facts): number {
  const bound = found.filter(({ owner }) => !mayGo(owner, facts));
  if (/^BEGIN:VCARD/im.test(text)) {
    const of = (kind: string): number => new Set(bound.filter((each) => each.kind === kind).map((f) => f.value)).size;
    return Math.max(of('phone'), of('email'));
  }
  return new Set(bound.map(({ place }) => text.lastIndexOf('\n', place.start - 1))).size;
}

/** Own and published data may go anywhere (ruling 11); another's to them, and to whom they named. */
function mayGo(owner: IdentifierFact['owner'], facts: Facts): boolean {
  if (owner === 'self' || owner === 'published') return true;
  if (owner === 'unknown') return false;
  const to = outsiders(facts);
  return (
    to.length > 0 &&
    to.every(({ people }) =>
      people.some(({ person }) => person.id === owner.personId || owner.sharedWith.includes(person.id)),
    )
  );
}
