import { surfaceFrom } from './from-hooks.ts';
import type { FieldHooks } from './hooks.ts';

const ADDRESS = '[^\\s<>"(),;:]+@[^\\s<>"(),;:]*[^\\s<>"(),;:.]';
const CHIP = '[class*="_EType_RECIPIENT_ENTITY"]';

/** <div role="group" id="MSG_15127c3b5a0_TO"><div aria-label="To" contenteditable="true"><span class="_EType_RECIPIENT_ENTITY" aria-label="ana@x.example"> */
const field = (suffix: 'TO' | 'CC' | 'BCC', labels: readonly string[]): FieldHooks => {
  const named = labels.map((label) => `[contenteditable="true"][aria-label="${label}" i]`).join(', ');
  const well = `:is([role="group"][id$="_${suffix}"] [contenteditable="true"], ${named})`;
  return {
    chips: {
      at: [`:is([role="group"][id$="_${suffix}"], ${named}) ${CHIP}`],
      from: 'aria-label title text',
      match: ADDRESS,
    },
    name: { at: ['[class*="textContainer"]'] },
    typed: { at: [well] },
    group: [':has(button[aria-label^="Expand" i])'],
    remove: ['button[aria-label^="Remove" i], button[aria-label^="Hapus" i]'],
    input: [well],
    ...(suffix === 'BCC' && { open: ['button[aria-label*="Bcc" i]'] }),
  };
};

/** Outlook on the web. Its windows are `about:blank`; one prefix of ids is one letter, so its root is the least that holds all. */
export default surfaceFrom({
  id: 'outlook',
  name: 'Outlook',
  channel: 'email',
  version: 1,
  matches: [
    'https://outlook.live.com/*',
    'https://outlook.office.com/*',
    'https://outlook.office365.com/*',
    'https://outlook.cloud.microsoft/*',
  ],
  proof: {
    grade: 'reconstructed',
    by: 'a page built from public live reports of 2026-09-26 and 2026-10-07 (fields, chips, Send) and public code of 2026-06; schedule menu and dialogs inferred from roles; not run against the live site',
    on: '2026-11-22',
  },
  boxes: [
    {
      name: 'mail',
      root: [
        ':has([role="group"][id$="_TO"]):has([id^="editorParent_"]):has([id*="primaryActionButton"])',
        '[data-app-section="MailReadCompose"]',
        ':has([role="group"][id$="_TO"]):has([id^="editorParent_"])',
        ':has([id^="editorParent_"]):has([id*="primaryActionButton"])',
      ],
      editor: [
        '[id^="editorParent_"] [role="textbox"][contenteditable="true"]',
        '[role="textbox"][aria-multiline="true"][contenteditable="true"]',
      ],
      subject: {
        at: ['input[id$="_SUBJECT"]', 'input[aria-label="Subject" i], input[aria-label="Subjek" i]'],
        from: 'value',
      },
      to: field('TO', ['To', 'Kepada']),
      cc: field('CC', ['Cc']),
      bcc: field('BCC', ['Bcc']),
      attachments: {
        at: ['[data-testid="AttachmentCard"]'],
        from: 'aria-label title text',
        match: '([^\\s\\/:*?"<>|][^\\/:*?"<>|\\n]*\\.[A-Za-z0-9]{1,8})',
      },
      quoted: [
        '#appendonsend ~ *, #divRplyFwdMsg, #divRplyFwdMsg ~ *, #mail-editor-reference-message-container, blockquote',
      ],
      reply: ['#divRplyFwdMsg', '#mail-editor-reference-message-container'],
      send: [
        'button[id*="primaryActionButton"]',
        '[data-testid="ComposeSendButton"] button:not([aria-haspopup])',
        'button[title*="Ctrl+Enter"]',
        '.fui-SplitButton__primaryActionButton',
      ],
      also: [
        {
          at: ['[role="menu"] [role^="menuitem"]'],
          in: 'page',
          how: 'schedule',
          asks: 'time',
          after: ['button[id*="menuButton"]', '.fui-SplitButton__menuButton'],
        },
        {
          at: ['[role="dialog"] button:not([role="grid"] *, [aria-haspopup])', '[role="alertdialog"] button'],
          in: 'page',
          how: 'confirm',
          when: {},
        },
      ],
      keys: 'mod-enter',
      shortcuts: [{ key: 's', with: 'alt' }],
      replay: ['click', 'ask'],
      anchor: ['input[id$="_SUBJECT"]'],
    },
  ],
});
