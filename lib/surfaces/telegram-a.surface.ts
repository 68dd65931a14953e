import { surfaceFrom } from './from-hooks.ts';
import type { BoxHooks, ControlHooks, WhoHooks } from './hooks.ts';

const COLUMN = '#MiddleColumn';

/** A peer id in the address is a user's where positive, a group's or channel's where negative. The header follows some frames later. */
const who: WhoHooks = {
  thread: { in: 'url', match: '#(@?[\\w-]+)' },
  handle: { in: 'url', match: '#@(\\w+)' },
  title: { at: [`${COLUMN} .chat-info .title`, `${COLUMN} .MiddleHeader .title`], in: 'page' },
  panel: { at: [`${COLUMN} .chat-info .title`, `${COLUMN} .MiddleHeader .title`], in: 'page' },
  group: [{ in: 'url', match: '#(-\\d+)' }],
};

/** Held down, Send offers to send without a sound or at a chosen time. */
const menu: readonly ControlHooks[] = [
  { at: ['.CustomSendMenu .MenuItem:has(.icon-schedule)'], in: 'page', how: 'schedule', asks: 'time' },
  { at: ['.CustomSendMenu .MenuItem'], in: 'page' },
  // "Send Today at 21:00"
  { at: ['.CalendarModal .Button.primary', '.CalendarModal button.main-action'], in: 'page', how: 'confirm', when: {} },
];

const message: BoxHooks = {
  name: 'message',
  // A channel's.
  channel: 'public_post',
  root: [`${COLUMN}:has(#editable-message-text)`, '.middle-column-footer', COLUMN],
  editor: ['#editable-message-text[contenteditable="true"]', '#message-input-text [contenteditable="true"]'],
  who,
  visibility: { read: { at: [`${COLUMN} .chat-info .status`], in: 'page' }, people: '^(?!.*(?:subscriber|pelanggan))' },
  reply: ['.ComposerEmbeddedMessage:not(.is-edit)'],
  send: [
    '.Button.send.main-button',
    '.middle-column-footer button.main-button',
    'button:is([aria-label="Send Message"], [aria-label="Kirim Pesan"])',
  ],
  also: [
    { at: ['.Composer .recording-state ~ .main-button', '.main-button.record'], content: 'voice' },
    { at: ['.main-button.forward'], content: 'share' },
    { at: ['.StickerButton', '.StickerSet .sticker'], in: 'page', content: 'sticker' },
    { at: ['.GifButton'], in: 'page', content: 'gif' },
    ...menu,
  ],
  keys: 'enter',
  replay: ['click', 'enter', 'ask'],
};

/** Files are sent from a dialog of their own, with a caption. */
const caption: BoxHooks = {
  name: 'caption',
  root: ['.AttachmentModal', '.modal-dialog:has(#editable-message-text-modal)'],
  editor: ['#editable-message-text-modal[contenteditable="true"]', '[contenteditable="true"]'],
  who,
  attachments: { at: ['.AttachmentModal .file-title', '.AttachmentModal .File .title'], from: 'title text' },
  send: [
    '.AttachmentModal button.send',
    '.AttachmentModal .Button.primary',
    '.attachment-caption-wrapper .send button',
  ],
  also: menu,
  keys: 'enter',
  replay: ['click', 'enter', 'ask'],
};

export default surfaceFrom({
  id: 'telegram-a',
  name: 'Telegram A',
  channel: 'telegram',
  matches: ['https://web.telegram.org/a/*'],
  proof: {
    grade: 'reconstructed',
    by: "a page of ours after the client's own source (telegram-tt 01087bb2); menus and dialogs by what is remembered of it; not run against the live site",
    on: '2026-11-22',
  },
  version: 1,
  boxes: [caption, message],
});
