import { addressKey } from '../domain/address.ts';
import type { PersonState } from '../domain/person.ts';

/** Who is already there: in the ledger, and in the rows of the list that came before. */
export interface KnownPeople {
  /** Everybody whom one of these keys (`addressKey`) reaches, each once. */
  owners(keys: readonly string[]): readonly PersonState[];
  /** The line of the list that first named this person; undefined: the ledger did. */
  lineOf(personId: string): number | undefined;
  /** `keys`: those of the row, so that a long list is not normalised twice. */
  keep(state: PersonState, line: number, keys: readonly string[]): void;
}

export function knownPeople(states: readonly PersonState[], region: string): KnownPeople {
  const people = new Map<string, PersonState>();
  const byKey = new Map<string, Set<string>>();
  const lines = new Map<string, number>();
  const index = (state: PersonState, keys: readonly string[]): void => {
    people.set(state.person.id, state);
    for (const key of keys) {
      const ids = byKey.get(key);
      if (ids) ids.add(state.person.id);
      else byKey.set(key, new Set([state.person.id]));
    }
  };
  for (const state of states)
    index(
      state,
      state.points.flatMap((point) => addressKey(point.channel, point.address, region) ?? []),
    );
  return {
    owners: (keys) =>
      [...new Set(keys.flatMap((key) => [...(byKey.get(key) ?? [])]))].flatMap((id) => people.get(id) ?? []),
    lineOf: (personId) => lines.get(personId),
    keep(state, line, keys) {
      if (!people.has(state.person.id)) lines.set(state.person.id, line);
      index(state, keys);
    },
  };
}
