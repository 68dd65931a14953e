import type { FieldHooks, SiteHooks } from '../hooks.ts';

const ADDRESS = '[^\\s<>"(),;:]+@[^\\s<>"(),;:]*[^\\s<>"(),;:.]';

/** <td id="zv__COMPOSE-1_to_cell"> <span class="addrBubble">…</span> <input id="zv__COMPOSE-1_to_control"> */
const field = (name: 'to' | 'cc' | 'bcc'): FieldHooks => {
  const input = `input[id$="_${name}_control"], textarea[id$="_${name}_control"]`;
  const around = `:is([id$="_${name}_cell"], :has(> :is(${input})), :has(> * > :is(${input})))`;
  return {
    chips: { at: [`${around} .addrBubble`], from: 'text title', match: ADDRESS },
    name: { match: '^"?([^"<]+?)"?\\s*<' },
    typed: { at: [input], from: 'value' },
    group: ['.ImgBubbleExpand'],
    remove: ['.ImgBubbleDelete'],
    input: [input],
  };
};

/** What stands in the view itself. Its toolbar stands beside it, tied by number: see `toolbar.ts`. */
export const ZIMBRA: SiteHooks = {
  id: 'zimbra',
  name: 'Zimbra Classic',
  channel: 'email',
  version: 1,
  matches: [],
  optional: true,
  proof: {
    grade: 'reconstructed',
    by: 'a page built from ids in its public source (Zimbra/zm-web-client 518cc8b4), frame and dialogs inferred; Classic only, not run',
    on: '2026-11-22',
  },
  marks: ['#z_shell', '[id^="zv__COMPOSE-"]', 'script[src*="/zimbra/"]'],
  boxes: [
    {
      name: 'mail',
      root: [
        '[id^="zv__COMPOSE-"]:has([id$="_to_control"]):has([id^="ZmHtmlEditor"])',
        '.ZmComposeView',
        '[id^="zv__COMPOSE-"]:has([id$="_subject_control"])',
      ],
      editor: [
        'iframe[id^="ZmHtmlEditor"][id$="_ifr"]:not([style*="display: none"], [style*="display: none"] *) >>> body',
        'textarea[id^="ZmHtmlEditor"]',
      ],
      subject: { at: ['[id$="_subject_control"]'], from: 'value' },
      to: field('to'),
      cc: field('cc'),
      bcc: field('bcc'),
      attachments: {
        at: ['[id$="_attachments_div"] .attBubbleContainer > *', '[id$="_attachments_div"] :is(b, a)'],
        match: '([^\\s\\/:*?"<>|][^\\/:*?"<>|\\n]*?\\.[A-Za-z0-9]{1,8})(?=[\\s(]|$)',
      },
      quoted: ['blockquote, #OLK_SRC_BODY_SECTION, [data-marker="__QUOTED_TEXT__"], [data-marker="__HEADERS__"]'],
      reply: ['iframe[id^="ZmHtmlEditor"] >>> [data-marker="__QUOTED_TEXT__"]'],
      send: ['[id^="zb__COMPOSE-"][id$="__SEND"]'],
      sendMayMiss: true,
      keys: 'mod-enter',
      replay: ['pointer', 'ask'],
      anchor: ['[id$="_subject_control"]'],
    },
    {
      // A conversation's own reply box shows to whom, but has neither Bcc nor subject.
      name: 'reply',
      root: ['.Conv2Reply'],
      editor: ['textarea'],
      to: { chips: { at: ['.addrBubble'], from: 'text title', match: ADDRESS }, group: ['.ImgBubbleExpand'] },
      send: ['[id$="__SEND"]', '.ZButton:has([id$="__SEND_title"])'],
      keys: 'mod-enter',
      replay: ['pointer', 'ask'],
      cannot: ['attachments'],
    },
  ],
};
