import { surfaceFrom } from './from-hooks.ts';
import type { BoxHooks, ReadHooks, WhoHooks } from './hooks.ts';

/** English and Portuguese, Spanish, Chinese as seen; Indonesian as expected. */
const SEND = '::named(Send|Kirim|Enviar|发送|發送)';
const BUTTON = ':is(button, [role="button"])';
/** The icon carries its name as data or as a test id; the older one was called `send`. The voice button never does. */
const SEND_ICON = ':has([data-icon="wds-ic-send-filled"], [data-testid="wds-ic-send-filled"], [data-icon="send"])';
const TEXT = '[contenteditable="true"][role="textbox"]';
const TICKED = ':is([role="checkbox"][aria-checked="true"], input[type="checkbox"]:checked)';

const TITLE: ReadHooks = {
  at: [
    'header[data-testid="conversation-header"] [data-testid="conversation-info-header-chat-title"]',
    '#main header [data-testid="conversation-info-header-chat-title"]',
    '#main header span[title]:not([data-testid="chat-subtitle"] *)',
  ],
  in: 'page',
  from: 'title text',
};
/** A group shows its members in one line; a 1:1 chat "last seen …" there, with a day, a comma and a time. */
const MEMBERS: ReadHooks = {
  at: [
    '[data-testid="chat-subtitle"] span[title*=","]:not([title*=":"], [title^="last seen" i], [title^="terakhir dilihat" i])',
  ],
  in: 'page',
  from: 'title',
};
const LABEL: ReadHooks = {
  at: ['#main footer [contenteditable="true"][role="textbox"]'],
  in: 'page',
  from: 'aria-label',
};
/** What stands before the name in the label of the text box: English, Portuguese, Spanish, Indonesian. */
const BEFORE_GROUP = 'message to group|para o grupo|(?:mensaje )?al grupo|pesan ke grup';
const BEFORE_NAME = `${BEFORE_GROUP}|message to|conversa com|mensagem para|mensaje a|pesan ke|pesan kepada`;

/**
 * The page shows no number for a saved contact, and its address never changes: a chat is known by its title, which is
 * bound to a person once. A title that is a number is that number.
 */
const WHO: WhoHooks = {
  handle: { ...TITLE, match: '^[\\u200e\\u202a]*(\\+[\\d\\s().\\-\\u2010\\u2011]{7,})[\\u202c\\u200e]*$' },
  title: TITLE,
  agree: [
    { ...LABEL, match: `(?:${BEFORE_NAME}) (.+?)\\.?$` },
    { at: ['#pane-side [aria-selected="true"] span[title]'], in: 'page', from: 'title' },
  ],
  group: [MEMBERS, { ...LABEL, match: `(${BEFORE_GROUP}) ` }],
  members: { ...MEMBERS, match: '([^,]+)' },
};

/** Enter sends by a setting of the user's that the page does not show. */
const TYPED = { keys: 'enter', enterUnsure: true, replay: ['click', 'enter', 'ask'] } as const;
const NO_TICKS = ':not(:has([role="checkbox"], input[type="checkbox"]))';

const edit: BoxHooks = {
  name: 'edit',
  root: [`[role="dialog"]${NO_TICKS}:has(${TEXT}):has([data-icon*="check"])`],
  editor: [TEXT],
  who: WHO,
  send: [
    `${BUTTON}:has([data-icon*="check"])`,
    `${BUTTON}::named(Done|Save|Selesai|Simpan|Concluído|Salvar|Listo|Guardar|完成|Send|Kirim|Enviar|发送|發送)`,
  ],
  ...TYPED,
};

/** A picture, a file or a GIF, also one that was dropped on the chat: this dialog comes first. */
const caption: BoxHooks = {
  name: 'caption',
  root: [`[role="dialog"]${NO_TICKS}:has(${TEXT})`],
  editor: [TEXT],
  who: WHO,
  content: 'picture',
  cannot: ['attachments'],
  send: [`${BUTTON}${SEND}`, `${BUTTON}${SEND_ICON}`],
  ...TYPED,
};

/** Messages that are forwarded, contacts that are shared: to those who are ticked. What is sent on is not on the page. */
const forward: BoxHooks = {
  name: 'forward',
  root: ['[role="dialog"]:has([role="checkbox"], input[type="checkbox"])'],
  editor: [],
  who: {
    title: {
      at: [
        `:is([role="listitem"], [role="row"], [role="option"], label):has(${TICKED}) span[title]`,
        '[role="checkbox"][aria-checked="true"] span[title]',
      ],
      from: 'title',
    },
  },
  content: 'share',
  send: [`${BUTTON}${SEND}`, `${BUTTON}${SEND_ICON}`],
  sendMayMiss: true,
  keys: 'none',
};

const message: BoxHooks = {
  name: 'message',
  root: ['#main'],
  editor: [
    'footer [contenteditable="true"][role="textbox"][data-lexical-editor]',
    'footer [data-testid="conversation-compose-box-input"]',
    `footer ${TEXT}`,
  ],
  who: WHO,
  send: [`footer ${BUTTON}${SEND}`, `footer ${BUTTON}${SEND_ICON}`],
  sendMayMiss: 'empty',
  also: [
    // While a clip is recorded its own Send stands where the text box was.
    {
      at: [`footer:not(:has(${TEXT})) ${BUTTON}${SEND}`, `footer:not(:has(${TEXT})) ${BUTTON}${SEND_ICON}`],
      content: 'voice',
    },
    // Inferred: stickers come from the page's own store, GIFs as film; emoji are neither.
    { at: ['#expressions-panel-container :is(button, [role="button"]):has(video)'], in: 'page', content: 'gif' },
    {
      at: ['#expressions-panel-container :is(button, [role="button"]):has(img[src^="blob:"])'],
      in: 'page',
      content: 'sticker',
    },
  ],
  ...TYPED,
};

export default surfaceFrom({
  id: 'whatsapp',
  name: 'WhatsApp Web',
  channel: 'whatsapp',
  matches: ['https://web.whatsapp.com/*'],
  proof: {
    grade: 'reconstructed',
    by: 'a page of ours after public reports of 2026-08 and 2026-09 and hooks in public projects of 2026; stickers, the edit box and the forward list are inferred; not run against the live site',
    on: '2026-11-22',
  },
  version: 1,
  boxes: [edit, caption, forward, message],
});
