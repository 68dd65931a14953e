import type { Draft, Recipient, RecipientField } from '../../domain/draft.ts';
import { addressKey } from '../addresses.ts';

/** <div data-testid="composer:address"><span class="composer-addresses-fakefield-inner"><span><span>Ana</span>,</span> <span title="Blind Carbon Copy">BCC:</span> … */
const FOLDED =
  '[data-testid="composer:address"] .composer-addresses-fakefield-inner, .composer-addresses-fakefield-inner';

const seen = new WeakMap<Element, readonly Recipient[]>();

/**
 * While the text has the focus one row stands for all fields, and it shows names where it has them. Who they are was
 * read while the fields were open; a name that was not seen there is somebody unknown, and is said.
 */
export function withFolded(root: Element, draft: Draft): Draft {
  const row = root.querySelector(FOLDED);
  if (!row) {
    if (!draft.unreadable.includes('recipients')) seen.set(root, draft.recipients);
    return draft;
  }
  const left = [...(seen.get(root) ?? [])];
  let isRead = true;
  const recipients = labelsIn(row).map(({ label, field }): Recipient => {
    const at = left.findIndex((each) => isMeant(each, label));
    const [known] = at < 0 ? [] : left.splice(at, 1);
    if (known) return known;
    if (!label.includes('@')) isRead = false;
    return { field, address: label };
  });
  const others = draft.unreadable.filter((problem) => problem !== 'recipients');
  return { ...draft, recipients, unreadable: isRead ? others : [...others, 'recipients'] };
}

const isMeant = ({ name, address }: Recipient, label: string): boolean =>
  name === label || addressKey(address) === addressKey(label);

/** Heads of Cc and Bcc have a title, people have none. */
function labelsIn(row: Element): readonly { readonly label: string; readonly field: RecipientField }[] {
  let field: RecipientField = 'to';
  return [...row.children].flatMap((each) => {
    const text = each.textContent?.trim() ?? '';
    if (each.hasAttribute('title')) {
      field = field === 'cc' || /^b/i.test(text) ? 'bcc' : 'cc';
      return [];
    }
    const label = text.replace(/,$/, '').trim();
    return label === '' || each.matches('.placeholder') ? [] : [{ label, field }];
  });
}
