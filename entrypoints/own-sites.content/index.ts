import { defineContentScript } from 'wxt/utils/define-content-script';
import { loadSite } from '@/lib/surfaces/loaded.ts';
import roundcube from '@/lib/surfaces/roundcube/roundcube.surface.ts';
import zimbra from '@/lib/surfaces/zimbra/zimbra.surface.ts';

/** Coded adapters of what everybody hosts for themselves. Stands behind the guard, in pages that the user allowed. */
export default defineContentScript({
  registration: 'runtime',
  noScriptStartedPostMessage: true,
  main() {
    for (const surface of [roundcube, zimbra]) loadSite(surface);
  },
});
