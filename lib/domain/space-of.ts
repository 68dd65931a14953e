import type { SurfaceId } from './draft.ts';
import { PERSONAL_SPACE, PRACTICE_SPACE, type SpaceId } from './person.ts';

/** A list that is shared with a team; `spaceOfScope` of lib/team makes the names. */
export const isTeamSpace = (space: SpaceId): boolean => space.startsWith('team:');

/** Whose people answer for a message written there: the practice mailbox has its own. */
export const spaceOf = (surface: SurfaceId): SpaceId =>
  surface.startsWith('practice') ? PRACTICE_SPACE : PERSONAL_SPACE;
