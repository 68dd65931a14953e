import { addressKey } from './address.ts';
import { CATEGORY_OF_DATUM, sensitivityOf } from './consent-data.ts';
import { type Because, contactability } from './contactability.ts';
import { contactsWithin } from './contacts.ts';
import type { Channel, DatumKind, LawPackId } from './enums.ts';
import { addDays, isBefore } from './instant.ts';
import type { Instant, PersonId, PersonState } from './person.ts';
import type { SavedList, SegmentRule } from './saved-list.ts';
import { OWN_VOICE } from './transitions.ts';

/*
 * A list before it is written to. Everybody in it has exactly one place, worst first, so that the places add up to the
 * list and `ready` is who may really be written to now. Nothing of it is kept: it is computed from the ledger as it stands.
 */
export const PLACES = ['blocked', 'no_address', 'duplicate', 'guardian', 'ask_first', 'capped', 'ready'] as const;
export type Place = (typeof PLACES)[number];

export interface Readiness {
  readonly total: number;
  readonly places: Readonly<Record<Place, readonly PersonId[]>>;
  /** Of those who are ready: whose consent ends within 30 days, soonest first. */
  readonly expiring: readonly { readonly id: PersonId; readonly until: Instant }[];
  readonly narrow: Narrow;
}

/** What makes a list a narrow segment (domain.md R47). */
export interface Narrow {
  /** Fewer people than our own policy asks for. */
  readonly few: boolean;
  /** Kinds of specific data by which it chooses. */
  readonly specific: readonly DatumKind[];
  /** It chooses children: their data are specific. */
  readonly children: boolean;
}

// Our own policy (domain.md §5.3, §7.4), not law.
export const FEWEST = 5;
export const EXPIRY_DAYS = 30;
/** One message and one follow-up in seven days, by the whole team. */
const CAP = { days: 7, messages: 2 } as const;

export function inSegment({ person, data }: PersonState, rule: SegmentRule): boolean {
  const any = <T>(wanted: readonly T[] | undefined, has: readonly T[]): boolean =>
    !wanted?.length || wanted.some((one) => has.includes(one));
  const folded = (words: readonly string[] | undefined): readonly string[] => (words ?? []).map(sameWord);
  return (
    any(folded(rule.groups), folded(person.groups)) &&
    any(folded(rule.outlets), folded(person.outlet ? [person.outlet] : [])) &&
    any(folded(rule.topics), folded(person.topics)) &&
    any(folded(rule.clients), folded(person.clients)) &&
    any(rule.roles, [person.role]) &&
    any(rule.sources, [person.source?.type ?? 'legacy_unknown']) &&
    any(rule.ages, [person.ageBand]) &&
    any(
      rule.data,
      data.map(({ kind }) => kind),
    )
  );
}

const sameWord = (word: string): string => word.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();

export interface ListQuestion extends Pick<SavedList, 'rule' | 'purpose' | 'channel'> {
  readonly at: Instant;
  readonly region: string;
  readonly lawPacks: readonly LawPackId[];
}

/** `everybody`: also those outside the list. One address that two people share is judged by what both of them said. */
export function readiness(everybody: readonly PersonState[], question: ListQuestion): Readiness {
  const { rule, channel, region } = question;
  const owners = ownersByAddress(everybody, channel, region);
  const taken = new Set<string>();
  const places: Record<Place, PersonId[]> = {
    blocked: [],
    no_address: [],
    duplicate: [],
    guardian: [],
    ask_first: [],
    capped: [],
    ready: [],
  };
  const expiring: { id: PersonId; until: Instant }[] = [];
  const members = everybody.filter((state) => inSegment(state, rule));
  for (const state of members) {
    const keys = keysOf(state, channel, region);
    const shared = [state, ...keys.flatMap((key) => owners.get(key) ?? [])];
    const found = placeOf(state, [...new Set(shared)], keys, taken, question);
    places[found.place].push(state.person.id);
    if (found.place === 'ready' && found.until) expiring.push({ id: state.person.id, until: found.until });
  }
  return {
    total: members.length,
    places,
    expiring: expiring.toSorted((a, b) => (isBefore(a.until, b.until) ? -1 : 1)),
    narrow: narrowOf(rule, members.length, question.lawPacks),
  };
}

