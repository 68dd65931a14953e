import { surfaceFrom } from './from-hooks.ts';
import type { BoxHooks, ReadHooks, WhoHooks } from './hooks.ts';

const SEND = '::named(Send|Kirim|Enviar|发送|發送)';
const BUTTON = ':is(button, [role="button"])';
/** Routes of the site's own that look like an account. */
const HANDLE = '^/(?!(?:direct|explore|reels?|stories|accounts|p|about|legal|privacy)(?:/|$))([\\w.]{1,30})/?$';
const TEXT = '[contenteditable="true"][role="textbox"]';
const HEADER = '[data-pagelet="IGDInboxHeaderOffMsys"]';
const PAGELET = '[data-pagelet="IGDComposerForCannes"]';
const COMMENT = [
  '[aria-label*="comment" i]',
  '[aria-placeholder*="comment" i]',
  '[aria-label*="komentar" i]',
  '[aria-placeholder*="komentar" i]',
];

const TITLE: ReadHooks = {
  at: [`${HEADER} h2 span[title]`, `${HEADER} h2`, 'main h2 span[title]', '[role="main"] h2 span[title]'],
  in: 'page',
  from: 'title text',
};

/**
 * The thread is in the address. The account is in the header's link; that one is blank at times, and then the picture
 * beside what came in says it. Never by the label: it is translated.
 */
const WHO: WhoHooks = {
  thread: { in: 'url', match: '^/direct/t/(\\d+)' },
  handle: {
    at: [
      `${HEADER} a[role="link"][href^="/"]`,
      '[data-pagelet="IGDMessagesList"] [role="group"] a[href^="/"]',
      '[data-pagelet="IGDMessagesList"] a[href^="/"]',
    ],
    in: 'page',
    from: 'href',
    match: HANDLE,
  },
  title: TITLE,
  // The name of a person is a link to the account; that of a group is none.
  group: [{ at: [`${HEADER}:has(h2):not(:has(a[role="link"][href^="/"] h2, h2 a[href^="/"]))`], in: 'page' }],
};

const message: BoxHooks = {
  name: 'message',
  root: [PAGELET, `main:has(${TEXT})`, `[role="main"]:has(${TEXT})`],
  where: '^/direct/',
  editor: [`${TEXT}[data-lexical-editor="true"]`, TEXT],
  not: COMMENT,
  who: WHO,
  send: [
    `${BUTTON}${SEND}`,
    // Where the pagelet is gone the rest of the page is inside the root: only what is named counts there.
    `${PAGELET} ${BUTTON}:is(:has(svg[aria-label="Send" i], svg[aria-label="Kirim" i]), :not(:has(svg, img, input)))`,
  ],
  sendMayMiss: 'empty',
  also: [
    {
      at: [
        `${PAGELET} ${BUTTON}:has(svg:is([aria-label="Like" i], [aria-label="Suka" i], [aria-label="Me gusta" i], [aria-label="Curtir" i], [aria-label="赞"]))`,
      ],
      content: 'like',
    },
    // While a clip is recorded its own Send stands where the text box was.
    { at: [`${PAGELET}:not(:has([contenteditable="true"])) ${BUTTON}${SEND}`], content: 'voice' },
    // Inferred: pictures that are buttons in the panel of stickers and GIFs.
    {
      at: [`[role="dialog"]:has(input[type="text"], input[type="search"]) ${BUTTON}:has(img[src*="giphy"])`],
      in: 'page',
      content: 'gif',
    },
    {
      at: [`[role="dialog"]:has(input[type="text"], input[type="search"]) ${BUTTON}:has(> img:only-child)`],
      in: 'page',
      content: 'sticker',
    },
  ],
  keys: 'enter',
  replay: ['click', 'enter', 'ask'],
};

const REPLY =
  'textarea:is([placeholder*="Reply" i], [placeholder*="Balas" i], [placeholder*="Send message" i], [placeholder*="Kirim pesan" i])';

/** A reply to a story or a note goes to its owner, as a message. */
const story: BoxHooks = {
  name: 'story',
  root: [`section:has(${REPLY})`, `[role="dialog"]:has(${REPLY})`, `form:has(${REPLY})`, `:has(> ${REPLY})`],
  editor: [REPLY],
  not: COMMENT,
  who: {
    handle: { in: 'url', match: '^/stories/(?!highlights/)([\\w.]{1,30})/' },
  },
  send: [`${BUTTON}${SEND}`, `:is(textarea, :has(> textarea)) ~ ${BUTTON}:not(:has(svg, img))`],
  sendMayMiss: true,
  keys: 'enter',
  replay: ['click', 'enter', 'ask'],
};

/** Inferred: a note above the inbox opens in a dialog that links its owner. */
const note: BoxHooks = {
  ...story,
  name: 'note',
  where: '^/direct/',
  root: [`[role="dialog"]:has(${REPLY})`],
  who: { handle: { at: ['a[href^="/"]'], from: 'href', match: HANDLE } },
};

const THOUGHT =
  ':is(textarea, input, [contenteditable="true"]):is([placeholder*="thought" i], [aria-placeholder*="thought" i], [aria-label*="thought" i], [placeholder*="pikiran" i], [aria-placeholder*="pikiran" i], [aria-label*="pikiran" i])';

/** Inferred: a note of one's own, which whoever follows can read. */
const ownNote: BoxHooks = {
  name: 'own-note',
  channel: 'public_post',
  audience: 'public',
  where: '^/direct/',
  root: [`[role="dialog"]:has(${THOUGHT})`],
  editor: [THOUGHT],
  send: [`${BUTTON}::named(Share|Bagikan)`, `${BUTTON}:not(:has(svg, img, input))::named(Share|Bagikan)`],
  sendMayMiss: true,
  keys: 'none',
  replay: ['click', 'ask'],
};

const NOTE = ':is(textarea, input[placeholder*="message" i], input[placeholder*="pesan" i])';
const TICKED = ':is(:checked, [role="checkbox"][aria-checked="true"])';
const ROW = ':is([role="listitem"], [role="option"], [role="button"], label)';

/** The share list: those who are ticked, by name. What is shared is not on the page; a note may go with it. */
const share: BoxHooks = {
  name: 'share',
  root: ['[role="dialog"]:has(input[type="checkbox"], [role="checkbox"])'],
  editor: [],
  who: {
    title: { at: [`${ROW}:has(${TICKED}) span[title]`, `${ROW}:has(${TICKED}) span[dir="auto"]`], from: 'title text' },
    unsure: true,
  },
  content: 'share',
  send: [`${BUTTON}${SEND}`, `${BUTTON}:not(:has(svg, img, input)):not([aria-label])${SEND}`],
  sendMayMiss: true,
  keys: 'none',
};
const shareWithNote: BoxHooks = {
  ...share,
  name: 'share-note',
  root: share.root.map((each) => `${each}:has(${NOTE})`),
  editor: [NOTE],
};

export default surfaceFrom({
  id: 'instagram',
  name: 'Instagram Direct',
  channel: 'instagram_dm',
  matches: ['https://www.instagram.com/*'],
  proof: {
    grade: 'reconstructed',
    by: 'a page of ours after an undated live report and hooks in public projects of 2026; panels of stickers, the share list and notes are inferred; not run against the live site',
    on: '2026-11-22',
  },
  version: 1,
  boxes: [shareWithNote, share, ownNote, note, story, message],
});
