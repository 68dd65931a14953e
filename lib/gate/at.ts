import type { Composer, Surface } from '../surfaces/surface.ts';
import { locationOf } from '../surfaces/where.ts';
import type { GateOptions } from './options.ts';

type Here = Pick<GateOptions, 'window' | 'surfaces'>;

const all = ({ surfaces }: Here): readonly Surface[] => (typeof surfaces === 'function' ? surfaces() : surfaces);

const applies = (surface: Surface, { window }: Here): boolean =>
  surface.applies(locationOf(window.document), window.document);

export const surfacesHere = (here: Here): readonly Surface[] => all(here).filter((surface) => applies(surface, here));

/**
 * The composer that this node belongs to. Runs for every press and every input: an address is compared first, and what a
 * self-hosted site knows itself by is looked for only where a box was found.
 */
export function composerAt(
  here: Here,
  target: Element,
): { readonly surface: Surface; readonly composer: Composer } | undefined {
  for (const surface of all(here)) {
    const byAddress = surface.matches.length > 0 && !surface.hooks?.marks;
    if (byAddress && !applies(surface, here)) continue;
    const composer = surface.composerAt(target);
    if (composer && (byAddress || applies(surface, here))) return { surface, composer };
  }
  return undefined;
}
