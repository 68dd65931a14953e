import type { Change } from '../domain/op.ts';
import type { PersonState } from '../domain/person.ts';
import type { Entry } from './entry.ts';
import { keyOf } from './keys.ts';
import { type LookAlikes, lookAlikes } from './likeness/look-alikes.ts';
import { type Features, featuresOf, type Likeness } from './likeness/score.ts';

/** Somebody who is already there. */
export interface Known {
  /** The same in every plan of this list: the person's id, or `line:12` for somebody whom the list itself brings. */
  readonly ref: string;
  readonly name: string;
  readonly outlet?: string;
  /** The line of the list that first named this person; absent: the ledger did. */
  readonly line?: number;
  /** As the rows so far leave them. Made when it is asked for: of most rows nobody asks. */
  readonly state: () => PersonState;
}

/** Somebody whom a row of the list brings. */
export interface Newcomer {
  readonly line: number;
  readonly entry: Entry;
  readonly subject: string;
  /** What is written for them; not kept while a plan is only looked at. */
  readonly changes?: readonly Change[];
}

/** Who is already there: in the ledger, and in the rows of the list that came before. */
export interface KnownPeople {
  /** Everybody whom one of these keys (`addressKey`) reaches, each once. */
  owners(keys: readonly string[]): readonly Known[];
  /** Who may be the same by likeness alone, best first. */
  alike(features: Features): readonly { readonly known: Known; readonly score: number; readonly why: Likeness }[];
  byRef(ref: string): Known | undefined;
  add(newcomer: Newcomer, features: Features): void;
  /** A row changed somebody, who may have an address more by it. */
  change(known: Known, keys: readonly string[]): void;
}

/** What a person is compared by; kept for as long as it is likely to be asked again. */
interface Compared {
  readonly name: string;
  readonly outlet?: string | undefined;
  readonly keys: readonly string[];
}
const MOST_FEATURES = 20_000;

function remembering(of: (at: number) => Compared): {
  readonly of: (at: number) => Features;
  readonly put: (at: number, features: Features) => void;
} {
  const cache = new Map<number, Features>();
  const put = (at: number, features: Features): void => {
    if (cache.size >= MOST_FEATURES) cache.clear();
    cache.set(at, features);
  };
  const get = (at: number): Features => {
    const there = cache.get(at);
    if (there) return there;
    const { name, outlet, keys } = of(at);
    const made = featuresOf(name, outlet, keys);
    put(at, made);
    return made;
  };
  return { of: get, put };
}

/** Address → who has it. One owner is the rule; a list only where there are several. */
type Owners = Map<string, number | number[]>;

interface Base {
  readonly people: readonly Known[];
  readonly at: ReadonlyMap<string, number>;
  readonly owners: Owners;
  readonly looks: LookAlikes;
}

/** The ledger's people, made ready once for every plan of a list. `stateOf`: the person that a row brings, as it leaves them. */
export function knownPeople(
  states: readonly PersonState[],
  region: string,
): (stateOf: (newcomer: Newcomer) => PersonState) => KnownPeople {
  const keys = states.map((state) => [...pointKeys(state, region).keys()]);
  const features = remembering((at) => ({
    name: states[at]?.person.name ?? '',
    outlet: states[at]?.person.outlet,
    keys: keys[at] ?? [],
  }));
  const base = {
    people: states.map((state): Known => ({ ref: state.person.id, ...named(state), state: () => state })),
    at: new Map(states.map(({ person }, at) => [person.id, at])),
    owners: new Map<string, number | number[]>(),
    looks: lookAlikes(features.of),
  };
  for (let at = 0; at < states.length; at += 1) {
    enter(base.owners, keys[at] ?? [], at);
    base.looks.add(at, features.of(at));
  }
  return (stateOf) => over(base, stateOf);
}

