import { surfaceFrom } from '../from-hooks.ts';
import type { Composer, Surface } from '../surface.ts';
import { ZIMBRA } from './hooks.ts';
import { findSend, toolbarIntent, toolbarReplay, viewOf } from './toolbar.ts';

const { hooks: _, ...fromData } = surfaceFrom(ZIMBRA);

const withToolbar = (composer: Composer): Composer => {
  const view = composer.root;
  // The quick reply has its buttons inside.
  if (view.matches('.Conv2Reply')) return composer;
  return {
    ...composer,
    read: (intent) => {
      const draft = composer.read(intent);
      return findSend(view).agreed ? draft : { ...draft, unreadable: [...draft.unreadable, 'send'] };
    },
    sendIntent: (event) => toolbarIntent(view, event) ?? composer.sendIntent(event),
    replay: (intent) => toolbarReplay(view, intent),
  };
};

/** Zimbra's Classic interface: the letter as data, its toolbar by code. */
const zimbra: Surface = {
  ...fromData,
  composerAt: (target) => {
    const composer = fromData.composerAt(viewOf(target) ?? target);
    return composer && withToolbar(composer);
  },
  composers: (root) => fromData.composers(root).map(withToolbar),
};
export default zimbra;
