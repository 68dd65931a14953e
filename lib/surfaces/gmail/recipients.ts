import type { Recipient, RecipientField } from '../../domain/draft.ts';
import { addressKey, splitAddresses } from '../addresses.ts';
import { FIELDS, GMAIL, type MailField } from './marks.ts';

/** Where an address stood when its field was open: the collapsed row does not say whether it is Cc. */
const fieldsSeen = new WeakMap<Element, Map<string, RecipientField>>();

export interface GmailRecipients {
  readonly recipients: readonly Recipient[];
  /** False: none of the known places for recipients is there. */
  readonly readable: boolean;
}

/** The union of all readers: chips, classic chips and their mirrors, text that is not yet a chip, the collapsed row. */
export function readRecipients(root: Element): GmailRecipients {
  const seen = fieldsSeen.get(root) ?? new Map<string, RecipientField>();
  fieldsSeen.set(root, seen);
  const found = new Map<string, Recipient>();
  const add = (recipient: Recipient): void => {
    const key = `${recipient.field} ${addressKey(recipient.address)}`;
    const before = found.get(key);
    if (!before || (before.pending && !recipient.pending)) found.set(key, recipient);
  };
  for (const field of FIELDS) for (const each of open(root, field)) add(each);
  for (const each of found.values()) seen.set(addressKey(each.address), each.field);
  const known = new Set([...found.values()].map((each) => addressKey(each.address)));
  for (const each of collapsed(root, found.size === 0)) {
    const key = addressKey(each.address);
    if (!known.has(key)) add({ ...each, field: seen.get(key) ?? 'to' });
  }
  const places =
    root.querySelector('[name="to"], [name="cc"], [name="bcc"]') ??
    root.querySelector(`${GMAIL.collapsedRow} ${GMAIL.collapsedChip}`);
  return { recipients: [...found.values()], readable: places !== null };
}

function open(root: Element, field: MailField): readonly Recipient[] {
  const holders = [...root.querySelectorAll(`div[name="${field}"]`)].filter(outsideBody);
  const chips = holders.flatMap((holder) => [...holder.querySelectorAll(GMAIL.chip)].filter(isInnermostChip));
  const classic = [...root.querySelectorAll(GMAIL.classicChip)].filter(
    (chip) => outsideBody(chip) && chip.querySelector(`input[type="hidden"][name="${field}"]`) !== null,
  );
  return [
    ...chips.map((chip) => fromChip(chip, field)),
    ...classic.map((chip) => fromClassic(chip, field)),
    ...pendingInputs(root, field).flatMap((input) => pending(input.value, field)),
  ];
}

/** A chip may nest its address: the option counts, or the bare node where there is no option. */
const isInnermostChip = (chip: Element): boolean =>
  chip.matches('[role="option"]')
    ? chip.querySelector('[role="option"]') === null
    : chip.closest('[role="option"]') === null;

function fromChip(chip: Element, field: RecipientField): Recipient {
  const id =
    chip.getAttribute('data-hovercard-id') ??
    chip.querySelector('[data-hovercard-id]')?.getAttribute('data-hovercard-id') ??
    '';
  const name = chip.getAttribute('data-name') || chip.textContent?.trim() || undefined;
  // A contact group shows its name alone; who is in it the page does not tell.
  return { field, address: id || name || '?', ...(name && { name }), ...(!id.includes('@') && { group: true }) };
}

function fromClassic(chip: Element, field: RecipientField): Recipient {
  const mirror = splitAddresses(chip.querySelector<HTMLInputElement>('input[type="hidden"]')?.value ?? '')[0];
  const address =
    chip.querySelector('[email]')?.getAttribute('email') || mirror?.address || chip.textContent?.trim() || '?';
  return { field, address, ...(mirror?.name && { name: mirror.name }), ...(!address.includes('@') && { group: true }) };
}

/** One per field in the layout of 2021 and later; one text area that holds everything in that of 2020. */
export function pendingInputs(root: Element, field: MailField): readonly (HTMLInputElement | HTMLTextAreaElement)[] {
  const modern = [...root.querySelectorAll<HTMLInputElement>(GMAIL.pending)].filter(
    (input) => outsideBody(input) && fieldOf(input) === field,
  );
  return [...modern, ...root.querySelectorAll<HTMLTextAreaElement>(`textarea[name="${field}"]`)];
}

function fieldOf(input: Element): MailField {
  const name = input.closest('[name="to"], [name="cc"], [name="bcc"]')?.getAttribute('name');
  return FIELDS.find((field) => field === name) ?? 'to';
}

const pending = (text: string, field: RecipientField): readonly Recipient[] =>
  splitAddresses(text).map((each) => ({ field, ...each, pending: true }));

/** A row that the page itself has hidden may be stale: it counts only when nothing else was found. */
function collapsed(root: Element, alone: boolean): readonly Omit<Recipient, 'field'>[] {
  const rows = [...root.querySelectorAll<HTMLElement>(GMAIL.collapsedRow)].filter(
    (row) => outsideBody(row) && (alone || row.style.display !== 'none'),
  );
  return rows.flatMap((row) =>
    [...row.querySelectorAll(GMAIL.collapsedChip)].flatMap((chip) => {
      const address = chip.getAttribute('email') || chip.getAttribute('data-hovercard-id') || '';
      const name = chip.textContent?.trim();
      return address ? [{ address, ...(name && { name }), ...(!address.includes('@') && { group: true }) }] : [];
    }),
  );
}

/** An address inside the text or a quote is no recipient. */
const outsideBody = (element: Element): boolean => element.closest(`${GMAIL.richBody}, ${GMAIL.quoted}`) === null;
