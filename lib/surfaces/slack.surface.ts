import { byAddress } from './by-address.ts';
import { surfaceFrom } from './from-hooks.ts';
import type { BoxHooks } from './hooks.ts';

const INPUT = '[data-qa="message_input"]';
const SEND = '[data-qa="texty_send_button"]';
const LATER = ['button:is([aria-label^="Schedule" i], [aria-label^="Jadwalkan" i])', `${SEND} ~ button[aria-haspopup]`];
const ITEM = '[role="menu"] [role^="menuitem"]';

/** C: a channel, G: a group, D: one person. Views over many channels have none of these in their address. */
const message: BoxHooks = {
  name: 'message',
  root: [
    '[data-qa="message_input_container"]',
    `[data-qa="threads_flexpane"]:has(${INPUT})`,
    `:is(form, footer, div):has(${INPUT}):has(${SEND})`,
    `:is(form, footer, div):has(> ${INPUT})`,
  ],
  editor: [`${INPUT} .ql-editor`, `.ql-editor[contenteditable="true"]`],
  who: {
    thread: { in: 'url', match: '^/client/([^/?#]+/[CDG][A-Z0-9]+)' },
    title: { at: ['[data-qa="channel_name"]', '[data-qa="channel_header"] [role="heading"]'], in: 'page' },
    group: [{ in: 'url', match: '^/client/[^/?#]+/([CG][A-Z0-9]+)' }],
  },
  send: [SEND, `button[aria-label^="Send"], button[aria-label^="Kirim"]`, 'button.c-wysiwyg_container__button--send'],
  also: [
    // Inferred: the arrow beside Send opens a menu of times; all but one's own time send at once.
    {
      at: [`${ITEM}::named(Custom time|Waktu khusus|Waktu kustom)`],
      in: 'page',
      how: 'schedule',
      after: LATER,
      asks: 'time',
    },
    { at: [ITEM], in: 'page', after: LATER, when: {} },
    {
      at: ['[role="dialog"] button::named(Schedule message|Schedule|Jadwalkan pesan|Jadwalkan)'],
      in: 'page',
      how: 'confirm',
    },
  ],
  keys: 'enter',
  enterUnsure: true,
  replay: ['click', 'ask'],
  attachments: { at: ['[data-qa="message_attachment_thumbnail"]'], from: 'aria-label title text' },
};

export default surfaceFrom({
  id: 'slack',
  name: 'Slack',
  channel: 'other_chat',
  matches: ['https://app.slack.com/*'],
  optional: true,
  proof: {
    grade: 'reconstructed',
    by: 'a page of ours after hooks in public projects, undated; attachments and the menu of times are inferred; not run against the live site',
    on: '2026-11-22',
  },
  version: 1,
  boxes: byAddress('^/client/[^/?#]+/[CDG][A-Z0-9]', message),
});
