import { surfaceFrom } from './from-hooks.ts';
import type { BoxHooks } from './hooks.ts';

/** Some accounts have the inbox in a frame of the same origin; the guard runs there too, and reads this same page. */
const EDITOR = [
  '[data-e2e="dm-new-input-editor"] .public-DraftEditor-content[contenteditable="true"]',
  '[data-e2e="dm-new-input-editor"] [contenteditable="true"]',
  '[data-e2e="message-input-area"] [contenteditable="true"]',
  '.public-DraftEditor-content[contenteditable="true"]',
];

const message: BoxHooks = {
  name: 'message',
  root: [
    '[data-e2e="dm-new-chatbox"]',
    ':has(> [data-e2e="dm-new-input-editor"])',
    '#main-content-messages',
    ':has(> [data-e2e="message-input-area"])',
  ],
  editor: EDITOR,
  who: {
    thread: {
      at: ['[data-e2e="dm-new-conversation-item"][aria-selected="true"]'],
      in: 'page',
      from: 'data-conversation-id data-conv-id',
    },
    handle: {
      at: [
        '[data-e2e="chat-uniqueid"]',
        '[data-e2e="dm-new-chatbox"] a[href^="/@"]',
        'a[href^="/@"]:has([data-e2e="chat-nickname"])',
      ],
      in: 'page',
      from: 'href text',
      match: '^(?:/?@)?([\\w.]+)',
    },
    title: { at: ['[data-e2e="dm-new-chat-nickname"]', '[data-e2e="chat-nickname"]'], in: 'page' },
    agree: [
      {
        at: ['[data-e2e="dm-new-conversation-item"][aria-selected="true"] [data-e2e="dm-new-conversation-nickname"]'],
        in: 'page',
      },
      { in: 'url', match: '^/messages/@([\\w.]+)' },
    ],
  },
  // The mark is a picture; its parent is what is pressed.
  send: [
    '[data-e2e="dm-new-send-btn"], [data-e2e="message-send"]',
    'svg[aria-label="Send" i], button[aria-label="Send" i], [role="button"][aria-label="Send" i], svg[aria-label="Kirim" i], button[aria-label="Kirim" i], [role="button"][aria-label="Kirim" i]',
  ],
  sendMayMiss: true,
  also: [
    // Inferred: a picture that is a button in an open sticker panel.
    {
      at: ['[data-e2e*="sticker"] :is(button, [role="button"]):has(img)', '[data-e2e*="sticker-item"]'],
      in: 'page',
      content: 'sticker',
    },
  ],
  keys: 'enter',
  replay: ['click', 'enter', 'ask'],
};

/** Nothing is public of the share list: a dialog with profiles and a Send. Whom it goes to counts only where they are ticked. */
const share: BoxHooks = {
  name: 'share',
  root: ['[role="dialog"]:has(a[href^="/@"])'],
  editor: [],
  who: {
    handle: {
      at: [':is(li, [role="listitem"], [role="option"], label):has([aria-checked="true"], :checked) a[href^="/@"]'],
      from: 'href',
      match: '^/@([\\w.]+)',
    },
  },
  content: 'share',
  send: [':is(button, [role="button"])::named(Send|Kirim)', 'button[type="submit"]'],
  sendMayMiss: true,
  keys: 'none',
};

export default surfaceFrom({
  id: 'tiktok',
  name: 'TikTok',
  channel: 'tiktok_dm',
  matches: ['https://www.tiktok.com/*'],
  proof: {
    grade: 'reconstructed',
    by: 'a page of ours after hooks in public projects of 2026; the engine (Draft.js 0.11.7) by itself; stickers and the share list are inferred; not run against the live site',
    on: '2026-11-22',
  },
  version: 1,
  boxes: [share, message],
});
