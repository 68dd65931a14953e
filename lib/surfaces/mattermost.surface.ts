import { byAddress } from './by-address.ts';
import { surfaceFrom } from './from-hooks.ts';

const TEXT = '#post_textbox, #reply_textbox, #edit_textbox';

/** Whether Enter or Ctrl+Enter sends is a setting that the page does not show. */
export default surfaceFrom({
  id: 'mattermost',
  name: 'Mattermost',
  channel: 'other_chat',
  matches: ['https://*.cloud.mattermost.com/*'],
  optional: true,
  proof: {
    grade: 'reconstructed',
    by: "a page of ours after hooks in public projects and the client's own names (SendMessageButton), undated; not run against a server",
    on: '2026-11-22',
  },
  version: 1,
  marks: ['#post_textbox', '#channel_view #post-create'],
  boxes: byAddress('^/[^/?#]+/(?:channels|messages)/', {
    name: 'message',
    root: [`form:has(:is(${TEXT}))`, `div:has(:is(${TEXT})):has([data-testid="SendMessageButton"])`],
    editor: [`textarea:is(${TEXT})`],
    who: {
      // A group of a few has a long number in place of a name.
      thread: { in: 'url', match: '^/([^/]+/(?:channels|messages)/[^@/?#][^/?#]*)' },
      handle: { in: 'url', match: '/messages/@([^/?#]+)' },
      title: { at: ['#channelHeaderTitle'], in: 'page' },
      group: [
        { in: 'url', match: '/(channels)/' },
        { in: 'url', match: '/messages/([^@/?#]+)' },
      ],
    },
    send: [
      '[data-testid="SendMessageButton"]',
      'button.SendMessageButton',
      'button ::named(Send Now|Send a message|Save|Kirim Sekarang|Kirim pesan|Simpan)',
    ],
    keys: 'enter',
    enterUnsure: true,
    replay: ['click', 'enter', 'ask'],
    attachments: { at: ['.file-preview .post-image__name'] },
  }),
});
