import { addressKey } from '../addresses.ts';
import { pressKey, pressPointer, typeInto, until } from '../typing.ts';
import { FIELDS, GMAIL, type MailField } from './marks.ts';
import { pendingInputs, readRecipients } from './recipients.ts';
import { attachmentsOf } from './text.ts';

/** Changes recipients by the ways a person has, and reads again after each: only what is seen to have happened is done. */
export async function removeRecipients(
  root: Element,
  addresses: readonly string[],
  fields: readonly MailField[] = FIELDS,
): Promise<boolean> {
  await openFields(root);
  for (const address of addresses) {
    const gone = (): boolean => !stands(root, address, fields);
    for (const way of WAYS) {
      if (gone()) break;
      if (way(root, address, fields)) await until(gone);
    }
    if (!gone()) return false;
  }
  return true;
}

/** Adds first and takes away after, so that a page which refuses leaves nobody out. */
export async function moveToBcc(root: Element, addresses: readonly string[]): Promise<boolean> {
  await openFields(root);
  if (pendingInputs(root, 'bcc').length === 0 || !isShown(pendingInputs(root, 'bcc')[0])) {
    const link = root.querySelector<HTMLElement>(GMAIL.showBcc);
    if (link) pressPointer(link);
    await until(() => pendingInputs(root, 'bcc').length > 0);
  }
  for (const address of addresses) if (!(await addTo(root, 'bcc', address))) return false;
  return removeRecipients(root, addresses, ['to', 'cc']);
}

async function addTo(root: Element, field: MailField, address: string): Promise<boolean> {
  if (stands(root, address, [field])) return true;
  const input = pendingInputs(root, field)[0];
  if (!input) return false;
  const before = input.value.trim();
  input.focus();
  typeInto(input, before === '' ? address : `${before.replace(/[,;]$/, '')}, ${address}`);
  pressKey(input, 'Enter');
  const committed = (): boolean => stands(root, address, [field]) && !input.value.includes(address);
  if (!(await until(committed))) {
    typeInto(input, `${input.value},`);
    await until(committed);
  }
  return stands(root, address, [field]);
}

const stands = (root: Element, address: string, fields: readonly string[]): boolean =>
  readRecipients(root).recipients.some(
    (each) => fields.includes(each.field) && addressKey(each.address) === addressKey(address),
  );

/** A collapsed row opens when it is pressed or gets the focus. */
async function openFields(root: Element): Promise<void> {
  const row = root.querySelector<HTMLElement>(GMAIL.collapsedRow);
  if (!row || row.style.display === 'none' || row.querySelector(GMAIL.collapsedChip) === null) return;
  pressPointer(row);
  row.focus();
  await until(() => row.style.display === 'none');
}

/** Each way says whether there was anything for it to do. */
type Way = (root: Element, address: string, fields: readonly MailField[]) => boolean;

const clearPending: Way = (root, address, fields) => {
  let cleared = false;
  for (const input of fields.flatMap((field) => pendingInputs(root, field))) {
    const parts = input.value.split(/[,;\n]/).filter((part) => part.trim() !== '');
    const kept = parts.filter((part) => addressKey(part) !== addressKey(address));
    if (kept.length === parts.length) continue;
    typeInto(input, kept.join(', ').trim());
    cleared = true;
  }
  return cleared;
};

const pressRemove: Way = (root, address, fields) => {
  const control = chipOf(root, address, fields)?.querySelector<HTMLElement>(GMAIL.chipRemove);
  if (control) pressPointer(control);
  return control !== undefined && control !== null;
};

const onChip =
  (key: 'Delete' | 'Backspace'): Way =>
  (root, address, fields) => {
    const chip = chipOf(root, address, fields);
    if (!chip) return false;
    pressPointer(chip);
    chip.focus();
    pressKey(chip, key);
    return true;
  };

const WAYS: readonly Way[] = [clearPending, pressRemove, onChip('Delete'), onChip('Backspace')];

function chipOf(root: Element, address: string, fields: readonly MailField[]): HTMLElement | undefined {
  const wanted = addressKey(address);
  const modern = fields.flatMap((field) => [
    ...root.querySelectorAll<HTMLElement>(`div[name="${field}"] :is(${GMAIL.chip})`),
  ]);
  const classic = [...root.querySelectorAll<HTMLElement>(GMAIL.classicChip)].filter((chip) =>
    fields.some((field) => chip.querySelector(`input[type="hidden"][name="${field}"]`)),
  );
  return [...modern, ...classic].find((chip) => addressKey(writtenOn(chip)) === wanted);
}

const writtenOn = (chip: Element): string =>
  chip.getAttribute('data-hovercard-id') ??
  chip.querySelector('[email]')?.getAttribute('email') ??
  chip.getAttribute('data-name') ??
  chip.textContent ??
  '';

const isShown = (element: HTMLElement | undefined): boolean => element?.checkVisibility?.() ?? true;

/** By the row's own button; true once the page shows it no more. */
export async function removeFile(root: Element, name: string): Promise<boolean> {
  const stands = (): boolean => attachmentsOf(root).some((each) => each.name === name);
  const shown = [...root.querySelectorAll(GMAIL.attachmentName)].find((each) => each.textContent?.trim() === name);
  const control = shown?.closest(GMAIL.attachmentRow)?.querySelector<HTMLElement>(GMAIL.attachmentRemove);
  if (control) pressPointer(control);
  return control !== null && control !== undefined && until(() => !stands());
}
