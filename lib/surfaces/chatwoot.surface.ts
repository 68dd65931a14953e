import { byAddress } from './by-address.ts';
import { surfaceFrom } from './from-hooks.ts';
import type { BoxHooks, WhoHooks } from './hooks.ts';

const WHO: WhoHooks = {
  thread: { in: 'url', match: '/app/accounts/(\\d+/(?:[^?#]*/)?conversations/\\d+)' },
  title: {
    at: ['.conversation--header--actions [title]', '.conversation-details-wrap .user--name'],
    in: 'page',
    from: 'title text',
  },
};

/** A private note stays in the house. Canned replies are put into the text and sent as any other. */
const REPLY = {
  editor: ['.ProseMirror[contenteditable="true"]', '.reply-box__top textarea'],
  not: ['.reply-box.is-private', '.reply-box:has(.reply-box__top.is-private)'],
  send: ['.right-wrap button[type="submit"]', '.right-wrap > button', '.bottom-box button[type="submit"]'],
  keys: 'enter',
  enterUnsure: true,
  replay: ['click', 'enter', 'ask'],
  attachments: { at: ['.attachment-preview-box [title], .preview-item .filename'], from: 'title text' },
} as const satisfies Partial<BoxHooks>;

/** Which channel a conversation came by is not told beside its box; a mail is known by its fields. */
export default surfaceFrom({
  id: 'chatwoot',
  name: 'Chatwoot',
  channel: 'other_chat',
  matches: ['https://app.chatwoot.com/*'],
  optional: true,
  proof: {
    grade: 'reconstructed',
    by: "a page of ours after the client's own source (ReplyBox.vue 0031e5d5, ReplyEmailHead.vue 0008fca5); the row of attachments is inferred; not run against a server",
    on: '2026-11-22',
  },
  version: 1,
  marks: ['.reply-box .reply-box__top'],
  boxes: [
    {
      name: 'mail',
      channel: 'email',
      root: ['.reply-box:has(.reply-box__top .input-group-wrap input)'],
      // To is shown only where it is somebody else than who wrote: the conversation itself is always gone to.
      to: { typed: { at: ['.input-group:not(.input-group-wrap .input-group) input'], from: 'value' } },
      cc: { typed: { at: ['.input-group-wrap:not(.input-group-wrap ~ .input-group-wrap) input'], from: 'value' } },
      bcc: { typed: { at: ['.input-group-wrap ~ .input-group-wrap input'], from: 'value' } },
      who: WHO,
      ...REPLY,
    },
    ...byAddress('/conversations/\\d', { name: 'message', root: ['.reply-box'], who: WHO, ...REPLY }),
  ],
});
