import { chatShown, isChatAddress } from '../domain/chat.ts';
import type { Person } from '../domain/person.ts';
import type { Fix, FixKind, Phrase, Subject } from '../domain/verdict.ts';
import type { Facts, RecipientFacts } from './facts.ts';

export const outsiders = (facts: Facts): readonly RecipientFacts[] =>
  facts.recipients.filter((recipient) => recipient.outsider);

/** Recipients that are known and no insiders: whom the rules about consent are about. */
export const known = (facts: Facts): readonly RecipientFacts[] =>
  outsiders(facts).filter((recipient) => recipient.people.length > 0);

/** A draft to our own people alone: insiders are exempt (W18). No recipients, a group or the public are not that. */
export const insidersOnly = (facts: Facts): boolean => facts.recipients.length > 0 && outsiders(facts).length === 0;

/** `about`: whom of several people that share the address the finding is about. */
export function subjectOf({ recipient, people }: RecipientFacts, about?: string): Subject {
  const all: readonly Person[] = people.map(({ person }) => person);
  const person = all.find(({ id }) => id === about) ?? all[0];
  // Of a chat without number or handle, its title is the name that the user knows.
  const shown = isChatAddress(recipient.address) ? chatShown(recipient.address) : undefined;
  const name = person?.name || recipient.name || shown;
  return {
    address: recipient.address,
    field: recipient.field,
    ...(name ? { name } : {}),
    ...(person?.outlet ? { outlet: person.outlet } : {}),
    ...(person ? { personId: person.id } : {}),
  };
}

/** "Dewi Lestari (Harian Contoh)", else the name, else the address. */
export const label = ({ name, outlet, address }: Subject): string =>
  name === undefined ? address : outlet === undefined ? name : `${name} (${outlet})`;

/** Title for one or several: the key with `_one` names the person, `_many` counts them. */
export const titleOf = (key: string, subjects: readonly Subject[], params: Phrase['params'] = {}): Phrase => {
  const [only] = subjects;
  return subjects.length === 1 && only
    ? { key: `${key}_one`, params: { ...params, who: label(only) } }
    : { key: `${key}_many`, params: { ...params, count: subjects.length } };
};

export const addressesOf = (subjects: readonly Subject[]): readonly string[] => subjects.map(({ address }) => address);

/** A fix for these people; its label names the one, or counts the several. */
export function peopleFix(kind: FixKind, subjects: readonly Subject[]): Fix {
  const [only] = subjects;
  const label: Phrase =
    subjects.length === 1 && only
      ? { key: `fix_${kind}_one`, params: { name: only.name ?? only.address } }
      : { key: `fix_${kind}_many`, params: { count: subjects.length } };
  return { kind, label, addresses: addressesOf(subjects) };
}

const SHOWN = 12;

/** Lines of evidence, one a person, so many as can be read; the rest is counted. */
export function linesFor<T>(items: readonly T[], line: (item: T) => Phrase): readonly Phrase[] {
  const lines = items.slice(0, SHOWN).map(line);
  const left = items.length - lines.length;
  return left > 0 ? [...lines, { key: 'rule_evidence_more', params: { count: left } }] : lines;
}
