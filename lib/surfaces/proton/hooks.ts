import type { FieldHooks, SiteHooks } from '../hooks.ts';

const ADDRESS = '[^\\s<>"(),;:]+@[^\\s<>"(),;:]*[^\\s<>"(),;:.]';

/** <div class="composer-addresses-container"> <div data-testid="composer-addresses-item"> … <input data-testid="composer:to"> */
const field = (testIds: readonly string[], open: readonly string[]): FieldHooks => {
  const input = `input:is(${testIds.map((id) => `[data-testid="${id}"]`).join(', ')})`;
  return {
    chips: {
      at: [
        `:is(.composer-addresses-container:has(${input}), :has(> .composer-addresses-input-container ${input})) .composer-addresses-item`,
      ],
    },
    address: {
      at: ['[data-testid^="remove-address-button-"]', '[data-testid="composer-addresses-item-label"]'],
      from: 'data-testid text',
      match: `(?:^remove-address-button-|^|<|\\s)(${ADDRESS})`,
    },
    name: { at: ['[data-testid="composer-addresses-item-label"]'], match: '^(.+?)\\s*<' },
    typed: { at: [input], from: 'value' },
    group: ['.composer-addresses-item:not([data-testid="composer-addresses-item"])'],
    remove: ['[data-testid^="remove-address-button-"]', '.composer-addresses-item-remove'],
    input: [input],
    open: [...open, '.composer-addresses-fakefield-inner'],
  };
};

export const PROTON: SiteHooks = {
  id: 'proton',
  name: 'Proton Mail',
  channel: 'email',
  version: 1,
  matches: ['https://mail.proton.me/*'],
  proof: {
    grade: 'reconstructed',
    by: 'a page built from test ids and classes of its public source (ProtonMail/WebClients, no fixed commit); host inferred; not run against the live site',
    on: '2026-11-22',
  },
  boxes: [
    {
      name: 'mail',
      root: [
        '[data-testid^="composer-"]:has([data-testid="composer:footer"])',
        '.composer',
        ':has([data-testid="composer:send-button"]):has([data-testid="composer:subject"])',
      ],
      editor: ['iframe[data-testid="rooster-iframe"] >>> #rooster-editor', 'iframe >>> #rooster-editor'],
      from: { at: ['[data-testid="composer:from"]'], match: ADDRESS },
      subject: { at: ['[data-testid="composer:subject"]', 'input[placeholder="Subject" i]'], from: 'value' },
      to: field(['composer:to'], []),
      cc: field(
        ['composer:to-cc', 'composer:cc'],
        ['[data-testid="composer:cc-bcc-button"]', '.composer-addresses-ccbcc'],
      ),
      bcc: field(
        ['composer:to-bcc', 'composer:bcc'],
        ['[data-testid="composer:cc-bcc-button"]', '.composer-addresses-ccbcc:last-of-type'],
      ),
      attachments: {
        at: ['[data-testid^="attachment-remove-"]'],
        from: 'data-testid',
        match: '^attachment-remove-(.+)$',
      },
      quoted: ['.protonmail_quote, blockquote'],
      reply: ['iframe[data-testid="rooster-iframe"] >>> .protonmail_quote'],
      send: ['[data-testid="composer:send-button"]', '.composer-send-button'],
      also: [
        {
          at: [
            '[data-testid="composer:schedule-send:tomorrow"], [data-testid="composer:schedule-send:next-monday"], [data-testid^="composer:schedule-send:"][data-testid$="-as-scheduled"]',
          ],
          in: 'page',
        },
        {
          at: ['[data-testid="composer:schedule-send:custom"], [data-testid="composer:schedule-send-button"]'],
          in: 'page',
          how: 'schedule',
        },
        {
          at: ['[role="dialog"] button', '[role="alertdialog"] button', '.modal-two button'],
          in: 'page',
          how: 'confirm',
        },
      ],
      keys: 'mod-enter',
      replay: ['click', 'ask'],
      anchor: ['[data-testid="composer:subject"]'],
    },
  ],
};
