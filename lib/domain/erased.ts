import type { PersonState } from './person.ts';

/** All that is left of somebody who asked to be erased: what holds a message to their address. It names nobody. */
export const isErased = ({ person, points, suppressions }: PersonState): boolean =>
  person.name === '' && points.length === 0 && suppressions.some(({ erased }) => erased === true);
