import type { SiteHooks } from './hooks.ts';
import type { Surface } from './surface.ts';

/** Takes the place of `from-hooks.ts` in scripts that stand beside the guard: see `loaded.ts`. */
export function surfaceFrom(site: SiteHooks): Surface {
  return (Reflect.get(globalThis, 'izinSurfaceFrom') as (hooks: SiteHooks) => Surface)(site);
}
