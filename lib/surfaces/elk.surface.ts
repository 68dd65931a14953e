import { MENTION, notForAll } from './fediverse.ts';
import { surfaceFrom } from './from-hooks.ts';

/** A client for Mastodon servers; the server of the account stands in the address. */
export default surfaceFrom({
  id: 'elk',
  name: 'Elk',
  channel: 'other_chat',
  matches: ['https://elk.zone/*', 'https://main.elk.zone/*'],
  optional: true,
  proof: {
    grade: 'reconstructed',
    by: "a page of ours after the client's own source (elk-zone/elk ae4ebf33); not run against a server",
    on: '2026-11-22',
  },
  version: 1,
  marks: ['#__nuxt .content-editor'],
  boxes: [
    {
      name: 'post',
      channel: 'public_post',
      audience: 'public',
      root: [
        'div:has(.content-editor):has(button.publish-button)',
        '[role="dialog"]:has(.content-editor)',
        '#__nuxt main',
      ],
      editor: [
        '.content-editor[contenteditable="true"]',
        '.content-editor [contenteditable="true"]',
        '.ProseMirror[contenteditable="true"]',
      ],
      visibility: notForAll({
        at: [
          'button [class*="i-ri:at-line"], button[class*="i-ri:at-line"]',
          'button :is([class*="i-ri:global-line"], [class*="i-ri:lock-"], [class*="i-ri:moon-"])',
        ],
        from: 'class',
      }),
      mentions: {
        match: MENTION,
        at: { at: ['[data-type="mention"][data-id]'], from: 'data-id' },
        host: { in: 'url', match: '^/([a-z0-9.-]+\\.[a-z]{2,})(?:/|$)' },
      },
      send: ['button.publish-button', 'button ::named(Publish!|Publish|Reply|Save changes|Kirim|Balas|Terbitkan)'],
      keys: 'mod-enter',
      replay: ['click', 'ask'],
    },
  ],
});
