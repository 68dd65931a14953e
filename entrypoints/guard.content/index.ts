import { defineContentScript } from 'wxt/utils/define-content-script';
import { openGate } from '@/lib/gate/door.ts';
import { offerEngine } from '@/lib/surfaces/loaded.ts';
import { sitesHere } from './sites-here.ts';

/**
 * The gate, and the engine that makes surfaces of data. It carries no site: what is known of a page's site stands in a
 * small script beside it (`scripts/system/site-scripts.ts`), and which page gets which is written into the manifest.
 */
export default defineContentScript({
  registration: 'runtime',
  // It would tell the page our id; the gate has its own way to take over from an older one.
  noScriptStartedPostMessage: true,
  main() {
    offerEngine();
    openGate(sitesHere(new AbortController().signal));
  },
});
