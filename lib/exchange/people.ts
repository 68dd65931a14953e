import { addressKey } from '../domain/address.ts';
import type { PersonState } from '../domain/person.ts';
import { hash, hashLists } from './likeness/hash-lists.ts';
import { type Alike, lookAlikes } from './likeness/look-alikes.ts';
import { type Features, featuresOf } from './likeness/score.ts';

/** Where the ledger's people are read: everybody once, and some of them again. */
export interface PeopleSource {
  everybody(): AsyncIterable<readonly PersonState[]> | Iterable<readonly PersonState[]>;
  some(ids: readonly string[]): Promise<readonly PersonState[]>;
}

/** The ledger's people as a list is held against: numbers of each, and who they are when somebody asks. */
export interface LedgerPeople {
  readonly count: number;
  /** By hash: who may have one of these keys. To be asked of the person. */
  owners(keys: readonly string[]): readonly number[];
  alike(features: Features): readonly Alike[];
  load(numbers: readonly number[]): Promise<ReadonlyMap<number, PersonState>>;
}

export async function ledgerPeople(source: PeopleSource, region: string): Promise<LedgerPeople> {
  const ids: string[] = [];
  const owners = hashLists();
  const looks = lookAlikes();
  for await (const page of source.everybody())
    for (const state of page) {
      const at = ids.push(state.person.id) - 1;
      const keys = [...pointKeys(state, region).keys()];
      for (const key of keys) owners.add(keyHash(key), at);
      looks.add(at, featuresOf(state.person.name, state.person.outlet, keys));
    }
  const numberOf = new Map<string, number>();
  return {
    count: ids.length,
    owners: (keys) => (ids.length === 0 ? NOBODY : ownersIn(owners, keys)),
    alike: (features) => (ids.length === 0 ? NOBODY : looks.find(features)),
    async load(numbers) {
      if (numbers.length === 0) return new Map();
      numberOf.clear();
      for (const at of numbers) numberOf.set(ids[at] ?? '', at);
      const states = await source.some([...numberOf.keys()]);
      return new Map(states.map((state) => [numberOf.get(state.person.id) ?? -1, state]));
    },
  };
}

const NOBODY: readonly never[] = [];
const KEYS = 7;
export const keyHash = (key: string): number => hash(key, KEYS);

/** Each once, in the order of the keys. */
export function ownersIn(lists: ReturnType<typeof hashLists>, keys: readonly string[]): readonly number[] {
  let found: number[] | undefined;
  for (const key of keys) {
    const there = lists.of(keyHash(key));
    if (there === undefined) continue;
    found ??= [];
    for (const one of typeof there === 'number' ? [there] : there) if (!found.includes(one)) found.push(one);
  }
  return found ?? NOBODY;
}

/** Key → the channels on which a person has that address. */
export function pointKeys({ points }: PersonState, region: string): ReadonlyMap<string, readonly string[]> {
  const keys = new Map<string, string[]>();
  for (const { channel, address } of points) {
    const key = addressKey(channel, address, region);
    if (key !== undefined) keys.set(key, [...(keys.get(key) ?? []), channel]);
  }
  return keys;
}
