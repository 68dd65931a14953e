import { addressKey } from '../addresses.ts';
import type { BoxHooks, FieldHooks } from '../hooks.ts';
import type { Edits } from '../surface.ts';
import { pressKey, pressPointer, typeInto, until } from '../typing.ts';
import { chipsOf, MAIL_FIELDS, type MailField, recipientsOfMail, typedOf, typedText } from './fields.ts';
import { isField } from './read.ts';
import { findFirst } from './select.ts';

/** What the data says how to do. Each way is a person's own; after each the page is read again, and only what is seen there is done. */
export function mailEdits(box: BoxHooks, root: Element): Pick<Edits, 'moveToBcc' | 'remove'> {
  const removable = MAIL_FIELDS.some((name) => box[name]?.remove || box[name]?.input);
  const remove = (addresses: readonly string[]): Promise<boolean> => removeFrom(box, root, addresses, MAIL_FIELDS);
  return {
    ...(removable && { remove }),
    ...(removable && box.bcc?.input && { moveToBcc: (addresses) => moveToBcc(box, root, addresses) }),
  };
}

async function removeFrom(
  box: BoxHooks,
  root: Element,
  addresses: readonly string[],
  fields: readonly MailField[],
): Promise<boolean> {
  for (const address of addresses) {
    for (const name of fields) {
      const field = box[name];
      if (!field) continue;
      const gone = (): boolean => !stands(box, root, address, name);
      for (const way of WAYS) {
        if (gone()) break;
        if (way(field, root, address)) await until(gone);
      }
      if (!gone()) return false;
    }
  }
  return true;
}

/** Adds first and takes away after, so that a page which refuses leaves nobody out. */
async function moveToBcc(box: BoxHooks, root: Element, addresses: readonly string[]): Promise<boolean> {
  // A name that stands for an address which was not read cannot be written anywhere else.
  if (addresses.some((address) => !address.includes('@'))) return false;
  for (const address of addresses) if (!(await addTo(box, root, 'bcc', address))) return false;
  return removeFrom(box, root, addresses, ['to', 'cc']);
}

async function addTo(box: BoxHooks, root: Element, name: MailField, address: string): Promise<boolean> {
  const field = box[name];
  if (!field) return false;
  if (stands(box, root, address, name)) return true;
  const input = (): HTMLElement | null => shownInput(field, root);
  if (!input()) {
    const opener = findFirst(root, field.open) as HTMLElement | null;
    if (opener) pressPointer(opener);
    await until(() => input() !== null);
  }
  const at = input();
  if (!at) return false;
  at.focus();
  write(at, address);
  pressKey(at, 'Enter');
  const committed = (): boolean =>
    chipsOf(field, root).some((chip) => addressKey(chip.address) === addressKey(address));
  if (!(await until(committed))) {
    // Some turn it into a chip at a comma, some only when the focus goes.
    write(at, ',', 'after');
    if (!(await until(committed))) at.blur();
    await until(() => stands(box, root, address, name));
  }
  return stands(box, root, address, name);
}

function shownInput(field: FieldHooks, root: Element): HTMLElement | null {
  const input = findFirst(root, field.input) as HTMLElement | null;
  return input && (input.checkVisibility?.() ?? true) ? input : null;
}

/** A well of chips is an editor: there words are put in as the browser itself would. */
function write(element: HTMLElement, text: string, where?: 'after'): void {
  if (isField(element)) {
    const before = where === 'after' ? element.value : element.value.replace(/[,;\s]+$/, '');
    typeInto(element, where === 'after' ? before + text : before === '' ? text : `${before}, ${text}`);
    return;
  }
  const { ownerDocument } = element;
  const selection = ownerDocument.defaultView?.getSelection();
  selection?.selectAllChildren(element);
  selection?.collapseToEnd();
  ownerDocument.execCommand?.('insertText', false, text);
}

const stands = (box: BoxHooks, root: Element, address: string, name: MailField): boolean =>
  recipientsOfMail(box, root).recipients.some(
    (each) => each.field === name && addressKey(each.address) === addressKey(address),
  );

/** Each way says whether there was anything for it to do. */
type Way = (field: FieldHooks, root: Element, address: string) => boolean;

const clearPending: Way = (field, root, address) => {
  let cleared = false;
  for (const element of typedOf(field, root)) {
    if (!isField(element)) continue;
    const parts = typedText(field, element)
      .split(/[,;\n]/)
      .filter((part) => part.trim() !== '');
    const kept = parts.filter((part) => addressKey(part) !== addressKey(address));
    if (kept.length === parts.length) continue;
    typeInto(element, kept.join(', ').trim());
    cleared = true;
  }
  return cleared;
};

const chipOf = (field: FieldHooks, root: Element, address: string): HTMLElement | undefined =>
  chipsOf(field, root).find((chip) => addressKey(chip.address) === addressKey(address))?.element as
    | HTMLElement
    | undefined;

const pressRemove: Way = (field, root, address) => {
  const chip = chipOf(field, root, address);
  const control = chip && (findFirst(chip, field.remove) as HTMLElement | null);
  if (control) pressPointer(control);
  return control !== null && control !== undefined;
};

const onChip =
  (key: 'Delete' | 'Backspace'): Way =>
  (field, root, address) => {
    const chip = chipOf(field, root, address);
    if (!chip) return false;
    pressPointer(chip);
    chip.focus();
    pressKey(chip, key);
    return true;
  };

const WAYS: readonly Way[] = [clearPending, pressRemove, onChip('Delete'), onChip('Backspace')];
