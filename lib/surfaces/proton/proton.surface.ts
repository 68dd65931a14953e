import { surfaceFrom } from '../from-hooks.ts';
import type { Composer, Surface } from '../surface.ts';
import { withFolded } from './folded.ts';
import { PROTON } from './hooks.ts';

const { hooks: _, ...fromData } = surfaceFrom(PROTON);

const reading = (composer: Composer): Composer => ({
  ...composer,
  read: (intent) => withFolded(composer.root, composer.read(intent)),
});

/** Proton Mail: as data, but for the row that stands for all fields, which takes a memory. */
const proton: Surface = {
  ...fromData,
  composerAt: (target) => {
    const composer = fromData.composerAt(target);
    return composer && reading(composer);
  },
  composers: (root) => fromData.composers(root).map(reading),
};
export default proton;
