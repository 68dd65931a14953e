import type { SpaceId } from '../domain/person.ts';

/** The space of the ledger in which the ops of a scope are folded, the same on every device. */
export const spaceOfScope = (team: string, scope: string): SpaceId => `team:${team}:${scope}`;

/** Undefined: it is none of this team's. */
export function scopeOfSpace(team: string, space: SpaceId): string | undefined {
  const before = spaceOfScope(team, '');
  return space.startsWith(before) ? space.slice(before.length) : undefined;
}
