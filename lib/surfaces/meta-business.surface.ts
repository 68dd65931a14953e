import { surfaceFrom } from './from-hooks.ts';
import type { BoxHooks } from './hooks.ts';

const BUTTON = ':is(button, [role="button"])';
const TEXT = ['textarea', '[contenteditable="true"][role="textbox"]', '[contenteditable="true"]'];
const SEND = 'Send|Kirim';
const PUBLISH = 'Publish|Post|Schedule|Share|Publikasikan|Terbitkan|Posting|Jadwalkan|Bagikan';

/** No hook of this box is public: a text box beside a button of that name. Its chat is known by the address alone. */
const inbox = {
  root: [
    `:is([role="main"], [role="region"], section, form, div):has(> ${BUTTON}):has(textarea, [contenteditable="true"])`,
    '[role="main"]',
  ],
  editor: TEXT,
  not: [
    '[type="search"]',
    '[aria-label*="search" i]',
    '[aria-label*="cari" i]',
    '[placeholder*="search" i]',
    '[placeholder*="cari" i]',
  ],
  who: { thread: { in: 'url', match: '[?&]selected_item_id=([^&#]+)' } },
  send: [
    [...SEND.split('|')].map((label) => `${BUTTON}[aria-label="${label}" i]`).join(', '),
    `${BUTTON}::named(${SEND})`,
  ],
  sendMayMiss: true,
  keys: 'enter',
  enterUnsure: true,
  replay: ['click', 'enter', 'ask'],
} satisfies Partial<BoxHooks>;

const instagram: BoxHooks = {
  name: 'instagram',
  where: '^/latest/inbox/(?:instagram\\b|.*[?&]thread_type=IG)',
  channel: 'instagram_dm',
  ...inbox,
};
const message: BoxHooks = { name: 'message', where: '^/latest/inbox\\b', ...inbox };

/** The planner and "Create post" stand elsewhere in the suite, in a dialog or a page of their own. */
const post: BoxHooks = {
  name: 'post',
  where: '^/latest/(?!inbox\\b)',
  channel: 'public_post',
  audience: 'public',
  root: [
    '[role="dialog"]:has(textarea, [contenteditable="true"])',
    '[role="main"]:has(textarea, [contenteditable="true"])',
  ],
  editor: TEXT,
  not: inbox.not,
  send: [
    [...PUBLISH.split('|')].map((label) => `${BUTTON}[aria-label="${label}" i]`).join(', '),
    `${BUTTON}::named(${PUBLISH})`,
  ],
  sendMayMiss: true,
  keys: 'mod-enter',
  replay: ['click', 'ask'],
};

export default surfaceFrom({
  id: 'meta-business',
  name: 'Meta Business Suite',
  channel: 'facebook_msg',
  matches: ['https://business.facebook.com/*'],
  proof: {
    grade: 'generic',
    by: 'no hooks are public: a text box beside a button called Send or Publish, and the chat’s id in the address; a page of ours; not run against the live site',
    on: '2026-11-22',
  },
  version: 1,
  boxes: [instagram, message, post],
});
