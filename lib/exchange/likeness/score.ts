import { accountForm, type NameForm, nameForm, outletForm } from './name.ts';

export interface Features {
  readonly name: NameForm;
  readonly outlet: string;
  readonly accounts: readonly string[];
}

/** Why two are thought to be one; told to whoever decides. */
export type Likeness = 'name-outlet' | 'name-account' | 'long-name';

export interface Score {
  /** 0–1. From `ALIKE` on it is worth a question; it never joins anybody by itself. */
  readonly score: number;
  readonly why?: Likeness;
}
export const ALIKE = 0.75;

export const featuresOf = (name: string, outlet: string | undefined, keys: readonly string[]): Features => ({
  name: nameForm(name),
  outlet: outletForm(outlet),
  accounts: accountsOf(keys),
});

function accountsOf(keys: readonly string[]): readonly string[] {
  const accounts: string[] = [];
  for (const key of keys) {
    const account = accountForm(key);
    if (account !== undefined && !accounts.includes(account)) accounts.push(account);
  }
  return accounts;
}

/** How likely two entries with different addresses are one person. Symmetric. */
export function likeness(a: Features, b: Features): Score {
  return weigh(a.name, b.name, {
    account: a.accounts.some((one) => b.accounts.includes(one)),
    sameOutlet: a.outlet !== '' && a.outlet === b.outlet,
    nowhere: a.outlet === '' || b.outlet === '',
  });
}

/** `likeness`, where it is known what the two share beside their names. */
export function weigh(
  a: NameForm,
  b: NameForm,
  share: { readonly account: boolean; readonly sameOutlet: boolean; readonly nowhere: boolean },
): Score {
  const name = sameName(a, b);
  if (share.account && name >= 0.5) return { score: Math.min(0.99, 0.6 + name * 0.4), why: 'name-account' };
  if (share.sameOutlet && name >= 0.7) return { score: 0.05 + name * 0.9, why: 'name-outlet' };
  // Without outlets a name says something only if few share it.
  if (share.nowhere && name >= 0.95 && a.key.split(' ').length >= 3) return { score: 0.75, why: 'long-name' };
  return { score: name * (share.sameOutlet ? 0.8 : 0.5) };
}

/** 0–1: 1 the same words, less for "Muhammad" left out, an initial, a slip of the pen, words left out, one word alone. */
export function sameName(a: NameForm, b: NameForm): number {
  const alone = a.words.length === 1 || b.words.length === 1;
  if (a.words.join(' ') === b.words.join(' ')) return alone ? 0.8 : 1;
  if (a.key === b.key) return a.key.includes(' ') ? 0.95 : 0.75;
  const [few, more] = a.words.length <= b.words.length ? [a.words, b.words] : [b.words, a.words];
  const left = [...more];
  let slips = 0;
  let initials = 0;
  for (const word of few) {
    const at = left.indexOf(word);
    const near = at === -1 ? left.findIndex((other) => close(word, other)) : at;
    if (near === -1) return 0;
    const [other = ''] = left.splice(near, 1);
    if (other === word) continue;
    if (word.length === 1 || other.length === 1) initials += 1;
    else slips += 1;
  }
  const whole = few.length - initials;
  if (slips > 1 || whole === 0) return 0;
  if (few.length === 1) return slips > 0 ? 0.4 : 0.5;
  return 0.9 - slips * 0.05 - initials * 0.03 - (left.length > 0 ? 0.04 : 0);
}

/** An initial and its word, or two words one slip apart: a letter more, less, other, or two changed about. */
export function close(a: string, b: string): boolean {
  // A number in a name is no slip of another, nor its initial: "Meja 1" is not "Meja 12".
  if (a.length === 1 || b.length === 1) return a.charAt(0) === b.charAt(0) && begins(a);
  return a.length >= 5 && b.length >= 5 && Math.abs(a.length - b.length) <= 1 && oneSlip(a, b) && begins(a);
}

const begins = (word: string): boolean => /^\p{L}/u.test(word);

function oneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const [ma, mb] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  return (
    (ma.length <= 1 && mb.length <= 1) || (ma.length === 2 && mb.length === 2 && ma[0] === mb[1] && ma[1] === mb[0])
  );
}
