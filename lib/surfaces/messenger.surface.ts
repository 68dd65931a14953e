import { surfaceFrom } from './from-hooks.ts';
import type { BoxHooks } from './hooks.ts';

const BUTTON = ':is(button, [role="button"])';
const SEND = 'Send|Press enter to send|Kirim|Tekan enter untuk mengirim|Tekan Enter untuk mengirim';
const EDITOR = [
  '[contenteditable="true"][role="textbox"][data-lexical-editor="true"]',
  '[contenteditable="true"][role="textbox"]',
];
/** The same editor stands under every post. */
const COMMENT = [
  'Comment',
  'Write a comment',
  'Write a reply',
  'Reply to',
  'Answer as',
  'Komentar',
  'Komentari',
  'Tulis komentar',
  'Tulis balasan',
  'Balas',
].map((label) => `[contenteditable][aria-label^="${label}" i]`);

/**
 * Nothing but its label is public of Send, so that two forms of it are all there is to compare: the attribute on the
 * button, and the name that the button has by whatever means.
 */
const SENDS = [
  SEND.split('|')
    .map((label) => `[role="button"][aria-label="${label}" i]`)
    .join(', '),
  `${BUTTON}::named(${SEND})`,
];

const CONVERSATION = {
  at: ['[aria-label^="Conversation with "]', '[aria-label^="Percakapan dengan "]'],
  from: 'aria-label',
  match: '^(?:Conversation with|Percakapan dengan) (.+)$',
};

const also: BoxHooks['also'] = [
  // Inferred labels: the thumb beside an empty box, a recorder's own Send, pictures of a panel.
  {
    at: [
      `${BUTTON}[aria-label^="Send a like" i]`,
      `${BUTTON}[aria-label*="thumbs up" i]`,
      `${BUTTON}[aria-label^="Kirim suka" i]`,
    ],
    content: 'like',
  },
  { at: [`${BUTTON}[aria-label="Send voice clip" i]`, `${BUTTON}[aria-label="Kirim klip suara" i]`], content: 'voice' },
  {
    at: [
      `[role="dialog"] ${BUTTON}[aria-label*="sticker" i]:has(img)`,
      `[role="dialog"] ${BUTTON}[aria-label*="stiker" i]:has(img)`,
    ],
    in: 'page',
    content: 'sticker',
  },
  { at: [`[role="dialog"] ${BUTTON}[aria-label*="gif" i]:has(img, video)`], in: 'page', content: 'gif' },
];

const common = {
  editor: EDITOR,
  not: COMMENT,
  send: SENDS,
  sendMayMiss: 'empty',
  also,
  keys: 'enter',
  replay: ['click', 'enter', 'ask'],
} as const;

/** No address and no key: a name is all that is known of it, and many bear the same. */
const tab: BoxHooks = {
  name: 'tab',
  root: ['[data-testid="mwchat-tab"]'],
  who: { title: { at: ['h1', 'h2', '[role="heading"]'] }, agree: [CONVERSATION], unsure: true },
  ...common,
};

/** One press on a person's own button sends it. */
const share: BoxHooks = {
  name: 'share',
  root: [
    `${BUTTON}[aria-label*="via Messenger" i]`,
    `${BUTTON}[aria-label*="lewat Messenger" i]`,
    `${BUTTON}[aria-label*="melalui Messenger" i]`,
  ],
  editor: [],
  who: {
    title: {
      at: ['[aria-label]'],
      from: 'aria-label',
      match:
        '^(?:(?:Send|Share|Kirim|Bagikan)(?: (?:to|with|ke|kepada|dengan))? )?(.+?) (?:via|lewat|melalui) Messenger',
    },
    unsure: true,
  },
  content: 'share',
  send: ['[aria-label*="Messenger" i]', BUTTON],
  keys: 'none',
};

const message: BoxHooks = {
  name: 'message',
  where: '^(?:/messages)?/(?:e2ee/)?(?:t|new)\\b',
  root: ['[role="main"]'],
  who: {
    thread: { in: 'url', match: '^(?:/messages)?/(?:e2ee/)?t/([\\w.]+)' },
    title: { at: ['h1', 'h2'] },
    agree: [CONVERSATION],
  },
  ...common,
};

export default surfaceFrom({
  id: 'messenger',
  name: 'Messenger',
  channel: 'facebook_msg',
  matches: ['https://www.facebook.com/*', 'https://www.messenger.com/*', 'https://messenger.com/*'],
  proof: {
    grade: 'reconstructed',
    by: 'a page of ours after hooks in public projects of 2026; nothing public tells a group from a person, and like, voice and stickers are inferred; not run against the live site',
    on: '2026-11-22',
  },
  version: 1,
  boxes: [tab, share, message],
});
