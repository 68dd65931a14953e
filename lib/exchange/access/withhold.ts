import { normaliseAddress } from '../../domain/address.ts';
import type { PersonState } from '../../domain/person.ts';
import { normalisePhone } from '../../domain/phone.ts';
import { foldedText } from './folded-text.ts';

/*
 * Access never reveals another person's data (UU PDP Art. 33). Free words are searched for the names, addresses and
 * numbers of everybody else in the ledger, and for whatever looks like an address or a number that is not the person's
 * own, known or not. Each is replaced by a gap that says so. A first name alone counts where it is written with a capital.
 * What it cannot find is somebody whom the ledger does not know, called by name: the file is read through before it goes.
 */
export interface OtherPerson {
  readonly names: readonly string[];
  readonly addresses: readonly string[];
  /** NIK, account numbers, street addresses: whatever is recorded of them word for word. */
  readonly values: readonly string[];
}

/** What is the person's own, and stays. */
export interface OwnWords {
  readonly names: readonly string[];
  readonly addresses: readonly string[];
  readonly values: readonly string[];
}

export interface Withheld {
  readonly text: string;
  /** Gaps that were made. */
  readonly count: number;
}

export const otherOf = ({ person, points, data }: PersonState): OtherPerson => ({
  names: [person.name, ...person.nicknames],
  addresses: points.map(({ address }) => address),
  values: data.map(({ value }) => value),
});

export const ownOf = (state: PersonState): OwnWords => {
  const { names, addresses, values } = otherOf(state);
  return { names: [...names, state.person.outlet ?? ''], addresses, values };
};

const EMAIL = /[^\s<>"'“”(),;:]+@[^\s<>"'“”(),;:]+\.\p{L}{2,}/gu;
const HANDLE = /(?<![\p{L}\p{N}.])@[\p{L}\p{N}._]{2,}/gu;
const NUMBER = /(?<![\p{L}\p{N}])\+?\d[\d\s().-]{6,}\d(?![\p{L}\p{N}])/gu;
const DATE = /^(\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./]\d{1,2}[-./]\d{4})/;
const WORD = /\p{Lu}[\p{L}\p{M}’'-]{2,}/gu;

/** `gap` stands where something was taken out: "[another person: held back]". */
export function withholdOthers(text: string, others: readonly OtherPerson[], own: OwnWords, gap: string): Withheld {
  const folded = foldedText(text);
  const mine = new Set(own.names.flatMap((name) => parts(name)));
  const spans = [
    ...others.flatMap(({ names, addresses, values }) =>
      [...names, ...addresses, ...values].filter((one) => !isOwn(one, own)).flatMap((one) => folded.find(one)),
    ),
    ...givenNames(text, others, mine),
    ...strangers(text, own),
  ];
  return cut(text, spans, gap);
}

type Span = readonly [start: number, end: number];

const isOwn = (one: string, { names, addresses, values }: OwnWords): boolean =>
  one.trim().length < 3 || [...names, ...addresses, ...values].some((known) => plain(known) === plain(one));

/** "Sari" of Sari Wulandari, where it is written as a name and is not a part of the person's own. */
function givenNames(text: string, others: readonly OtherPerson[], mine: ReadonlySet<string>): readonly Span[] {
  const theirs = new Set(others.flatMap(({ names }) => names.flatMap((name) => parts(name))));
  return [...text.matchAll(WORD)]
    .filter(([word]) => theirs.has(plain(word)) && !mine.has(plain(word)))
    .map(({ 0: word, index }): Span => [index, index + word.length]);
}

const parts = (name: string): readonly string[] =>
  plain(name)
    .split(' ')
    .filter((part) => part.length > 2);

/** Whatever can be written to or rung, unless it is the person's own. */
function strangers(text: string, own: OwnWords): readonly Span[] {
  const phones = new Set([...own.addresses, ...own.values].map((one) => normalisePhone(one)));
  const digits = new Set([...own.addresses, ...own.values].map((one) => one.replace(/\D/g, '')).filter(Boolean));
  const addresses = new Set(own.addresses.map((one) => bare(one)));
  const emails = new Set(own.addresses.map((one) => normaliseAddress('email', one)));
  const found = (pattern: RegExp, is: (hit: string) => boolean): readonly Span[] =>
    [...text.matchAll(pattern)]
      .filter(([hit]) => is(hit))
      .map(({ 0: hit, index }): Span => [index, index + hit.length]);
  return [
    ...found(EMAIL, (hit) => !emails.has(normaliseAddress('email', hit)) && !addresses.has(bare(hit))),
    ...found(HANDLE, (hit) => !addresses.has(bare(hit))),
    ...found(NUMBER, (hit) => {
      const count = hit.replace(/\D/g, '');
      if (DATE.test(hit) || count.length < 9 || digits.has(count)) return false;
      const phone = normalisePhone(hit);
      return phone === undefined || !phones.has(phone);
    }),
  ];
}

const plain = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').replace(/\s+/g, ' ').trim().toLowerCase();
const bare = (address: string): string => plain(address).replace(/^@/, '');

/** Spans that touch become one gap. */
function cut(text: string, spans: readonly Span[], gap: string): Withheld {
  const merged: [number, number][] = [];
  for (const [start, end] of spans.toSorted((a, b) => a[0] - b[0] || b[1] - a[1])) {
    const last = merged.at(-1);
    if (last && /^\s?$/.test(text.slice(last[1], start))) last[1] = Math.max(last[1], end);
    else if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  let [left, at] = ['', 0];
  for (const [start, end] of merged) {
    left += text.slice(at, start) + gap;
    at = end;
  }
  return { text: left + text.slice(at), count: merged.length };
}
