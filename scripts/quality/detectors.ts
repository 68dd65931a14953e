import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { type CountryCode, findPhoneNumbersInText } from 'libphonenumber-js/max';
import { scan } from '../../lib/detect/scan.ts';

/** What a detector says of a stretch: one of our kinds, or a name of its own that is none of ours. */
export interface Hit {
  readonly kind: string;
  readonly start: number;
  readonly end: number;
}
export interface Detector {
  readonly name: string;
  /** Kinds that it claims at all; left out: any. */
  readonly only?: ReadonlySet<string>;
  readonly find: (text: string, region: string) => readonly Hit[] | Promise<readonly Hit[]>;
}

/** What the product reports, without gaps somebody forgot to fill. */
export const izin: Detector = {
  name: 'izin',
  find: (text, region) => scan(text, { region }).spans.filter(({ kind }) => kind !== 'placeholder'),
};

const KINDS: readonly (readonly [RegExp, string])[] = [
  [/EMAIL/, 'email'],
  [/PHONE/, 'phone'],
  [/CREDIT_CARD/, 'card'],
  [/^SSN$|SOCIAL_SECURITY/, 'ssn'],
  [/IBAN/, 'iban'],
  [/^IP|IP_ADDRESS/, 'ip'],
  [/NIK/, 'nik'],
  [/NPWP/, 'npwp'],
  [/BANK_ACCOUNT|ACCOUNT_NUMBER/, 'bank_account'],
  [/PASSPORT/, 'passport'],
  [/DATE_OF_BIRTH/, 'birth_date'],
  [/IMEI/, 'imei'],
  [/LICENSE_PLATE/, 'plate'],
];
const kindOf = (label: string): string => KINDS.find(([pattern]) => pattern.test(label))?.[1] ?? label.toLowerCase();

/** Other people's libraries, each as its own page says to call it, from the package that only this uses. */
export function peers(): readonly Detector[] {
  const load = createRequire(resolve('tests/peers/package.json'));
  const { OpenRedaction } = load('openredaction') as {
    OpenRedaction: new () => {
      detect(text: string): Promise<{ detections: readonly { type: string; position: readonly [number, number] }[] }>;
    };
  };
  const { Redactor } = load('@redactpii/node') as { Redactor: new () => { redact(text: string): string } };
  const { SyncRedactor } = load('redact-pii') as { SyncRedactor: new () => { redact(text: string): string } };
  const [open, fork, old] = [new OpenRedaction(), new Redactor(), new SyncRedactor()];
  return [
    {
      name: 'openredaction',
      find: async (text) =>
        (await open.detect(text)).detections.map(({ type, position: [start, end] }) => ({
          kind: kindOf(type),
          start,
          end,
        })),
    },
    { name: '@redactpii/node', find: (text) => replaced(text, fork.redact(text)) },
    { name: 'redact-pii', find: (text) => replaced(text, old.redact(text)) },
    {
      name: 'libphonenumber-js',
      only: new Set(['phone']),
      find: (text, region) =>
        findPhoneNumbersInText(text, region as CountryCode).map(({ startsAt, endsAt }) => ({
          kind: 'phone',
          start: startsAt,
          end: endsAt,
        })),
    },
  ];
}

const LABEL = /\b(?:[A-Z]{2,}(?:_[A-Z]+)+|USERNAME|DIGITS)\b/g;

/** Where a redactor put its labels: what stands between two stretches that it left alone. */
function replaced(text: string, redacted: string): readonly Hit[] {
  if (redacted === text) return [];
  const labels = [...redacted.matchAll(LABEL)].filter(([label]) => !text.includes(label));
  const hits: Hit[] = [];
  let from = 0;
  let at = 0;
  labels.forEach((label, i) => {
    const start = at + (label.index - from);
    from = label.index + label[0].length;
    const rest = redacted.slice(from, labels[i + 1]?.index);
    const end = rest === '' ? text.length : text.indexOf(rest, start + 1);
    at = end === -1 ? text.length : end;
    hits.push({ kind: kindOf(label[0]), start, end: at });
  });
  return hits;
}
