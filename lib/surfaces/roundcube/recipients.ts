import type { Recipient } from '../../domain/draft.ts';
import type { Edits } from '../surface.ts';
import { type Entry, entriesIn } from './addresses.ts';

export const FIELDS = ['to', 'cc', 'bcc'] as const;
type Field = (typeof FIELDS)[number];

const keyOf = (address: string): string => address.toLowerCase();
const area = (doc: Document, field: Field): HTMLTextAreaElement | null => doc.querySelector(`textarea#_${field}`);
const row = (doc: Document, field: Field): Element | null => doc.getElementById(`compose_${field}`);
const typed = (doc: Document, field: Field): string =>
  row(doc, field)?.querySelector<HTMLInputElement>('ul.recipient-input li.input input')?.value ?? '';

/** Undefined: a field that every Roundcube has is not there, so nothing can be said about who gets this. */
export function recipients(doc: Document): readonly Recipient[] | undefined {
  if (FIELDS.some((field) => area(doc, field) === null)) return undefined;
  return FIELDS.flatMap((field) => readField(doc, field));
}

/**
 * The union of all that shows or holds recipients. While somebody types, #_to is empty and there is no chip; a blur in
 * the middle of the gesture turns the text into both. So one address counts once, wherever it stands.
 */
function readField(doc: Document, field: Field): readonly Recipient[] {
  const chips = [...(row(doc, field)?.querySelectorAll('ul.recipient-input li.recipient') ?? [])];
  const settled = [...chips.map((chip) => chip.textContent ?? ''), area(doc, field)?.value ?? ''].flatMap(entriesIn);
  const found = new Map<string, Recipient>();
  const add = ({ words, address = words, name }: Entry, pending: boolean): void => {
    if (found.has(keyOf(address))) return;
    found.set(keyOf(address), { field, address, ...(name && { name }), ...(pending && { pending }) });
  };
  // Words left in #_to that are no address are the text that is being typed.
  for (const entry of settled) add(entry, entry.address === undefined);
  for (const entry of entriesIn(typed(doc, field))) add(entry, true);
  return [...found.values()];
}

export function recipientEdits(doc: Document): Required<Pick<Edits, 'moveToBcc' | 'remove'>> {
  return {
    async moveToBcc(addresses) {
      const moved = take(doc, ['to', 'cc'], addresses);
      const already = entriesOf(doc, 'bcc');
      const there = new Set(already.map((entry) => keyOf(entry.address ?? entry.words)));
      const added = moved.filter((entry) => !there.has(keyOf(entry.address ?? entry.words)));
      show(doc);
      write(doc, 'bcc', [...already, ...added]);
      return holds(doc, ['bcc'], addresses) === addresses.length && holds(doc, ['to', 'cc'], addresses) === 0;
    },
    async remove(addresses) {
      take(doc, FIELDS, addresses);
      return holds(doc, FIELDS, addresses) === 0;
    },
  };
}

function take(doc: Document, fields: readonly Field[], addresses: readonly string[]): readonly Entry[] {
  const wanted = new Set(addresses.map(keyOf));
  const isWanted = (entry: Entry): boolean => wanted.has(keyOf(entry.address ?? entry.words));
  return fields.flatMap((field) => {
    const all = entriesOf(doc, field);
    const taken = all.filter(isWanted);
    if (taken.length > 0)
      write(
        doc,
        field,
        all.filter((entry) => !isWanted(entry)),
      );
    return taken;
  });
}

/** With the words as they were written, so that names survive a move. */
function entriesOf(doc: Document, field: Field): readonly Entry[] {
  const seen = new Set<string>();
  return [area(doc, field)?.value ?? '', typed(doc, field)].flatMap(entriesIn).filter((entry) => {
    const key = keyOf(entry.address ?? entry.words);
    return seen.has(key) ? false : seen.add(key);
  });
}

/** The skin listens for `change` on the hidden textarea: it drops its chips and builds them anew from the value. */
function write(doc: Document, field: Field, entries: readonly Entry[]): void {
  const target = area(doc, field);
  if (!target) return;
  target.value = entries.map((entry) => entry.words).join(', ');
  target.dispatchEvent(new Event('change', { bubbles: true }));
}

/** What the skin's own "Add recipient" menu does. */
function show(doc: Document): void {
  row(doc, 'bcc')?.classList.remove('hidden');
  doc.querySelector('#headers-menu a[data-target="bcc"]')?.classList.remove('active');
}

const holds = (doc: Document, fields: readonly Field[], addresses: readonly string[]): number => {
  const wanted = new Set(addresses.map(keyOf));
  return new Set(
    fields
      .flatMap((f) => readField(doc, f))
      .map((r) => keyOf(r.address))
      .filter((a) => wanted.has(a)),
  ).size;
};
