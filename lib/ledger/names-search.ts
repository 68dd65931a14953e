import { normaliseAddress } from '../domain/address.ts';
import type { Channel } from '../domain/enums.ts';
import type { PersonState } from '../domain/person.ts';
import { plainKey } from '../domain/plain-address.ts';
import { fold } from './names-fold.ts';

/** What one searches a person by: folded words, and every number as digits alone. */
export interface Searchable {
  readonly words: string;
  readonly digits: string;
}

interface Found extends Pick<PersonState, 'points'> {
  readonly person: Pick<PersonState['person'], 'name' | 'outlet' | 'nicknames'>;
}

/** Numbers are kept as written and in full, so that `0812` and `+62 812` find the same one. */
export function searchable({ person, points }: Found, region: string): Searchable {
  const words = [person.name, person.outlet ?? '', ...person.nicknames, ...points.map(({ address }) => address)];
  const numbers = points.flatMap(({ channel, address }) => {
    if (!hasFiveDigits(address)) return [];
    const written = digitsIn(address);
    const full = address.trim().startsWith('+') ? undefined : compared(channel, address, region);
    return full?.startsWith('+') ? [written, full.slice(1)] : [written];
  });
  return { words: fold(words.join(' ')), digits: [...new Set(numbers)].join(' ') };
}

function hasFiveDigits(text: string): boolean {
  let found = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 0x30 || code > 0x39) continue;
    found += 1;
    if (found === 5) return true;
  }
  return false;
}

function compared(channel: Channel, address: string, region: string): string | undefined {
  const plain = plainKey(channel, address, region);
  return plain === undefined ? normaliseAddress(channel, address, region) : plain.slice(plain.indexOf(':') + 1);
}

/** A part of what is typed: all the words are there, or the number is. */
export interface Wanted {
  readonly words: readonly string[];
  /** Empty: it is no number that could be looked for. */
  readonly digits: string;
}

export function wantedBy(query: string): readonly Wanted[] {
  const parts = fold(query).split(' ').filter(Boolean);
  const isNumber = (part: string | undefined): boolean => part !== undefined && /^[+(]?[\d().-]+$/.test(part);
  // A number is typed in groups: what follows each other is one.
  const starts = parts.flatMap((part, at) => (isNumber(part) && isNumber(parts[at - 1]) ? [] : [at]));
  return starts.map((from, index) => {
    const group = parts.slice(from, starts[index + 1]);
    return {
      words: group.map((part) => part.replace(/^@(?=.)/, '')),
      digits: group.every(isNumber) ? numberIn(group.join('')) : '',
    };
  });
}

/** Every part of what is typed must be somewhere in a name, an outlet, an address or a number. */
export function matcher(query: string): (line: Searchable) => boolean {
  const wanted = wantedBy(query);
  return (line) => wanted.every((one) => holds(line, one));
}

export const holds = (line: Searchable, { words, digits }: Wanted): boolean =>
  words.every((word) => line.words.includes(word)) || (digits !== '' && line.digits.includes(digits));

/** The zero of a national number is not in its international form. Two digits alone are in every number. */
function numberIn(text: string): string {
  const written = digitsIn(text);
  const bare = written.replace(/^0+/, '');
  return bare.length > 2 ? bare : written.length > 2 ? written : '';
}

const digitsIn = (text: string): string => text.replace(/\D/g, '');
