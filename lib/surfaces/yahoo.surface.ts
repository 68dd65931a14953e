import { surfaceFrom } from './from-hooks.ts';
import type { FieldHooks } from './hooks.ts';

const ADDRESS = '[^\\s<>"(),;:]+@[^\\s<>"(),;:]*[^\\s<>"(),;:.]';
const TO = ':has([data-test-id="container-to"], #message-to-field)';
const TEXT = ':has([data-test-id="rte"], #editor-container)';
const SEND = ':has([data-test-id="compose-send-button"])';

/** <div data-test-id="container-to"><ul class="pill-list">… <div data-test-id="pill" title="ana@x.example"> … <input id="message-to-field"> */
const field = (name: 'to' | 'cc' | 'bcc'): FieldHooks => {
  const within = `:is([data-test-id="container-${name}"], :has(> .pill-container > #message-${name}-field))`;
  const input = `#message-${name}-field, [data-test-id="container-${name}"] input`;
  return {
    chips: {
      at: [`${within} :is([data-test-id="pill"], [data-test-id="email-pill"])`],
      from: 'title text',
      match: ADDRESS,
    },
    name: { from: 'text' },
    typed: { at: [input], from: 'value' },
    input: [input],
    ...(name !== 'to' && { open: ['[data-test-id="btn-cc"]'] }),
  };
};

/** Yahoo Mail and AOL Mail. The root of a letter is not known: it is the least that holds recipients, text and Send. */
export default surfaceFrom({
  id: 'yahoo',
  name: 'Yahoo Mail',
  channel: 'email',
  version: 1,
  matches: ['https://mail.yahoo.com/*', 'https://mail.aol.com/*'],
  proof: {
    grade: 'reconstructed',
    by: 'a page built from test ids in public code without a date, the weakest of the webmails; root, title of Send and AOL inferred, attachments, send menu and schedule unknown; not run against the live site',
    on: '2026-11-22',
  },
  boxes: [
    {
      name: 'mail',
      root: [TO + TEXT + SEND, TO + TEXT, TEXT + SEND, TO + SEND],
      editor: ['[data-test-id="rte"]', '#editor-container [contenteditable="true"]'],
      subject: { at: ['[data-test-id="compose-subject"]', '#message-subject-field'], from: 'value' },
      to: field('to'),
      cc: field('cc'),
      bcc: field('bcc'),
      quoted: ['.yahoo_quoted, blockquote'],
      reply: ['.yahoo_quoted'],
      send: [
        '[data-test-id="compose-send-button"]',
        'button:is([title^="Send" i], [aria-label^="Send" i], [title^="Kirim" i], [aria-label^="Kirim" i])',
      ],
      also: [{ at: ['[role="dialog"] button', '[role="alertdialog"] button'], in: 'page', how: 'confirm' }],
      keys: 'mod-enter',
      replay: ['click', 'ask'],
      anchor: ['[data-test-id="compose-subject"]'],
      cannot: ['attachments'],
    },
  ],
});
