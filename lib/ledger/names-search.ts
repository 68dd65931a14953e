import { normaliseAddress } from '../domain/address.ts';
import type { Channel } from '../domain/enums.ts';
import type { PersonState } from '../domain/person.ts';
import { plainKey } from '../domain/plain-address.ts';

/** What one searches a person by: folded words, and every number as digits alone. */
export interface Searchable {
  readonly words: string;
  readonly digits: string;
}

/** Numbers are kept as written and in full, so that `0812` and `+62 812` find the same one. */
export function searchable({ person, points }: Pick<PersonState, 'person' | 'points'>, region: string): Searchable {
  const words = [person.name, person.outlet ?? '', ...person.nicknames, ...points.map(({ address }) => address)];
  const numbers = points.flatMap(({ channel, address }) => {
    if (!FIVE_DIGITS.test(address)) return [];
    const written = digitsIn(address);
    const full = address.trim().startsWith('+') ? undefined : compared(channel, address, region);
    return full?.startsWith('+') ? [written, full.slice(1)] : [written];
  });
  return { words: fold(words.join(' ')), digits: [...new Set(numbers)].join(' ') };
}

const FIVE_DIGITS = /(?:\d\D*){5}/;

function compared(channel: Channel, address: string, region: string): string | undefined {
  const plain = plainKey(channel, address, region);
  return plain === undefined ? normaliseAddress(channel, address, region) : plain.slice(plain.indexOf(':') + 1);
}

/** Every part of what is typed must be somewhere in a name, an outlet, an address or a number. */
export function matcher(query: string): (line: Searchable) => boolean {
  const parts = fold(query).split(' ').filter(Boolean);
  const isNumber = (part: string | undefined): boolean => part !== undefined && /^[+(]?[\d().-]+$/.test(part);
  // A number is typed in groups: what follows each other is one.
  const starts = parts.flatMap((part, at) => (isNumber(part) && isNumber(parts[at - 1]) ? [] : [at]));
  const tests = starts.map((from, index) => {
    const group = parts.slice(from, starts[index + 1]);
    const words = group.map((part) => part.replace(/^@(?=.)/, ''));
    const digits = group.every(isNumber) ? digitsIn(group.join('')) : '';
    return (line: Searchable): boolean => words.every((word) => line.words.includes(word)) || holds(line, digits);
  });
  return (line) => tests.every((test) => test(line));
}

/** The zero of a national number is not in its international form. Two digits alone are in every number. */
function holds({ digits }: Searchable, asked: string): boolean {
  const bare = asked.replace(/^0+/, '');
  return asked.length > 2 && (digits.includes(asked) || (bare.length > 2 && digits.includes(bare)));
}

const digitsIn = (text: string): string => text.replace(/\D/g, '');

/** Letters that are no accent on another one, and are typed as if they were. */
const PLAIN: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
};

/** Case and accents do not matter to one who searches. */
export const fold = (text: string): string =>
  /^[\x21-\x7e]+(?: [\x21-\x7e]+)*$/.test(text) ? text.toLowerCase() : foldAny(text);

const foldAny = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()
    .replace(/[øłđðħıæœß]/g, (letter) => PLAIN[letter] ?? letter);
