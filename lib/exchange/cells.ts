/** Signs with which a spreadsheet begins to calculate (OWASP, "CSV injection"), their full-width twins included. */
const RUNS = /^[\s\0]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/;
const GUARDED = /^'+[\s\0]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^'+[\t\r\n]/;

/** True for a cell that a spreadsheet would run instead of show. A number in E.164 is one of them: `+62…` is a sum. */
export const wouldRun = (cell: string): boolean => RUNS.test(cell);

/** False for what begins with a letter or a digit of ASCII: no such cell runs, guarded or not. Most of a list is so. */
export function mayRun(cell: string): boolean {
  const first = cell.charCodeAt(0);
  return cell !== '' && !((first >= 0x30 && first < 0x3d) || (first > 0x40 && first < 0x80));
}

/** A cell that is safe to open in a spreadsheet. `readCell` takes the guard off again, so that a round trip loses nothing. */
export const guardCell = (cell: string): string => (RUNS.test(cell) || GUARDED.test(cell) ? `'${cell}` : cell);

/** The text of a cell as it was meant, without the guard of `guardCell` and without the space around it. */
export function readCell(cell: string): string {
  const bare = cell.charCodeAt(0) === 0x27 && GUARDED.test(cell) ? cell.slice(1) : cell;
  return bare.trim();
}

/** Looks like a formula and is none of what a contact list rightly begins so: a number, a handle, a dash for "nothing". */
export function isFormula(cell: string): boolean {
  if (!wouldRun(cell)) return false;
  const text = cell.trim();
  return !/^[+-]?[\d\s().\-/]+$/.test(text) && !/^@[\w.]+$/.test(text) && !/^[-–—]+$/.test(text);
}
