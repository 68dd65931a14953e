import type { SpaceId } from '../domain/person.ts';

/** The space of the ledger in which the ops of a scope are folded, the same on every device. */
export const spaceOfScope = (team: string, scope: string): SpaceId => `team:${team}:${scope}`;
