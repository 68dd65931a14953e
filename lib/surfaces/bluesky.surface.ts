import { surfaceFrom } from './from-hooks.ts';
import type { BoxHooks } from './hooks.ts';

const SEND = '[role="button"]:is([aria-label="Send message"], [aria-label="Kirim pesan"])';

/** Has an input method check of its own; an empty message is not sent. */
const message: BoxHooks = {
  name: 'message',
  root: [
    '[data-testid="convoScreen"]',
    `main:has(textarea):has(${SEND})`,
    `div:has(textarea):has(a[href^="/profile/"]):has(${SEND})`,
  ],
  editor: ['textarea:is([placeholder="Write a message"], [aria-label="Message input field"])', 'textarea'],
  who: {
    thread: { in: 'url', match: '^/messages/([^/?#]+)' },
    // People who are mentioned in a message are linked by their did, posts that are quoted by a longer path.
    handle: { at: ['a[href^="/profile/"]:not(nav *)'], from: 'href', match: '^/profile/((?!did:)[^/?#]+)/?$' },
    title: { at: ['h1, h2, [role="heading"]', 'a[href^="/profile/"] [dir="auto"]'] },
  },
  send: [SEND, '[role="button"]:has(path):last-child', 'textarea ~ * [role="button"], textarea ~ [role="button"]'],
  keys: 'enter',
  replay: ['click', 'enter', 'ask'],
};

/** A post or a thread of posts, a reply, a quote. Interaction settings change who may answer, not who can read it. */
const post: BoxHooks = {
  name: 'post',
  channel: 'public_post',
  audience: 'public',
  root: ['[data-testid="composePostView"]', '[role="dialog"]:has([data-testid="composerPublishBtn"])'],
  editor: ['.ProseMirror[contenteditable="true"]', '[contenteditable="true"]'],
  reply: ['[data-testid="replyTo"]', '[data-testid="composerReplyTo"]'],
  send: [
    '[data-testid="composerPublishBtn"]',
    '[role="button"]:is([aria-label^="Publish"], [aria-label^="Terbitkan"]), button:is([aria-label^="Publish"], [aria-label^="Terbitkan"])',
  ],
  keys: 'mod-enter',
  replay: ['click', 'ask'],
};

export default surfaceFrom({
  id: 'bluesky',
  name: 'Bluesky',
  channel: 'other_chat',
  matches: ['https://bsky.app/*'],
  optional: true,
  proof: {
    grade: 'reconstructed',
    by: "a page of ours after the client's own source (MessageInput.web.tsx 07d00691; the post composer by its test ids); not run against the live site",
    on: '2026-11-22',
  },
  version: 1,
  boxes: [message, post],
});
