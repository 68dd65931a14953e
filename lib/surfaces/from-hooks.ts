import type { SiteHooks } from './hooks.ts';
import type { Surface } from './surface.ts';

/** A surface from data. See `hooks.ts` for what the data can say. */
export function surfaceFrom(hooks: SiteHooks): Surface {
  const { id, name, channel, matches, optional, proof } = hooks;
  return {
    id,
    name,
    channel,
    matches,
    ...(optional && { optional }),
    proof,
    hooks,
    fields: ['direct'],
    applies: () => false,
    composerAt: () => null,
    composers: () => [],
  };
}
