import type { BoxHooks } from './hooks.ts';

/**
 * Sites of which no hooks are public: a text box beside a control that says what it does. Roles come first, names in
 * English and Indonesian. Only what changes with the chat is taken for its name, so that nobody is bound to a heading
 * that all chats share; where a page has no such thing, nobody is read, and every message is held and said. Teaching
 * the site makes it exact.
 */
const TEXT = ':is(textarea, [contenteditable="true"], [contenteditable=""], [role="textbox"]:not(input))';
/** An editor in a frame of its own (TinyMCE) keeps a field beside it, empty and out of sight, that must not be taken for the text. */
const EDITOR = [
  'iframe >>> :is([contenteditable="true"], [contenteditable=""], [role="textbox"]:not(input))',
  `${TEXT}:not([readonly])`,
];
const BUTTON = ':is(button, [role="button"], input[type="submit"])';
const ROW = ':is([role="option"], [role="row"], [role="listitem"], [role="tab"], li, a)';
const OPEN = `${ROW}:is([aria-selected="true"], [aria-current]:not([aria-current="false"]))`;
const NOT = ['[role="search"] *', '[role="searchbox"]', '[type="search"]'];

const named = (words: string): readonly string[] => words.split('|');
const labelled = (words: string): string =>
  `${BUTTON}:is(${named(words)
    .map((word) => `[aria-label="${word}" i], [title="${word}" i], [value="${word}" i]`)
    .join(', ')}, [type="submit"])`;

const holding = (control: string): readonly string[] => [
  `form:has(${TEXT}):has(${control})`,
  `[role="dialog"]:has(${TEXT}):has(${control})`,
  `:is(section, footer, [role="region"], [role="group"], div):has(${TEXT}):has(${control})`,
  `[role="dialog"]:has(${TEXT})`,
  `form:has(${TEXT})`,
  `:is(main, [role="main"], body):has(${TEXT})`,
];

const SEND = 'Send|Send message|Kirim|Kirim pesan|Balas|Reply';
const PUBLISH =
  'Post|Post now|Publish|Publish now|Share now|Posting|Posting sekarang|Terbitkan|Terbitkan sekarang|Bagikan sekarang|Kirim|Send';
const LATER = 'Schedule|Schedule post|Add to queue|Share next|Jadwalkan|Jadwalkan postingan|Tambahkan ke antrean';
const COMMENT = 'Comment|Reply|Post|Komentari|Komentar|Balas|Posting';

/** A chat with one buyer, customer, follower. */
export const genericChat: BoxHooks = {
  name: 'message',
  root: holding(labelled(SEND)),
  editor: EDITOR,
  not: NOT,
  who: {
    title: {
      at: [`${OPEN} :is(h1, h2, h3, h4, h5, h6, [role="heading"], strong, b)`, `${OPEN} [title]`, `${OPEN}[title]`],
      in: 'page',
      from: 'title text',
    },
  },
  send: [`${BUTTON} ::named(${SEND})`, labelled(SEND)],
  sendMayMiss: 'empty',
  keys: 'enter',
  enterUnsure: true,
};

/** A post to one or many accounts; a time for it goes by its own button. */
export const genericPost: BoxHooks = {
  name: 'post',
  channel: 'public_post',
  audience: 'public',
  root: holding(labelled(`${PUBLISH}|${LATER}`)),
  editor: EDITOR,
  not: NOT,
  send: [`${BUTTON} ::named(${PUBLISH})`, labelled(PUBLISH)],
  also: [{ at: [`${BUTTON} ::named(${LATER})`], how: 'send-archive' }],
  keys: 'mod-enter',
  replay: ['click', 'ask'],
};

/** A comment or an answer to one: everybody can read it. */
export const genericComment: BoxHooks = {
  name: 'comment',
  channel: 'social_comment',
  audience: 'public',
  root: holding(labelled(COMMENT)),
  editor: EDITOR,
  not: NOT,
  send: [`${BUTTON} ::named(${COMMENT})`, labelled(COMMENT)],
  keys: 'mod-enter',
  replay: ['click', 'ask'],
};

export const GENERIC_PROOF = {
  grade: 'generic',
  by: 'no hooks of this site are public: a text box beside a named Send on a page of ours; teaching the site makes it exact',
  on: '2026-11-22',
} as const;
