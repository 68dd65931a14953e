import { PERSONAL_SPACE, type SpaceId } from '@/lib/domain/person.ts';
import type { Route } from './route.ts';

/*
 * `#/people`, `#/people/ID`: one's own list. `#/people/in/SPACE`, `#/people/ID/in/SPACE`: a list of a team. ID `new` adds
 * somebody. `#/people/ID/receipt`, `#/people/ID/receipt/in/SPACE`: what they agreed to.
 */
export interface PeoplePath {
  readonly id?: string;
  /** Undefined: not said; a person is then looked for everywhere. */
  readonly space?: SpaceId;
  readonly receipt: boolean;
}

export function peoplePath({ id, rest }: Pick<Route, 'id' | 'rest'>): PeoplePath {
  const all = id === undefined ? [] : [id, ...rest];
  const at = all.indexOf('in');
  const space = at < 0 ? undefined : all[at + 1];
  const [who, part] = at < 0 ? all : all.slice(0, at);
  return { ...(who ? { id: who } : {}), ...(space ? { space } : {}), receipt: part === 'receipt' };
}

/** Without `#/`: for `goTo`, and for a link. */
export function peopleAt(space: SpaceId | undefined, ...parts: readonly string[]): string {
  const inside = space === undefined || space === PERSONAL_SPACE ? [] : ['in', space];
  return ['people', ...[...parts, ...inside].map(encodeURIComponent)].join('/');
}
