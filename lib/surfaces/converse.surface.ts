import { surfaceFrom } from './from-hooks.ts';
import type { BoxHooks } from './hooks.ts';

/** One to one and groups have the same form. Emoji go into the text; a file is uploaded and sent as soon as it is chosen. */
const FORM = {
  editor: ['textarea.chat-textarea', '.chat-rich__editable[contenteditable="true"]'],
  // A spoiler's hint is sent beside the message, in clear.
  subject: { at: ['input.spoiler-hint'], from: 'value' },
  send: [
    'button.send-button',
    'form.chat-message-form [data-action="sendMessage"]',
    'form.chat-message-form button[type="submit"]',
  ],
  // An administrator may leave the button out.
  sendMayMiss: true,
  also: [
    { at: ['.toggle-location'], content: 'share' },
    { at: ['.toggle-fileupload'], content: 'picture' },
  ],
  keys: 'enter',
} as const satisfies Partial<BoxHooks>;

/** XMPP on any site. `#converse/…` in the address is often missing; the element of the chat always names it. */
export default surfaceFrom({
  id: 'converse',
  name: 'Converse',
  channel: 'other_chat',
  matches: [],
  optional: true,
  proof: {
    grade: 'real',
    by: 'converse.js 14.0.0 with prosody 0.12.3, one to one and in a group, in Chromium and Firefox; file uploads and the editor of 15 were not run',
    on: '2026-11-22',
  },
  version: 1,
  marks: ['converse-root', '#conversejs'],
  boxes: [
    {
      name: 'message',
      root: ['converse-chat'],
      who: {
        handle: { at: ['converse-chat[jid]'], from: 'jid' },
        title: { at: ['.chatbox-title__text'] },
        agree: [{ at: ['converse-chat-heading[jid]'], from: 'jid' }],
      },
      ...FORM,
    },
    {
      name: 'group',
      root: ['converse-muc'],
      who: {
        thread: { at: ['converse-muc[jid]'], from: 'jid' },
        title: { at: ['.chatbox-title__text'], from: 'title text' },
        agree: [{ at: ['converse-muc-heading[jid]'], from: 'jid' }],
        group: [{ at: ['converse-muc'] }],
        // Most rooms show nicknames only; where they show addresses, those are the members.
        members: {
          at: ['converse-muc-occupants .occupant-list [title*="@"]'],
          from: 'title',
          match: '([^\\s@]+@[^\\s/]+)',
        },
      },
      ...FORM,
    },
  ],
});
