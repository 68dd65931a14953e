import { surfaceFrom } from './from-hooks.ts';
import type { SiteHooks } from './hooks.ts';
import type { Surface } from './surface.ts';

/** Names in our own world of a page, which the page does not see. Data scripts and coded adapters put sites there. */
const SITES = 'izinSites';
const ENGINE = 'izinSurfaceFrom';

/** What stands beside the guard in this page, in the order in which it was loaded; more may come while it runs. */
export function loadedSites(): readonly (SiteHooks | Surface)[] {
  const sites: unknown = Reflect.get(globalThis, SITES);
  return Array.isArray(sites) ? sites : [];
}

/** A coded adapter in a script of its own. */
export function loadSite(surface: Surface): void {
  Reflect.set(globalThis, SITES, [...loadedSites(), surface]);
}

/** The code of a script that hands data over; the guard may be there already, or come later. */
export const scriptOf = (sites: readonly SiteHooks[]): string =>
  `globalThis.${SITES}=[...globalThis.${SITES}||[],...${JSON.stringify(sites)}];\n`;

/** Adapters that are partly data borrow the engine of the guard that stands before them, so that a page carries it once. */
export const offerEngine = (): void => void Reflect.set(globalThis, ENGINE, surfaceFrom);
