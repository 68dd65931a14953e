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
    const builtIn = sites.filter((site): site is SiteHooks => !isSurface(site));
    const fromData = hooksFor(shelf, window.location, builtIn).map((applied) => {
      const { hooks, instead } = applied;
      const surface = instead
        ? onTrial(surfaceFrom(instead), surfaceFrom(hooks), (outcome) =>
            ask('tried', { surface: hooks.id, version: hooks.version, outcome }),
          )
        : surfaceFrom(hooks);
      by.set(surface, applied.by);
      return surface;
    });
    return [...sites.filter(isSurface), ...fromData];
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

const isSurface = (site: SiteHooks | Surface): site is Surface => 'composerAt' in site;
