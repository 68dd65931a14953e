import { bare } from '../detect/fold.ts';
import { wordsOf } from '../detect/words-of.ts';
import type { Person, PersonState } from '../domain/person.ts';
import type { RecipientFacts } from './facts.ts';

/** Titles and degrees that stand in names and are none. */
const TITLES: ReadonlySet<string> = new Set(
  'bapak bpk pak ibu bu mas mbak mba kak kakak bang abang sdr sdri saudara saudari mr mrs ms miss dr drs dra prof ir hj haji hajah bin binti van de von st se sh mm msi mpd skom spd ssos sikom phd mba msc bsc jr sr'.split(
    ' ',
  ),
);

/** The words by which a person is called; titles, initials and what stands after a comma (degrees) left out. */
export const nameWords = (name: string): readonly string[] =>
  wordsOf(name.split(',')[0] ?? '').filter((word) => word.length > 1 && !TITLES.has(word));

export const wordsOfPerson = ({ name, nicknames }: Person): readonly string[] =>
  [name, ...nicknames].flatMap(nameWords);

/** Every word by which an addressee may be called: name, nicknames, outlet, what stands in the field, and the mailbox. */
export function callable({ recipient, people }: RecipientFacts): readonly string[] {
  const address = recipient.address.replace(/^(?:chat|thread):/, '').split('@')[0] ?? '';
  return [
    ...people.flatMap(({ person }) => [...wordsOfPerson(person), ...wordsOf(person.outlet ?? '')]),
    ...wordsOf(recipient.name ?? ''),
    ...wordsOf(address),
  ];
}

/** Whether a word may well call somebody of that name: whole, shortened, or with a slip. */
export function mayCall(word: string, names: readonly string[]): boolean {
  const called = bare(word).replace(/[^\p{L}\p{N}]/gu, '');
  return names.some((name) => {
    if (name.includes(called) || called.includes(name)) return true;
    return called.slice(0, 3) === name.slice(0, 3) || oneSlip(called, name);
  });
}

/** One letter more, less, other, or two changed over. */
export function oneSlip(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  const [restA, restB] = [a.slice(start), b.slice(start)];
  if (restA.length === restB.length)
    return (
      restA.slice(1) === restB.slice(1) ||
      (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2))
    );
  return restA.length > restB.length ? restA.slice(1) === restB : restA === restB.slice(1);
}

/** Two people of one id in several spaces are one. */
export const isAmong = (personId: string, people: readonly PersonState[]): boolean =>
  people.some(({ person }) => person.id === personId);
