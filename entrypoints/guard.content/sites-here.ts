import { hooksFor, onShelf, readShelf, type Shelf } from '@/lib/adapters/shelf.ts';
import { onTrial } from '@/lib/adapters/trial.ts';
import { ask } from '@/lib/bus/bus.ts';
import type { HooksBy } from '@/lib/gate/options.ts';
import { surfaceFrom } from '@/lib/surfaces/from-hooks.ts';
import type { SiteHooks } from '@/lib/surfaces/hooks.ts';
import { loadedSites } from '@/lib/surfaces/loaded.ts';
import type { Surface } from '@/lib/surfaces/surface.ts';

interface SitesHere {
  readonly surfaces: () => readonly Surface[];
  readonly hooksBy: (surface: Surface) => HooksBy;
}

/** What stands for this page now: what was loaded beside the guard, corrected and taught data. Until that is read, the built-in stands. */
export function sitesHere(signal: AbortSignal): SitesHere {
  const by = new WeakMap<Surface, HooksBy>();
  let shelf: Shelf = { taught: [], corrections: [], signers: [] };
  let made:
    | { readonly of: readonly unknown[]; readonly shelf: Shelf; readonly surfaces: readonly Surface[] }
    | undefined;
  void readShelf().then((read) => {
    shelf = read;
  });
  onShelf((changed) => {
    shelf = changed;
  }, signal);

  const make = (sites: readonly (SiteHooks | Surface)[]): readonly Surface[] => {
    const builtIn = sites.flatMap((site) => dataOf(site) ?? []);
    const coded = new Map(sites.filter(isSurface).map((site) => [site.id, site.around?.make]));
    const fromData = hooksFor(shelf, window.location, builtIn).map((applied) => {
      const { hooks, instead } = applied;
      const make = coded.get(hooks.id) ?? surfaceFrom;
      const surface = instead
        ? onTrial(make(instead), make(hooks), (outcome) =>
            ask('tried', { surface: hooks.id, version: hooks.version, outcome }),
          )
        : make(hooks);
      by.set(surface, applied.by);
      return surface;
    });
    return [...sites.filter(isSurface).filter(({ around }) => !around), ...fromData];
  };

  return {
    surfaces: () => {
      const of = loadedSites();
      if (made?.of !== of || made.shelf !== shelf) made = { of, shelf, surfaces: make(of) };
      return made.surfaces;
    },
    hooksBy: (surface) => by.get(surface) ?? 'built-in',
  };
}

/** What a correction can take the place of: of code that stands around data, that data. */
const dataOf = (site: SiteHooks | Surface): SiteHooks | undefined => (isSurface(site) ? site.around?.hooks : site);

const isSurface = (site: SiteHooks | Surface): site is Surface => 'composerAt' in site;
