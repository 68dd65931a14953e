import type { OwnMessage } from './messages.ts';

/** Ways to write a value so that a person still reads it and a simple pattern does not (`detection.md` §9). */
const digitsAs =
  (first: number) =>
  (value: string): string =>
    value.replace(/\d/g, (digit) => String.fromCodePoint(first + Number(digit)));
const between =
  (sign: string) =>
  (value: string): string =>
    value.replace(/(?<=[\p{L}\p{N}])(?=[\p{L}\p{N}])/gu, sign);
const LOOKALIKES: Readonly<Record<string, string>> = {
  a: 'а',
  e: 'е',
  o: 'о',
  p: 'р',
  c: 'с',
  x: 'х',
  A: 'А',
  B: 'В',
  E: 'Е',
};

export const SPELLINGS: Readonly<Record<string, (value: string) => string>> = {
  'zero-width spaces': between('\u200b'),
  'word joiners': between('\u2060'),
  'soft hyphens': between('\u00ad'),
  'full-width digits': digitsAs(0xff10),
  'bold mathematical digits': digitsAs(0x1d7ce),
  'no-break spaces': (value) => value.replaceAll(' ', '\u00a0'),
  'thin spaces': (value) => value.replaceAll(' ', '\u2009'),
  'no-break hyphens': (value) => value.replaceAll('-', '\u2011'),
  'figure dashes': (value) => value.replaceAll('-', '\u2012'),
  'look-alike letters': (value) => value.replace(/[aeopcxABE]/g, (letter) => LOOKALIKES[letter] ?? letter),
  'one space between all digits': (value) => (/^\d+$/.test(value) ? [...value].join(' ') : value),
};

/** The same message with each value spelt so; undefined where the spelling changes none of them. */
export function spelt(message: OwnMessage, spelling: (value: string) => string): OwnMessage | undefined {
  let text = '';
  let at = 0;
  const spans = message.spans.map(({ kind, start, end }) => {
    text += message.text.slice(at, start);
    const plain = message.text.slice(start, end);
    // Nobody respells the end of a link: it would open nothing.
    const value = message.text.charAt(start - 1) === '/' ? plain : spelling(plain);
    const from = text.length;
    text += value;
    at = end;
    return { kind, start: from, end: text.length };
  });
  text += message.text.slice(at);
  return text === message.text ? undefined : { ...message, text, spans };
}
