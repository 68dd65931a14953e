/*
 * People are listed as the language sorts them: no case, no accents, numbers by what they count. The collator says so, and
 * is slow: a million names would take it a quarter of a minute. Names of plain letters, digits and single spaces sort the
 * same by their code units, once digits are written at one width; two of those are compared as they are.
 */
const collator = new Intl.Collator('id', { sensitivity: 'base', numeric: true });
const WIDTH = 12;

/** False: only the collator knows. */
export const isPlain = (name: string): boolean => /^[A-Za-z0-9 ]*$/.test(name) && !/\d{12}/.test(name);

/** Undefined: it is not plain. */
export function plainOrder(name: string): string | undefined {
  if (!isPlain(name)) return undefined;
  return name.toLowerCase().replace(/\d+/g, (digits) => digits.replace(/^0+(?=\d)/, '').padStart(WIDTH, '0'));
}

export interface Ordered {
  readonly name: string;
  readonly order?: string | undefined;
  readonly subject: string;
}

export function compareNames(a: Omit<Ordered, 'subject'>, b: Omit<Ordered, 'subject'>): number {
  if (a.order !== undefined && b.order !== undefined) return a.order < b.order ? -1 : Number(a.order > b.order);
  return collator.compare(a.name, b.name);
}

export const byName = (a: Ordered, b: Ordered): number => compareNames(a, b) || (a.subject < b.subject ? -1 : 1);
