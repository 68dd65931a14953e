import { isKey, isPress, targetOf } from '../events.ts';
import { surfaceFrom } from '../from-hooks.ts';
import type { SiteHooks } from '../hooks.ts';
import type { Composer, Surface } from '../surface.ts';
import { ZIMBRA } from './hooks.ts';
import { askedAbout, dialogIntent, findSend, rememberPress, toolbarIntent, toolbarReplay, viewOf } from './toolbar.ts';

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
    sendIntent: (event) => {
      const intent = dialogIntent(event) ?? toolbarIntent(view, event) ?? composer.sendIntent(event);
      if (isPress(event) || (isKey(event) && event.type === 'keydown')) rememberPress(view, intent, targetOf(event));
      return intent;
    },
    replay: (intent) => toolbarReplay(view, intent),
  };
};

function zimbraFrom(data: SiteHooks): Surface {
  const { hooks: _, ...fromData } = surfaceFrom(data);
  return {
    ...fromData,
    around: { hooks: data, make: zimbraFrom },
    composerAt: (target) => {
      const composer = fromData.composerAt(viewOf(target) ?? askedAbout(target) ?? target);
      return composer && withToolbar(composer);
    },
    composers: (root) => fromData.composers(root).map(withToolbar),
  };
}

/** Zimbra's Classic interface: the letter as data, its toolbar by code. */
const zimbra: Surface = zimbraFrom(ZIMBRA);
export default zimbra;
