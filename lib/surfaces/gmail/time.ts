import type { Draft } from '../../domain/draft.ts';
import type { SendIntent } from '../surface.ts';
import { whenOf } from '../when.ts';
import { GMAIL } from './marks.ts';

/**
 * The dialog after "Schedule send" has a row for each time, `Tomorrow morning · Nov 23, 8:00 AM`, and one that opens
 * fields for another (`.AM`), beside a button of their own. What cannot be read as a time leaves now.
 */
export function timeOf(intent: SendIntent | undefined): Pick<Draft, 'sendAt' | 'scheduling'> {
  if (intent?.how === 'schedule' || intent?.control?.matches('.Az.AM')) return { scheduling: true };
  const dialog = intent?.how === 'confirm' ? intent.control?.closest(GMAIL.dialog) : null;
  if (!dialog?.querySelector('.Az')) return {};
  const fields = [...dialog.querySelectorAll('input')].map(({ value }) => value).join(' ');
  const sendAt = whenOf(intent?.control?.matches('.Az') ? wordsOf(intent.control) : fields);
  return sendAt === undefined ? {} : { sendAt };
}

/** Name and time of a row stand in elements of their own, with nothing between. */
const wordsOf = (row: Element): string => {
  const texts = [...row.querySelectorAll('*')].filter(({ children }) => children.length === 0);
  return texts.length > 0 ? texts.map(({ textContent }) => textContent ?? '').join(' ') : (row.textContent ?? '');
};
