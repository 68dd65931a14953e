import type { PersonState } from './person.ts';

/**
 * Names what a notice would tell because of this person: source, kinds of data, and uses. Of a ledger of any size a few
 * hundred kinds are left, and a notice made from one person of each kind is the notice of all of them.
 */
export function noticeKind({ person, points, data, records }: PersonState): string {
  const uses = records.flatMap(({ processes }) =>
    processes.map(({ purpose, lawful_basis, channels, purpose_note }) =>
      JSON.stringify([purpose, lawful_basis, channels.toSorted(), purpose_note ?? null]),
    ),
  );
  return JSON.stringify([
    person.source?.type ?? null,
    person.role,
    person.ageBand,
    unique(points.map(({ channel }) => channel)),
    unique(
      data.map(({ kind, category, sensitivity }) => JSON.stringify([kind, category ?? null, sensitivity ?? null])),
    ),
    unique(uses),
  ]);
}

const unique = (words: readonly string[]): readonly string[] => [...new Set(words)].toSorted();
