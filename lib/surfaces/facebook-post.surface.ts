import { surfaceFrom } from './from-hooks.ts';
import type { BoxHooks } from './hooks.ts';

const BUTTON = ':is(button, [role="button"])';
const EDITOR = '[contenteditable="true"][role="textbox"]';
const POST = 'Post|Publish|Schedule|Share now|Posting|Kirim|Terbitkan|Jadwalkan|Bagikan sekarang';
/** The same editor stands in comments and chats that open in a dialog. */
const OTHER = [
  'Comment',
  'Write a comment',
  'Write a reply',
  'Reply',
  'Answer',
  'Message',
  'Komentar',
  'Tulis komentar',
  'Tulis balasan',
  'Balas',
  'Pesan',
  'Tulis sesuatu',
];

/**
 * A post of a profile goes by "Post". A page's goes by "Next", and by "Post" or "Schedule" in a second dialog, which
 * lies over the first. Who will see it cannot be told: it is taken for public.
 */
const post: BoxHooks = {
  name: 'post',
  where: '^/(?!messages/)',
  channel: 'public_post',
  audience: 'public',
  root: [`[role="dialog"]:has(${EDITOR})`],
  editor: [`${EDITOR}[data-lexical-editor="true"]`, EDITOR],
  not: OTHER.map((label) => `[contenteditable][aria-label^="${label}" i]`),
  send: [
    POST.split('|')
      .map((label) => `[role="button"][aria-label="${label}" i]`)
      .join(', '),
    `${BUTTON}::named(${POST})`,
  ],
  // There is "Next" instead where the post is a page's.
  sendMayMiss: true,
  also: [
    { at: [`${BUTTON}::named(Next|Berikutnya|Selanjutnya)`], how: 'schedule' },
    { at: [`[role="dialog"]:not(:has(${EDITOR})) ${BUTTON}::named(${POST})`], in: 'page', how: 'confirm' },
  ],
  keys: 'mod-enter',
  replay: ['click', 'ask'],
};

export default surfaceFrom({
  id: 'facebook-post',
  name: 'Facebook posts',
  channel: 'public_post',
  matches: ['https://www.facebook.com/*'],
  proof: {
    grade: 'reconstructed',
    by: 'a page of ours after the little that public projects of 2024 to 2026 say: a text box in a dialog, "Post", and "Next" on pages; not run against the live site',
    on: '2026-11-22',
  },
  version: 1,
  boxes: [post],
});
