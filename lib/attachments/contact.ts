const EMAIL = /[\p{L}\p{N}][\p{L}\p{N}._%+-]{0,63}@(?:[\p{L}\p{N}-]{1,63}\.){1,5}\p{L}{2,}/u;
/** As people write numbers in lists: a plus, a trunk 0 or the country's 62 first. Its digits are counted beside it. */
const PHONE = /^(?:\(?\+|\(?0[2-9]|\(?00[1-9]|62)[\d ().\-/]{6,24}$/;

export const isEmail = (cell: string): boolean => cell.includes('@') && EMAIL.test(cell.slice(0, 400));

export function isPhone(cell: string): boolean {
  if (cell.length < 8 || cell.length > 28) return false;
  const trimmed = cell.trim();
  if (!PHONE.test(trimmed)) return false;
  const { length } = trimmed.replace(/\D/g, '');
  return length >= 8 && length <= 15;
}

/** Cells of lists often hold two numbers, or a number and a word. */
export const holdsContact = (cell: string): boolean =>
  isEmail(cell) ||
  isPhone(cell) ||
  (/[,;/|\n]/.test(cell) && cell.length < 400 && cell.split(/[,;/|\n]/).some(isPhone));

const NUMBER_IN_WORDS = /(?<![\d.])(?:\+62|\b62|\b0)8\d{2}[ .-]?\d{3,4}[ .-]?\d{2,5}(?!\d)/;

/** One line of running words. */
export const lineHasContact = (line: string): boolean =>
  isEmail(line) || (/\d{3}/.test(line) && NUMBER_IN_WORDS.test(line.slice(0, 2_000)));
