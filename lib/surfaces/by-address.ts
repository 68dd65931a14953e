import type { BoxHooks } from './hooks.ts';

/**
 * A chat that its address names. Elsewhere on the site (a view over many chats) the same box goes to whom no address
 * tells, and the heading there is the view's own: nobody is read, so that it is held and said.
 */
export const byAddress = (where: string, box: BoxHooks): readonly BoxHooks[] => [
  { ...box, where },
  { ...box, name: `${box.name}-elsewhere`, who: {} },
];
