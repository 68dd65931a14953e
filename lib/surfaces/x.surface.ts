import { surfaceFrom } from './from-hooks.ts';
import type { BoxHooks } from './hooks.ts';

const NAMED = '[data-testid="UserCell"], [data-testid="TypeaheadUser"]';

/** Chat of 2026: inside the open shadow root of `xchatEmbedRoute`. The address changes before the panel does. */
const chat: BoxHooks = {
  name: 'message',
  root: [
    '[data-testid="dm-conversation-panel"]:has([data-testid="dm-composer-form"])',
    'div:has([data-testid="dm-conversation-header"]):has([data-testid="dm-composer-form"])',
  ].flatMap((root) => [`[data-testid="xchatEmbedRoute"] >>> ${root}`, root]),
  editor: ['textarea[data-testid="dm-composer-textarea"]', '[data-testid="dm-composer-form"] textarea'],
  who: {
    // g<digits> is a group; else the ids of both sides.
    thread: { in: 'url', match: '^/i/chat/(g\\d+|\\d+-\\d+)' },
    handle: {
      at: ['[data-testid="dm-conversation-header"] a[href^="/"]'],
      from: 'href',
      match: '^(?:https://(?:x|twitter)\\.com)?/(\\w{1,15})/?$',
    },
    title: { at: ['[data-testid="dm-conversation-username"]', '[data-testid="dm-conversation-header"] h2'] },
    // Its members are folded away.
    group: [{ in: 'url', match: '^/i/chat/(g\\d+)' }],
  },
  send: [
    '[data-testid="dm-composer-send-button"]',
    '[data-testid="dm-composer-form"] button[type="submit"]',
    '[data-testid="dm-composer-form"] button:is([aria-label="Send"], [aria-label="Send message"], [aria-label="Kirim"])',
  ],
  // Only there once something is written.
  sendMayMiss: true,
  also: [
    // Answering a stranger's request is a step towards them, without words.
    { at: ['[data-testid="dm-message-request-prompt"] button'], content: 'invitation' },
    { at: ['[data-testid="dm-composer-form"] button[data-testid*="voice"]'], content: 'voice' },
  ],
  keys: 'enter',
  replay: ['click', 'ask'],
};

const TICKED = `:is(${NAMED}):is([aria-checked="true"], :has([aria-checked="true"], :checked)) [dir="ltr"] > span`;

/** Sharing a post by message: those who are ticked. A row says a name, which anybody may bear, and the account. */
const share: BoxHooks = {
  name: 'share',
  root: [
    '[data-testid="xchatEmbedOverlays"] >>> [role="dialog"]:has([data-testid="dm-composer-send-button"])',
    '[role="dialog"]:has([data-testid="dmComposerSendButton"])',
  ].map((root) => `${root}:not(:has([data-testid="dm-conversation-header"]))`),
  editor: [],
  who: {
    handle: { at: [TICKED, '[data-testid^="selected-user-"]'], match: '^(@\\w{1,15})$' },
    title: { at: [TICKED, '[data-testid^="selected-user-"]'], match: '^([^@].*)$' },
    unsure: true,
  },
  send: ['[data-testid="dm-composer-send-button"], [data-testid="dmComposerSendButton"]'],
  sendMayMiss: true,
  keys: 'none',
  replay: ['click', 'ask'],
  content: 'share',
};

/** The same with a line of words that go along. */
const COMMENT = ':is(textarea, [contenteditable="true"])';
const shareWithNote: BoxHooks = {
  ...share,
  name: 'share-note',
  root: share.root.map((root) => `${root}:has(${COMMENT})`),
  editor: [COMMENT],
  keys: 'mod-enter',
};

/** Direct messages before the new chat: a Draft.js box, and no handle that anybody has written down. */
const legacy: BoxHooks = {
  name: 'dm',
  root: [
    'div:has([data-testid="dmComposerTextInput"]):has([data-testid="DmScrollerContainer"])',
    '[data-testid="DmActivityViewport"]',
    'aside:has([data-testid="dmComposerTextInput"])',
  ],
  editor: ['[data-testid="dmComposerTextInput"] [contenteditable="true"]', '[data-testid="dmComposerTextInput"]'],
  who: {
    thread: { in: 'url', match: '^/messages/(\\d+(?:-\\d+)?)' },
    // A group has an id of its own, without the dash between two people.
    group: [{ in: 'url', match: '^/messages/(\\d+)$' }],
  },
  send: [
    '[data-testid="dmComposerSendButton"]',
    'aside button ::named(Send|Kirim)',
    '[data-testid="dmComposerTextInput"] ~ button:last-of-type',
  ],
  keys: 'enter',
  replay: ['click', 'ask'],
};

const POST = '[data-testid^="tweetTextarea_"]';
const POST_BUTTON = ':is([data-testid="tweetButton"], [data-testid="tweetButtonInline"])';

/** A post, a thread of posts, a reply or a quote; scheduled ones leave by the same button. */
const post: BoxHooks = {
  name: 'post',
  channel: 'public_post',
  audience: 'public',
  root: [
    `[role="dialog"]:has(${POST})`,
    `div:has(${POST}):has(${POST_BUTTON})`,
    `[data-testid="primaryColumn"]:has(${POST})`,
  ],
  editor: [`${POST}[contenteditable="true"]`, `${POST} [contenteditable="true"]`, `textarea${POST}`],
  // Pictures and films have no file names here; that something is attached is seen.
  attachments: {
    at: ['[data-testid="attachments"] [role="group"]', '[data-testid="attachments"] img'],
    from: 'aria-label alt',
  },
  reply: ['article[data-testid="tweet"]', '[data-testid="inline_reply_offscreen"]'],
  send: [
    '[data-testid="tweetButton"], [data-testid="tweetButtonInline"]',
    '[data-testid="toolBar"] button[role="button"]:last-of-type',
  ],
  keys: 'mod-enter',
  replay: ['click', 'ask'],
};

export default surfaceFrom({
  id: 'x',
  name: 'X',
  channel: 'x_dm',
  matches: ['https://x.com/*', 'https://twitter.com/*'],
  proof: {
    grade: 'reconstructed',
    by: 'a page of ours after live reports of about 2026-09 (chat) and the code of public projects, undated (older messages, posts, the share sheet); not run against the live site',
    on: '2026-11-22',
  },
  version: 1,
  boxes: [shareWithNote, share, chat, legacy, post],
});
