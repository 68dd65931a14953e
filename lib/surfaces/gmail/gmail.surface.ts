import type { Composer, Surface } from '../surface.ts';
import { gmailComposer } from './composer.ts';
import { popupAt, rememberedRoot, rememberUse } from './popups.ts';
import { rootOf, rootsIn } from './root.ts';

/** Gmail on the desktop web: docked, full screen, pop-out and inline. */
const gmail: Surface = {
  id: 'gmail',
  name: 'Gmail',
  channel: 'email',
  matches: ['https://mail.google.com/*'],
  proof: {
    grade: 'recorded',
    by: 'a compose reduced from a capture of 2020-10, and pages reconstructed from public sources of 2019 to 2026-06; not run against the live site',
    on: '2026-11-22',
  },
  fields: ['to', 'cc', 'bcc'],
  applies: (location) => location.hostname === 'mail.google.com',
  composerAt,
  composers: (root) => rootsIn(root).map(gmailComposer),
};
export default gmail;

function composerAt(target: Element): Composer | null {
  const root = rootOf(target);
  if (root) {
    rememberUse(root);
    return gmailComposer(root);
  }
  const remembered = popupAt(target) && rememberedRoot();
  return remembered ? gmailComposer(remembered) : null;
}
