import type { Op } from '../domain/op.ts';
import type { PersonState, SpaceId } from '../domain/person.ts';
import { foldPerson, nobody } from '../domain/person-fold.ts';

/** What a person in a page is found by. */
export interface ToIndex {
  readonly person: PersonState['person'];
  readonly points: PersonState['points'];
  readonly data: PersonState['data'];
  readonly requests: readonly unknown[];
}

/**
 * What the ops of somebody new come to, as far as it is looked for. One op that says each thing once, as a list does, is
 * read as it stands: folding a million of them takes half a minute more. Anything else is folded.
 */
export function stateToIndex(subject: string, space: SpaceId, ops: readonly Op[]): ToIndex {
  const person = nobody(subject, space);
  const [op] = ops;
  const read = ops.length === 1 && op ? readOne(person, op) : undefined;
  return read ?? foldPerson(subject, space, ops)?.state ?? { person, points: [], data: [], requests: [] };
}

function readOne(blank: PersonState['person'], { changes }: Op): ToIndex | undefined {
  let person: PersonState['person'] | undefined;
  const points: PersonState['points'][number][] = [];
  const data: PersonState['data'][number][] = [];
  const requests: unknown[] = [];
  for (const change of changes) {
    switch (change.kind) {
      case 'person':
        if (person) return undefined;
        person = {
          ...blank,
          name: change.set.name ?? '',
          nicknames: change.set.nicknames ?? [],
          ...(change.set.outlet === undefined ? {} : { outlet: change.set.outlet }),
        };
        break;
      case 'point':
        if (points.some(({ id }) => id === change.point.id)) return undefined;
        points.push(change.point);
        break;
      case 'datum':
        if (data.some(({ id }) => id === change.datum.id)) return undefined;
        data.push(change.datum);
        break;
      case 'request':
        requests.push(change.request);
        break;
      case 'point-removed':
      case 'datum-removed':
      case 'erased':
      case 'removed':
        return undefined;
      default:
    }
  }
  return { person: person ?? blank, points, data, requests };
}
