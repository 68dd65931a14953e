import { defineContentScript } from 'wxt/utils/define-content-script';
import { openGate } from '@/lib/gate/door.ts';
import gmail from '@/lib/surfaces/gmail/gmail.surface.ts';

/** Gmail is all code: its pages carry the gate without the engine for data. */
export default defineContentScript({
  matches: [...gmail.matches],
  // Before the page's own scripts, in every frame that it makes: a listener that comes later hears a press later.
  runAt: 'document_start',
  allFrames: true,
  matchAboutBlank: true,
  matchOriginAsFallback: true,
  noScriptStartedPostMessage: true,
  main: () => openGate({ surfaces: [gmail] }),
});
