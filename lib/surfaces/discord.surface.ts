import { byAddress } from './by-address.ts';
import { surfaceFrom } from './from-hooks.ts';

const TEXT = '[data-slate-editor="true"][role="textbox"]';

/** `/channels/@me/ID` is one person or a small group, `/channels/SERVER/ID` a channel. The label has `@` for one person alone. */
export default surfaceFrom({
  id: 'discord',
  name: 'Discord',
  channel: 'other_chat',
  matches: ['https://discord.com/*'],
  optional: true,
  proof: {
    grade: 'reconstructed',
    by: 'a page of ours after hooks in public projects, undated (stickers too; moving pictures inferred); not run against the live site',
    on: '2026-11-22',
  },
  version: 1,
  boxes: byAddress('^/channels/(?:@me|\\d+)/\\d', {
    name: 'message',
    // A message that is edited has an editor of its own.
    root: [`form:has(${TEXT})`, TEXT],
    editor: [TEXT],
    not: ['[aria-label="Search"]'],
    who: {
      thread: { in: 'url', match: '^/channels/((?:@me|\\d+)/\\d+)' },
      title: {
        at: [`main ${TEXT}[aria-label*="@"]`, `main ${TEXT}[aria-label*="#"]`],
        in: 'page',
        from: 'aria-label',
        match: '[@#](.+)$',
      },
      group: [
        { in: 'url', match: '^/channels/(\\d+)/' },
        { at: [`main form ${TEXT}`], in: 'page', from: 'aria-label', match: '^([^@]+)$' },
      ],
    },
    also: [
      {
        at: [
          '#sticker-picker-tab-panel [data-type="sticker"]',
          '#sticker-picker-tab-panel [role="button"]:has(img, canvas)',
        ],
        in: 'page',
        content: 'sticker',
      },
      // Inferred: in the panel of moving pictures a film is a result, a picture a category.
      { at: ['#gif-picker-tab-panel [role="button"]:has(video)'], in: 'page', content: 'gif' },
    ],
    send: ['button[aria-label="Send Message"], button[aria-label="Kirim Pesan"]', 'button[type="submit"]'],
    sendMayMiss: true,
    keys: 'enter',
    replay: ['enter', 'click', 'ask'],
  }),
});