function placeOf(
  state: PersonState,
  shared: readonly PersonState[],
  keys: readonly string[],
  taken: Set<string>,
  question: ListQuestion,
): { readonly place: Place; readonly until?: Instant } {
  const { purpose, channel, at, rule } = question;
  const [client, ...more] = rule.clients ?? [];
  const scope = { purpose, channel, at, ...(client !== undefined && more.length === 0 ? { client } : {}) };
  const { answer, because } = contactability(shared, scope);
  if (answer === 'block') return { place: 'blocked' };
  if (keys.length === 0) return { place: 'no_address' };
  if (keys.every((key) => taken.has(key))) return { place: 'duplicate' };
  for (const key of keys) taken.add(key);
  if (state.person.ageBand === 'child' && !because.some(byGuardian)) return { place: 'guardian' };
  if (answer === 'ask_first') return { place: 'ask_first' };
  if (shared.some((one) => isCapped(one, at))) return { place: 'capped' };
  const ends = because.flatMap((one) => (one.kind === 'state' && one.validUntil ? [one.validUntil] : []));
  const until = ends.toSorted((a, b) => (isBefore(a, b) ? -1 : 1))[0];
  return until && isBefore(until, addDays(at, EXPIRY_DAYS)) ? { place: 'ready', until } : { place: 'ready' };
}

/** A child's consent is the guardian's (UU PDP 25). */
const byGuardian = (because: Because): boolean =>
  because.kind === 'state' &&
  because.event?.by_relation === 'guardian' &&
  OWN_VOICE.has(because.event.by_relation) &&
  (because.state === 'given' || because.state === 'renewed');

/** Above what we settled, or above what the person asked for. */
function isCapped(state: PersonState, at: Instant): boolean {
  const own = state.records.flatMap(({ preferences }) => preferences?.max_per_30d ?? []);
  return (
    contactsWithin(state, CAP.days, at).length >= CAP.messages ||
    own.some((most) => contactsWithin(state, 30, at).length >= most)
  );
}

const keysOf = ({ points }: PersonState, channel: Channel, region: string): readonly string[] =>
  points.flatMap((point) => (point.channel === channel ? (addressKey(channel, point.address, region) ?? []) : []));

function ownersByAddress(
  everybody: readonly PersonState[],
  channel: Channel,
  region: string,
): ReadonlyMap<string, readonly PersonState[]> {
  const owners = new Map<string, PersonState[]>();
  for (const state of everybody)
    for (const key of keysOf(state, channel, region)) owners.set(key, [...(owners.get(key) ?? []), state]);
  return owners;
}

function narrowOf(rule: SegmentRule, total: number, packs: readonly LawPackId[]): Narrow {
  const specific = (rule.data ?? []).filter((kind) => sensitivityOf(CATEGORY_OF_DATUM[kind], packs) === 'specific');
  return { few: total > 0 && total < FEWEST, specific, children: rule.ages?.includes('child') ?? false };
}

export type FacetField = 'groups' | 'outlets' | 'topics' | 'clients';
/** The words by which a list may be chosen, with how many people each has, most first. */
export type Facets = Readonly<Record<FacetField, readonly (readonly [word: string, count: number])[]>>;

export function facetsOf(everybody: readonly PersonState[]): Facets {
  const count = (wordsOf: (state: PersonState) => readonly string[]): readonly (readonly [string, number])[] => {
    const found = new Map<string, { readonly word: string; readonly count: number }>();
    for (const state of everybody)
      for (const word of new Set(wordsOf(state).filter((one) => one.trim() !== ''))) {
        const known = found.get(sameWord(word));
        found.set(sameWord(word), { word: known?.word ?? word, count: (known?.count ?? 0) + 1 });
      }
    return [...found.values()].toSorted((a, b) => b.count - a.count).map((one) => [one.word, one.count] as const);
  };
  return {
    groups: count(({ person }) => person.groups),
    outlets: count(({ person }) => (person.outlet ? [person.outlet] : [])),
    topics: count(({ person }) => person.topics),
    clients: count(({ person }) => person.clients),
  };
}
