import { goToInField } from '../go-to.ts';
import type { SiteHooks } from '../hooks.ts';
import type { Composer } from '../surface.ts';
import { editorOf, goToText } from './body.ts';
import { readDraft } from './draft.ts';
import { mailEdits } from './edits.ts';
import { intentOf } from './intent.ts';
import type { Box } from './memory.ts';
import { isField, readFirst } from './read.ts';
import { replayOf } from './replay.ts';
import { find, findFirst } from './select.ts';
import { chatKeyOf } from './who.ts';

export function hookedComposer(site: SiteHooks, box: Box, root: Element): Composer {
  const { hooks } = box;
  return {
    root,
    key: () => `${site.id} ${hooks.name} ${chatKeyOf(hooks, root)}`.trim(),
    read: (intent) => readDraft(site, box, root, intent),
    sendIntent: (event) => intentOf(box, root, event),
    replay: (intent) => replayOf(hooks, root, intent),
    ...(hooks.sent && { sent: () => find(root.ownerDocument, hooks.sent) }),
    anchor: () => findFirst(root, hooks.anchor) ?? editorOf(hooks, root) ?? root,
    editor: () => editorOf(hooks, root),
    edits: {
      ...mailEdits(hooks, root),
      goTo: (place) => {
        const subject = place.zone === 'subject' ? readFirst(hooks.subject, root)?.element : undefined;
        if (subject) return isField(subject) && goToInField(subject, place);
        return place.zone === 'text' && goToText(hooks, root, place);
      },
    },
  };
}
