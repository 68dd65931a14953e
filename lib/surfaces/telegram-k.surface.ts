import { surfaceFrom } from './from-hooks.ts';
import type { BoxHooks, ControlHooks, WhoHooks } from './hooks.ts';

const CHAT = '.chats-container > .chat.active:not(.chat-preview)';
const INPUT = '.input-message-input[contenteditable="true"]:not(.input-field-input-fake)';

/**
 * The address names the chat by `@name` or by peer id: a user's is positive, a group's or channel's negative. The input
 * keeps the peer that it sends to, which for some frames after a switch is the old one.
 */
const who: WhoHooks = {
  thread: { in: 'url', match: '#(@?[\\w-]+)' },
  handle: { in: 'url', match: '#@(\\w+)' },
  title: { at: [`${CHAT} .chat-info .peer-title`], in: 'page' },
  panel: {
    at: [
      `${CHAT} .input-message-input:not(.input-field-input-fake)[data-peer-id]`,
      `${CHAT} .chat-info .peer-title[data-peer-id]`,
    ],
    from: 'data-peer-id',
    in: 'page',
  },
  group: [
    { in: 'url', match: '#(-\\d+)' },
    { at: [`${CHAT} .chat-info .peer-title[data-peer-id^="-"]`], from: 'data-peer-id', in: 'page' },
  ],
};

/** Held down, Send offers to send without a sound or at a chosen time. */
const menu: readonly ControlHooks[] = [
  { at: ['.btn-send-container .btn-menu .btn-menu-item:has(.tgico-mute)', '.btn-menu-item.send-silent'] },
  {
    at: ['.btn-send-container .btn-menu .btn-menu-item', '.btn-menu-item.send-schedule'],
    how: 'schedule',
    asks: 'time',
  },
  { at: ['.popup-schedule .btn-primary', '.popup-schedule button.popup-button'], in: 'page', how: 'confirm', when: {} },
];

const message: BoxHooks = {
  name: 'message',
  // A channel's.
  channel: 'public_post',
  root: [CHAT, '.chat:has(.chat-input)'],
  editor: [INPUT],
  who,
  // A channel is read by everybody who subscribes; that is said in its header only.
  visibility: { read: { at: ['.chat-info .info'] }, people: '^(?!.*(?:subscriber|pelanggan))' },
  reply: ['.chat-input .reply-wrapper:not(.hide) .reply'],
  send: [
    '.chat-input button.btn-send',
    '.btn-send-container > button',
    '.new-message-wrapper ~ .btn-send-container button',
  ],
  also: [
    { at: ['.chat-input.is-recording button.btn-send', 'button.btn-send.record'], content: 'voice' },
    { at: ['button.btn-send.forward'], content: 'share' },
    ...menu,
  ],
  keys: 'enter',
  // On touch screens it is the press that sends, elsewhere the click.
  replay: ['pointer', 'enter', 'ask'],
};

/** Stickers and moving pictures leave by a single press on them. */
const sticker: BoxHooks = {
  name: 'sticker',
  root: ['#emoji-dropdown', '.emoji-dropdown'],
  editor: [],
  who,
  send: ['.grid-item.super-sticker', '.gifs-masonry .gif'],
  sendMayMiss: true,
  also: [
    { at: ['.super-sticker'], content: 'sticker' },
    { at: ['.gifs-masonry .gif'], content: 'gif' },
  ],
  keys: 'none',
  replay: ['pointer', 'ask'],
};

/** Files are sent from a dialog of their own, with a caption. */
const caption: BoxHooks = {
  name: 'caption',
  root: ['.popup-new-media'],
  editor: [INPUT, '[contenteditable="true"]'],
  who,
  attachments: { at: ['.popup-new-media .document-name', '.popup-item .document-name'] },
  send: ['.popup-new-media .popup-header .btn-primary', '.popup-new-media .btn-primary', '.popup-new-media .btn-send'],
  also: menu,
  keys: 'enter',
  replay: ['pointer', 'enter', 'ask'],
};

export default surfaceFrom({
  id: 'telegram-k',
  name: 'Telegram K',
  channel: 'telegram',
  matches: ['https://web.telegram.org/k/*'],
  proof: {
    grade: 'reconstructed',
    by: "a page of ours after the client's own source (tweb), menus and dialogs from memory of its classes; not run against the live site",
    on: '2026-11-22',
  },
  version: 1,
  boxes: [caption, sticker, message],
});
