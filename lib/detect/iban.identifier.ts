import type { TextIdentifier } from './identifier.ts';
import type { Span } from './span.ts';

/** Characters of an IBAN by country (the public registry of ISO 13616). */
const LENGTHS: ReadonlyMap<string, number> = new Map(
  'AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IR26 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MA28 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 MZ25 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SN28 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30'
    .split(' ')
    .map((one) => [one.slice(0, 2), Number(one.slice(2))]),
);
const HEAD = /(?<![\p{L}\p{N}_])[A-Z]{2}\d{2}(?=[ -]?[A-Z0-9])/giu;

/** IBAN: its country's length, single blanks or dashes between, and 97 as the remainder's modulus (ISO 7064). */
function ibans(text: string): readonly Span[] {
  return [...text.matchAll(HEAD)].flatMap((match): Span[] => {
    const length = LENGTHS.get(match[0].slice(0, 2).toUpperCase());
    const found = length === undefined ? undefined : read(text, match.index, length);
    if (found === undefined || !isWhole(found.value)) return [];
    return [{ kind: 'iban', start: match.index, end: found.end, confidence: 1, value: found.value }];
  });
}

function read(text: string, start: number, length: number): { value: string; end: number } | undefined {
  let value = '';
  let at = start;
  for (; value.length < length; at++) {
    const sign = text.charAt(at);
    if (/[A-Za-z0-9]/.test(sign)) value += sign;
    else if (!/[ \u00a0-]/.test(sign) || !/[A-Za-z0-9]/.test(text.charAt(at + 1))) return undefined;
  }
  return /[\p{L}\p{N}_]/u.test(text.charAt(at)) ? undefined : { value: value.toUpperCase(), end: at };
}

function isWhole(iban: string): boolean {
  let rest = 0;
  for (const sign of iban.slice(4) + iban.slice(0, 4))
    for (const digit of /\d/.test(sign) ? sign : String(sign.charCodeAt(0) - 55))
      rest = (rest * 10 + Number(digit)) % 97;
  return rest === 1;
}

export const identifier: TextIdentifier = { kind: 'iban', find: ibans };
