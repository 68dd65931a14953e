import { goToInField } from '../go-to.ts';
import type { BoxHooks, SiteHooks } from '../hooks.ts';
import type { Composer } from '../surface.ts';
import { editorOf, goToText } from './body.ts';
import { readDraft } from './draft.ts';
import type { Identity } from './identity.ts';
import { intentOf } from './intent.ts';
import { isField, readFirst } from './read.ts';
import { replayOf } from './replay.ts';
import { findFirst } from './select.ts';
import { chatKeyOf } from './who.ts';

export const hookedComposer = (site: SiteHooks, box: BoxHooks, root: Element, identity: Identity): Composer => ({
  root,
  key: () => `${site.id} ${box.name} ${chatKeyOf(box, root)}`.trim(),
  read: (intent) => readDraft(site, box, root, identity, intent),
  sendIntent: (event) => intentOf(box, root, event),
  replay: (intent) => replayOf(box, root, intent),
  anchor: () => findFirst(root, box.anchor) ?? editorOf(box, root) ?? root,
  editor: () => editorOf(box, root),
  edits: {
    goTo: (place) => {
      const subject = place.zone === 'subject' ? readFirst(box.subject, root)?.element : undefined;
      if (subject) return isField(subject) && goToInField(subject, place);
      return place.zone === 'text' && goToText(box, root, place);
    },
  },
});
