import type { Op, PersonFields } from '../domain/op.ts';
import type { PersonState, SpaceId } from '../domain/person.ts';
import { foldPerson, nobody } from '../domain/person-fold.ts';

/** What a person in a page is found by. */
export interface ToIndex {
  readonly person: Pick<PersonState['person'], 'id' | 'space' | 'name' | 'nicknames' | 'outlet'>;
  readonly points: PersonState['points'];
  readonly data: PersonState['data'];
  readonly requests: readonly unknown[];
}

/**
 * What the ops of somebody new come to, as far as it is looked for. One op that says each thing once, as a list does, is
 * read as it stands: folding a million of them takes half a minute more. Anything else is folded.
 */
export function stateToIndex(subject: string, space: SpaceId, ops: readonly Op[]): ToIndex {
  const [op] = ops;
  const read = ops.length === 1 && op ? readOne(subject, space, op) : undefined;
  if (read) return read;
  const person = nobody(subject, space);
  return foldPerson(subject, space, ops)?.state ?? { person, points: [], data: [], requests: [] };
}

function readOne(id: string, space: SpaceId, { changes }: Op): ToIndex | undefined {
  let person: ToIndex['person'] | undefined;
  const points: PersonState['points'][number][] = [];
  const data: PersonState['data'][number][] = [];
  const requests: unknown[] = [];
  for (const change of changes) {
    switch (change.kind) {
      case 'person':
        if (person) return undefined;
        person = named(id, space, change.set);
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
  return { person: person ?? named(id, space, {}), points, data, requests };
}

function named(id: string, space: SpaceId, { name = '', nicknames = [], outlet }: PersonFields): ToIndex['person'] {
  return outlet === undefined ? { id, space, name, nicknames } : { id, space, name, nicknames, outlet };
}