function over(base: Base, stateOf: (newcomer: Newcomer) => PersonState): KnownPeople {
  const newcomers: Newcomer[] = [];
  const byLine = new Map<number, number>();
  const owners: Owners = new Map();
  const remembered = remembering((at) => {
    const entry = newcomers[at]?.entry;
    return { name: entry?.name ?? '', outlet: entry?.outlet, keys: entry?.points.map(({ key }) => key) ?? NONE };
  });
  const looks = lookAlikes(remembered.of);
  /** Those whom a later row changed, and whose addresses it knows of. */
  const changed = new Map<string, Known>();
  const owned = new Map<string, Set<string>>();

  const ofLedger = (at: number): Known | undefined => {
    const known = base.people[at];
    return known && (changed.get(known.ref) ?? known);
  };
  const ofList = (at: number): Known | undefined => {
    const newcomer = newcomers[at];
    return newcomer && (changed.get(`line:${newcomer.line}`) ?? brought(newcomer, stateOf));
  };
  const byRef = (ref: string): Known | undefined =>
    ref.startsWith('line:') ? ofList(byLine.get(Number(ref.slice(5))) ?? -1) : ofLedger(base.at.get(ref) ?? -1);
  return {
    byRef,
    owners(keys) {
      let found: Map<string, Known> | undefined;
      const take = (known: Known | undefined): void => {
        if (known === undefined) return;
        found ??= new Map();
        found.set(known.ref, known);
      };
      for (const key of keys) {
        for (const at of each(base.owners.get(key))) take(ofLedger(at));
        for (const at of each(owners.get(key))) take(ofList(at));
        for (const ref of owned.get(key) ?? NONE) take(byRef(ref));
      }
      return found === undefined ? NONE : [...found.values()];
    },
    alike(features) {
      const inLedger = looksIn(base.looks, features, ofLedger);
      const inList = looksIn(looks, features, ofList);
      return inLedger.length === 0 ? inList : [...inLedger, ...inList];
    },
    add(newcomer, features) {
      const at = newcomers.push(newcomer) - 1;
      byLine.set(newcomer.line, at);
      for (const { key } of newcomer.entry.points) enterOne(owners, key, at);
      looks.add(at, features);
      remembered.put(at, features);
    },
    change(known, keys) {
      changed.set(known.ref, known);
      for (const key of keys) owned.set(key, (owned.get(key) ?? new Set()).add(known.ref));
    },
  };
}

const NONE: readonly never[] = [];
const each = (at: number | readonly number[] | undefined): readonly number[] =>
  at === undefined ? NONE : typeof at === 'number' ? [at] : at;

const looksIn = (looks: LookAlikes, features: Features, of: (at: number) => Known | undefined) => {
  const found = looks.find(features);
  if (found.length === 0) return NONE;
  return found.flatMap(({ at, score, why }) => {
    const known = of(at);
    return known ? [{ known, score, why }] : [];
  });
};

function brought(newcomer: Newcomer, stateOf: (newcomer: Newcomer) => PersonState): Known {
  const { line, entry } = newcomer;
  return {
    ref: `line:${line}`,
    name: entry.name,
    ...(entry.outlet === undefined ? {} : { outlet: entry.outlet }),
    line,
    state: () => stateOf(newcomer),
  };
}

const enter = (owners: Owners, keys: readonly string[], at: number): void => {
  for (const key of keys) enterOne(owners, key, at);
};
function enterOne(owners: Owners, key: string, at: number): void {
  const there = owners.get(key);
  if (there === undefined) owners.set(key, at);
  else if (typeof there !== 'number') there.push(at);
  else if (there !== at) owners.set(key, [there, at]);
}

const named = ({ person }: PersonState): Pick<Known, 'name' | 'outlet'> => ({
  name: person.name,
  ...(person.outlet ? { outlet: person.outlet } : {}),
});

/** Key → the channels on which a person has that address. */
export function pointKeys({ points }: PersonState, region: string): ReadonlyMap<string, readonly string[]> {
  const keys = new Map<string, string[]>();
  for (const { channel, address } of points) {
    const key = keyOf(channel, address, region);
    if (key !== undefined) keys.set(key, [...(keys.get(key) ?? []), channel]);
  }
  return keys;
}
