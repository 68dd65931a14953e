import { byAddress } from './by-address.ts';
import { surfaceFrom } from './from-hooks.ts';

const TEXT = 'textarea[name="msg"]';

/** `/direct/ID` is one person or a few; whether Enter sends is a setting that the page does not show. */
export default surfaceFrom({
  id: 'rocket-chat',
  name: 'Rocket.Chat',
  channel: 'other_chat',
  matches: ['https://*.rocket.chat/*'],
  optional: true,
  proof: {
    grade: 'reconstructed',
    by: 'a page of ours after hooks in public projects, undated; the icon of Send is inferred; not run against a server',
    on: '2026-11-22',
  },
  version: 1,
  marks: [TEXT, '#rocket-chat'],
  boxes: byAddress('^/(?:direct|channel|group|live)/', {
    name: 'message',
    root: [`[role="group"]:has(${TEXT})`, `:is(form, footer, div):has(${TEXT}):has(button)`],
    editor: [TEXT],
    who: {
      thread: { in: 'url', match: '^/((?:direct|channel|group|live)/[^/?#]+)' },
      title: { at: ['main header h1', '[data-qa-id="room-title"]'], in: 'page' },
      group: [{ in: 'url', match: '^/(channel|group)/' }],
    },
    send: [
      'button:is([aria-label="Send"], [aria-label="Kirim"])',
      'button:has(.rcx-icon--name-send)',
      'button.js-send',
    ],
    sendMayMiss: 'empty',
    keys: 'enter',
    enterUnsure: true,
    replay: ['click', 'enter', 'ask'],
  }),
});
