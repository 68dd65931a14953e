import type { PersonState } from '../domain/person.ts';
import type { Entry } from './entry.ts';
import { hashLists } from './likeness/hash-lists.ts';
import { lookAlikes } from './likeness/look-alikes.ts';
import type { Features, Likeness } from './likeness/score.ts';
import { keyHash, type LedgerPeople, ownersIn, pointKeys } from './people.ts';

/** Somebody who is already there. */
export interface Known {
  /** The number of a person of the ledger; of somebody whom the list brings, their row's number behind all of those. */
  readonly code: number;
  /** The same in every plan of this list: the person's id, or `line:12` for somebody whom the list itself brings. */
  readonly ref: string;
  readonly name: string;
  readonly outlet?: string;
  /** The line of the list that first named this person; absent: the ledger did. */
  readonly line?: number;
  /** As the rows so far leave them. Made when it is asked for: of most rows nobody asks. */
  readonly state: () => PersonState;
}

/** Who is already there: in the ledger, and in the rows of the list that came before. */
export interface KnownPeople {
  /** People of the ledger whom these rows may concern; they must be there (`meet`) before the rows are planned. */
  concerned(keys: readonly string[], features: () => Features): readonly number[];
  meet(people: ReadonlyMap<number, PersonState>): void;
  /** Everybody whom one of these keys (`addressKey`) reaches, each once. */
  owners(keys: readonly string[]): readonly Known[];
  /** Who may be the same by likeness alone, best first. */
  alike(features: Features): readonly { readonly known: Known; readonly score: number; readonly why: Likeness }[];
  /** A row brings somebody new. */
  add(row: number, entry: Entry, features: Features): void;
  /** A row changed somebody, who may have an address more by it. */
  change(known: Known, row: number, entry: Entry, notTheirs?: ReadonlySet<string>): void;
}

/** How the rows of the list are read again, and what they make of somebody. */
export interface Rereading {
  readonly entry: (row: number) => Entry;
  readonly line: (row: number) => number;
  readonly brought: (entry: Entry) => PersonState;
  readonly joined: (before: PersonState, entry: Entry, notTheirs?: ReadonlySet<string>) => PersonState;
  readonly region: string;
}

/** Entries and people that are kept as they are; what was not asked for lately is made again. */
const KEPT = 2_000;
const NONE: readonly never[] = [];

export function knownPeople(ledger: LedgerPeople, again: Rereading): KnownPeople {
  const owners = hashLists();
  const looks = lookAlikes();
  /** The rows that were joined into somebody, in their order. */
  const joins = new Map<number, number[]>();
  const notTheirs = new Map<number, ReadonlySet<string>>();
  const states = new Map<number, PersonState>();
  const entries = new Map<number, Entry>();
  let met: ReadonlyMap<number, PersonState> = new Map();

  const ofLedger = (code: number): boolean => code < ledger.count;
  const entryOf = (row: number): Entry => keep(entries, row, () => again.entry(row));
  const first = (code: number): PersonState | undefined =>
    ofLedger(code) ? met.get(code) : again.brought(entryOf(code - ledger.count));
  const stateOf = (code: number): PersonState =>
    keep(states, code, () => {
      const before = first(code);
      if (before === undefined) throw new Error(`person ${code} of the ledger was not read`);
      return (joins.get(code) ?? NONE).reduce(
        (state, row) => again.joined(state, entryOf(row), notTheirs.get(row)),
        before,
      );
    });
  const has = (code: number, key: string): boolean => {
    const state = ofLedger(code) ? met.get(code) : undefined;
    if (state && pointKeys(state, again.region).has(key)) return true;
    const rows = ofLedger(code) ? joins.get(code) : [code - ledger.count, ...(joins.get(code) ?? NONE)];
    return rows?.some((row) => entryOf(row).points.some((point) => point.key === key)) ?? false;
  };
  const known = (code: number): Known | undefined => {
    const state = (): PersonState => stateOf(code);
    const person = ofLedger(code) ? met.get(code)?.person : undefined;
    if (ofLedger(code)) return person && { code, ref: person.id, name: person.name, ...outletOf(person.outlet), state };
    const { name, outlet } = entryOf(code - ledger.count);
    const line = again.line(code - ledger.count);
    return { code, ref: `line:${line}`, name, ...outletOf(outlet), line, state };
  };
  const people = (codes: readonly number[]): readonly Known[] => codes.flatMap((code) => known(code) ?? NONE);

  return {
    concerned(keys, features) {
      if (ledger.count === 0) return NONE;
      const by = [...ledger.owners(keys), ...ownersIn(owners, keys).filter(ofLedger)];
      return by.length > 0 ? by : ledger.alike(features()).map(({ at }) => at);
    },
    meet(those) {
      met = those;
      for (const code of states.keys()) if (ofLedger(code)) states.delete(code);
    },
    owners(keys) {
      const [there, here] = [ledger.owners(keys), ownersIn(owners, keys)];
      if (there.length === 0 && here.length === 0) return NONE;
      const codes = keys.flatMap((key) =>
        [...ledger.owners([key]), ...ownersIn(owners, [key])].filter((code) => has(code, key)),
      );
      return people([...new Set(codes)]);
    },
    alike(features) {
      const found = [
        ...ledger.alike(features),
        ...looks.find(features).map((one) => ({ ...one, at: one.at + ledger.count })),
      ];
      return found.flatMap(({ at, score, why }) => {
        const one = known(at);
        return one ? [{ known: one, score, why }] : [];
      });
    },
    add(row, entry, features) {
      for (const { key } of entry.points) owners.add(keyHash(key), ledger.count + row);
      looks.add(row, features);
    },
    change({ code }, row, entry, others) {
      const state = again.joined(stateOf(code), entry, others);
      if (others) notTheirs.set(row, others);
      const rows = joins.get(code);
      if (rows) rows.push(row);
      else joins.set(code, [row]);
      states.set(code, state);
      for (const { key } of entry.points) owners.add(keyHash(key), code);
    },
  };
}

const outletOf = (outlet: string | undefined) => (outlet ? { outlet } : {});

function keep<T>(kept: Map<number, T>, at: number, make: () => T): T {
  const there = kept.get(at);
  if (there !== undefined) return there;
  const made = make();
  if (kept.size >= KEPT) kept.clear();
  kept.set(at, made);
  return made;
}
