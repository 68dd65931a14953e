/**
 * Gmail's marks, as data. From public sources of 2019 to 2026-06 (`surfaces.md` §3.1), not from a live run.
 * `name`, `role` and `data-*` come first; class tokens stand beside a second way wherever there is one.
 */
export const GMAIL = {
  /** <div class="nH Hd" role="dialog"> */
  dialog: '[role="dialog"]',
  /** <div class="aoI" role="region" data-compose-id="1"> (no data-compose-id in 2020) */
  region: 'div[role="region"][data-compose-id], div.aoI[role="region"]',
  frame: '.M9',
  /** <div class="Am aiL Al editable" g_editable="true" role="textbox"> */
  richBody: '[g_editable="true"]',
  /** <textarea class="Ak" form="nosend"> */
  plainBody: 'textarea.Ak, textarea[form="nosend"]',
  subject: 'input[name="subjectbox"]',
  quoted: '.gmail_quote, .gmail_quote_container, blockquote',
  /** <div class="aoD hl"><div class="oL aDm az9"><span email="…"> */
  collapsedRow: '.aoD.hl',
  collapsedChip: 'span[email]',
  /** <div class="afV" role="option" data-hovercard-id="ana@x.example" data-name="Ana"> */
  chip: '[role="option"], [data-hovercard-id]',
  /** <div class="vR"><span class="vN" email="…"><input type="hidden" name="to"> (to 2021-10) */
  classicChip: '.vR',
  pending: 'input[peoplekit-id], input.agP',
  showBcc: '.pB',
  attachmentName: '.dL .vI',
  attachmentSize: '.vJ',
  attachmentRow: '.dL',
  /** <div class="vq" role="button" aria-label="Remove attachment">: undated, not seen on a live page; what comes of it is read again. */
  attachmentRemove: '.vq, [role="button"][aria-label*="Remove"], [role="button"][aria-label*="Hapus"]',
  attachmentUrl: '[download_url]',
  driveChip: '.gmail_drive_chip',
  send: [
    '.dC > [role="button"]:not([aria-haspopup="true"])',
    '.IZ .Up div > div[role="button"]:not(.Uo):not([aria-haspopup="true"])',
    '[jslog^="32601;"]',
  ],
  sendArchive: '.IZ .Up div > div[role="button"].Uo',
  more: '.hG[aria-haspopup="true"]',
  scheduleItem: '[selector="scheduledSend"]',
  /** <div role="dialog"><div role="menuitem" class="Az"> */
  schedulePreset: '[role="dialog"] .Az[role="menuitem"]',
  alert: '[role="alertdialog"]',
  button: 'button, [role="button"], [role="menuitem"]',
  chipRemove: '.afX, .vM, [aria-label^="Remove"], [aria-label^="Hapus"]',
} as const;

export const FIELDS = ['to', 'cc', 'bcc'] as const;
export type MailField = (typeof FIELDS)[number];
