import type { Recipient, RecipientField } from '../../domain/draft.ts';
import { addressKey, parseAddress, splitAddresses } from '../addresses.ts';
import type { BoxHooks, FieldHooks } from '../hooks.ts';
import { readText } from '../text.ts';
import { isField, readFirst, textOf, textsOf } from './read.ts';
import { find, findFirst, isAny } from './select.ts';

export const MAIL_FIELDS = ['to', 'cc', 'bcc'] as const;
export type MailField = (typeof MAIL_FIELDS)[number];

export interface Chip {
  readonly element: Element;
  readonly address: string;
}

/** A chip whose address is not shown is somebody all the same: it stands here with what it does show. */
export function chipsOf(field: FieldHooks, root: Element): readonly Chip[] {
  const hooks = field.chips;
  if (!hooks) return [];
  const scope = hooks.in === 'page' ? root.ownerDocument : root;
  return find(scope, hooks.at).map((element) => {
    const shown = field.address ? readFirst(field.address, element)?.text : textsOf(hooks, element)[0];
    return { element, address: parseAddress(shown ?? '')?.address ?? '' };
  });
}

export const typedOf = (field: FieldHooks, root: Element): readonly Element[] =>
  field.typed ? find(field.typed.in === 'page' ? root.ownerDocument : root, field.typed.at) : [];

/** In an editable well chips stand between what is typed. */
export function typedText(field: FieldHooks, element: Element): string {
  const { from = 'text' } = field.typed ?? {};
  if (isField(element) || from !== 'text') return textOf(element, from);
  return readText(element, (each) => isAny(each, field.chips?.at)).text;
}

export interface Addressed {
  readonly recipients: readonly Recipient[];
  readonly readable: boolean;
}

export function recipientsOfMail(box: BoxHooks, root: Element): Addressed {
  const found = new Map<string, Recipient>();
  let readable = true;
  for (const name of MAIL_FIELDS) {
    const field = box[name];
    if (!field) continue;
    const chips = chipsOf(field, root);
    const typed = typedOf(field, root);
    const one = [...chips.map((chip) => fromChip(name, field, chip)), ...typed.flatMap((e) => pending(name, field, e))];
    for (const each of one) {
      const key = `${each.field} ${addressKey(each.address)}`;
      const before = found.get(key);
      if (!before || (before.pending && !each.pending)) found.set(key, each);
    }
    if (chips.some((chip) => chip.address === '' && !isGroup(field, chip.element))) readable = false;
    // Cc and Bcc may be folded away; without a place for To nothing is known.
    if (name === 'to' && chips.length === 0 && typed.length === 0 && !findFirst(root, field.input)) readable = false;
  }
  return { recipients: [...found.values()], readable };
}

const isGroup = (field: FieldHooks, chip: Element): boolean =>
  isAny(chip, field.group) || findFirst(chip, field.group) !== null;

function fromChip(name: RecipientField, field: FieldHooks, { element, address }: Chip): Recipient {
  const shown = field.name ? readFirst({ at: [':scope'], ...field.name }, element)?.text : undefined;
  const label = shown || (address === '' ? textOf(element) : '');
  return {
    field: name,
    address: address || label || '?',
    ...(label !== '' && { name: label }),
    ...(isGroup(field, element) && { group: true }),
  };
}

const pending = (name: RecipientField, field: FieldHooks, element: Element): readonly Recipient[] =>
  splitAddresses(typedText(field, element)).map((each) => ({ field: name, ...each, pending: true }));
