import type { BoxHooks, ReadHooks } from '../hooks.ts';
import { connectOnCard, connectOnProfile, invitation, invitationWithoutNote } from './invitations.ts';

/** Overlay, new message, dialogs and post composer stand in the open shadow root of this host; page and bubbles in the light. */
const OVER = '#interop-outlet >>> ';
/** With its form only: the list of conversations stands in a `.msg-thread` too. */
const THREADS = ['.msg-overlay-conversation-bubble', '.msg-convo-wrapper', '.msg-thread'].map(
  (root) => `${root}:has([class~="msg-form"])`,
);
const WITH_PILLS = ':has(button.artdeco-pill--dismiss)';

const editor = [
  'div.msg-form__contenteditable[contenteditable="true"]',
  '[class~="msg-form"] [role="textbox"][contenteditable="true"]',
];

/** Only in the header: names and links in the stream or the side bar are of other people. */
const HEADER = ':is(.msg-title-bar, .msg-overlay-bubble-header, .msg-overlay-conversation-bubble-header)';
const title: ReadHooks = {
  at: [
    `${HEADER} .msg-entity-lockup__entity-title`,
    'h2.msg-entity-lockup__entity-title',
    '.msg-overlay-bubble-header__title',
  ],
};

const writing = {
  editor,
  send: [
    'button.msg-form__send-button',
    '[class~="msg-form"] button[type="submit"]',
    '[class~="msg-form"] button ::named(Send|Kirim)',
  ],
  // "Press Enter to Send": then there is no Send at all, and where there is one, Enter is a new line.
  sendMayMiss: true,
  enterIsNewline: ['button.msg-form__send-button', '[class~="msg-form"] button[type="submit"]'],
  keys: 'enter',
  attachments: { at: ['.msg-form__attachment-item .ui-attachment__filename', '.msg-form .ui-attachment__filename'] },
  // Reports disagree on what a form or an Enter from a script does there: the user is asked to press once more.
  replay: ['click', 'ask'],
  anchor: ['.msg-form__footer', '[class~="msg-form"]'],
  also: [
    { at: ['button.conversations-quick-replies__reply-button'], words: 'own' },
    { at: ['button.msg-form__voice-button', 'button.msg-voice-recorder__send'], content: 'voice' },
    { at: ['.msg-gif-picker button', '.msg-form__gif-results button'], content: 'gif' },
    // After Send it may ask whether to share one's phone number or address.
    {
      at: ['[role="dialog"] button[aria-label*="contact" i]', '[role="alertdialog"] .artdeco-button--primary'],
      in: 'page',
      how: 'confirm',
    },
  ],
} satisfies Partial<BoxHooks>;

const message: BoxHooks = {
  ...writing,
  name: 'message',
  root: [...THREADS.map((root) => OVER + root), ...THREADS],
  who: {
    handle: {
      at: ['a.msg-thread__link-to-profile[href*="/in/"]', `${HEADER} a[href*="/in/"]`],
      from: 'href',
      match: '/in/([^/?#]+)',
    },
    title,
    group: [
      { ...title, match: '(\\+\\s?\\d+|\\d+\\s+(?:others?|lainnya))' },
      { at: [`${HEADER} .msg-facepile`, `${HEADER} .msg-entity-lockup__facepile`] },
    ],
  },
};

/** An InMail has a subject line in the same form. */
const SUBJECT = '[class~="msg-form"] input[name="subject"], input.msg-form__subject';
const inmail: BoxHooks = {
  ...message,
  name: 'inmail',
  root: message.root.map((root) => `${root}:has(${SUBJECT})`),
  subject: { at: [SUBJECT], from: 'value' },
};

/** A new message: whom it goes to stands in pills, by name alone. */
const fresh: BoxHooks = {
  ...writing,
  name: 'new',
  root: message.root.map((root) => root + WITH_PILLS),
  who: {
    members: {
      at: ['button.artdeco-pill--dismiss[aria-label]'],
      from: 'aria-label',
      match: '^(?:Remove|Hapus|Singkirkan)\\s+(.+)$',
    },
  },
};

/** "Send" under a post of the feed: a new message in a dialog, which takes the post along. */
const share: BoxHooks = {
  ...fresh,
  name: 'share',
  root: ['[role="dialog"]:has([class~="msg-form"])'].flatMap((root) => [OVER + root + WITH_PILLS, root + WITH_PILLS]),
  content: 'share',
};

/** The dialog is the same for a person's and a page's post. Comments have boxes of their own. */
const post: BoxHooks = {
  name: 'post',
  channel: 'public_post',
  audience: 'public',
  root: [
    '[role="dialog"]:has(.share-actions__primary-action)',
    '.share-box',
    '[role="dialog"]:has(.share-creation-state)',
  ].flatMap((root) => [OVER + root, root]),
  editor: ['.ql-editor[contenteditable="true"]', '[role="textbox"][contenteditable="true"]'],
  not: ['.comments-comment-box'],
  send: [
    'button.share-actions__primary-action',
    '.share-box_actions button.artdeco-button--primary',
    'button ::named(Post|Posting|Publikasikan|Schedule|Jadwalkan)',
  ],
  keys: 'none',
  attachments: { at: ['.share-creation-state .ui-attachment__filename'] },
  replay: ['click', 'ask'],
  anchor: ['.share-creation-state__footer', '.share-actions__primary-action'],
};

export const boxes: readonly BoxHooks[] = [
  share,
  inmail,
  fresh,
  message,
  invitation,
  invitationWithoutNote,
  post,
  connectOnCard,
  connectOnProfile,
];
