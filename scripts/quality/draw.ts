/** Chance that comes out the same each time for a seed. */
export interface Random {
  readonly between: (least: number, most: number) => number;
  readonly one: <T>(list: readonly T[]) => T;
  readonly digits: (count: number) => string;
  readonly hex: (count: number) => string;
}

/** mulberry32, a public-domain generator of 32 bits. */
export function random(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
  const run = (count: number, most: number): string =>
    Array.from({ length: count }, () => between(0, most).toString(16)).join('');
  return {
    between,
    one: (list) => list[between(0, list.length - 1)]!,
    digits: (count) => run(count, 9),
    hex: (count) => run(count, 15),
  };
}

/** The digit that makes the whole pass Luhn (ISO/IEC 7812-1). */
export function luhnDigit(digits: string): number {
  const sum = [...digits].reverse().reduce((all, sign, at) => {
    const doubled = Number(sign) * (at % 2 === 0 ? 2 : 1);
    return all + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return (10 - (sum % 10)) % 10;
}

const ACCOUNTS: Readonly<Record<string, (of: Random) => string>> = {
  DE: (of) => of.digits(18),
  NL: (of) => `UJIB${of.digits(10)}`,
  GB: (of) => `UJIB${of.digits(14)}`,
};

/** An IBAN with its check digits (ISO 7064, 97-10). */
export function checked97(country: string, of: Random): string {
  const account = (ACCOUNTS[country] ?? ACCOUNTS.DE)!(of);
  const numeric = [...`${account}${country}00`].map((sign) => Number.parseInt(sign, 36)).join('');
  return `${country}${String(98n - (BigInt(numeric) % 97n)).padStart(2, '0')}${account}`;
}
