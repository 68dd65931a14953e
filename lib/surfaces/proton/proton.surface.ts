import { surfaceFrom } from '../from-hooks.ts';
import type { SiteHooks } from '../hooks.ts';
import type { Composer, Surface } from '../surface.ts';
import { withFolded } from './folded.ts';
import { PROTON } from './hooks.ts';

const reading = (composer: Composer): Composer => ({
  ...composer,
  read: (intent) => withFolded(composer.root, composer.read(intent)),
});

function protonFrom(data: SiteHooks): Surface {
  const { hooks: _, ...fromData } = surfaceFrom(data);
  return {
    ...fromData,
    around: { hooks: data, make: protonFrom },
    composerAt: (target) => {
      const composer = fromData.composerAt(target);
      return composer && reading(composer);
    },
    composers: (root) => fromData.composers(root).map(reading),
  };
}

/** Proton Mail: as data, but for the row that stands for all fields, which takes a memory. */
const proton: Surface = protonFrom(PROTON);
export default proton;
