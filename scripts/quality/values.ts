import type { IdentifierKind } from '../../lib/detect/span.ts';
import { checked97, luhnDigit, type Random, random } from './draw.ts';

/**
 * What `<name.form>` in a message of tests/corpora/messages becomes: an invented value that its kind's rules accept.
 * Written from the public descriptions of each number and not from the code that finds them.
 */
interface Value {
  readonly kind: IdentifierKind | undefined;
  readonly text: string;
}

type Draw = (of: Random) => string;

/** Districts of every part of the country, two of them recoded since (Kepmendagri 300.2.2-2430 of 2025, and before). */
const DISTRICTS =
  '110101 127102 130605 147108 157103 167106 177104 187105 197102 217105 317405 317102 320105 327301 327705 330105 337402 340412 347108 350715 357801 357305 360112 367106 517103 527104 537105 617105 627103 637104 647202 657101 717103 727104 737108 747102 757105 760101 817104 827103 910101 920101 917102'.split(
    ' ',
  );
const MONTHS = 'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'.split(' ');
const WORDS = 'rara dina bima uji sari tio maya coba contoh arif laras yuda'.split(' ');

const born = (of: Random): readonly [number, number, number] => [
  of.between(1, 28),
  of.between(1, 12),
  of.between(1960, 2006),
];
const two = (n: number): string => String(n).padStart(2, '0');
const resident = (of: Random, woman: boolean): string => {
  const [day, month, year] = born(of);
  return `${of.one(DISTRICTS)}${two(day + (woman ? 40 : 0))}${two(month)}${two(year % 100)}${two(of.between(0, 9))}${two(of.between(1, 99))}`;
};
const nik: Draw = (of) => resident(of, of.between(0, 1) === 1);
const kk: Draw = (of) => resident(of, false);
const npwp: Draw = (of) => {
  const first = of.digits(8);
  return `${first}${luhnDigit(first)}${of.digits(3)}000`;
};
const mobile: Draw = (of) =>
  `08${of.one(['11', '12', '13', '21', '22', '52', '56', '57', '58', '77', '78', '81', '83', '95', '96'])}${of.between(2, 9)}${of.digits(of.between(6, 7))}`;
const nip: Draw = (of) => {
  const [day, month, year] = born(of);
  return `${year}${two(month)}${two(day)}${year + of.between(22, 30)}${two(of.between(1, 12))}${of.between(1, 2)}0${two(of.between(1, 20))}`;
};
const card: Draw = (of) => {
  const first = of.one(['4', '51', '52', '54']);
  const rest = first + of.digits(15 - first.length);
  return rest + luhnDigit(rest);
};
const iban: Draw = (of) => checked97(of.one(['DE', 'NL', 'GB']), of);
const us: Draw = (of) =>
  `${of.one(['212', '415', '312', '617', '206'])}${of.one(['5', '7', '9'])}${of.between(22, 98)}${of.digits(4)}`;

/** Groups of these sizes with a sign between; what is left over is the last group. */
const groups =
  (sizes: readonly number[], sign: string) =>
  (digits: string): string => {
    const cuts = [0];
    for (const size of sizes) cuts.push((cuts.at(-1) ?? 0) + size);
    return cuts
      .map((from, at) => digits.slice(from, cuts[at + 1]))
      .filter((group) => group !== '')
      .join(sign);
  };
const dotted = (digits: string): string =>
  digits.replace(/^(\d{2})(\d{3})(\d{3})(\d)(\d{3})(\d{3})$/, '$1.$2.$3.$4-$5.$6');
const plus = (digits: string): string => groups([3, 4], '-')(digits.slice(1)).replace(/^/, '+62 ');
const date = (sign: string, of: Random): string => {
  const [day, month, year] = born(of);
  return [two(day), two(month), year].join(sign);
};
const campaign = (of: Random): readonly [number, number] => [of.between(1, 28), of.between(0, 11)];

/** Values that are somebody's. */
const IDENTIFIERS: Readonly<Record<string, readonly [IdentifierKind, Draw]>> = {
  nik: ['nik', nik],
  'nik.spaced': ['nik', (of) => groups([4, 4, 4, 4], ' ')(nik(of))],
  'nik.dotted': ['nik', (of) => groups([6, 6, 4], '.')(nik(of))],
  'nik.dashed': ['nik', (of) => groups([4, 4, 4, 4], '-')(nik(of))],
  kk: ['kk', kk],
  'kk.spaced': ['kk', (of) => groups([4, 4, 4, 4], ' ')(kk(of))],
  npwp: ['npwp', npwp],
  'npwp.dotted': ['npwp', (of) => dotted(npwp(of))],
  npwp16: ['npwp', (of) => `0${npwp(of)}`],
  mobile: ['phone', mobile],
  'mobile.dashed': ['phone', (of) => groups([4, 4], '-')(mobile(of))],
  'mobile.spaced': ['phone', (of) => groups([4, 4], ' ')(mobile(of))],
  'mobile.dotted': ['phone', (of) => groups([4, 4], '.')(mobile(of))],
  'mobile.plus': ['phone', (of) => plus(mobile(of))],
  'mobile.bare': ['phone', (of) => `62${mobile(of).slice(1)}`],
  landline: ['phone', (of) => `(${of.one(['021', '022', '031', '061'])}) ${of.between(2, 8)}${of.digits(6)}`],
  bca: ['bank_account', (of) => of.between(1, 8) + of.digits(9)],
  'bca.spaced': ['bank_account', (of) => groups([3, 3, 4], ' ')(of.between(1, 8) + of.digits(9))],
  bni: ['bank_account', (of) => of.one(['0', '1']) + of.between(1, 9) + of.digits(8)],
  'bni.spaced': ['bank_account', (of) => groups([3, 3, 4], ' ')(`1${of.digits(9)}`)],
  bsi: ['bank_account', (of) => `7${of.digits(9)}`],
  mandiri: ['bank_account', (of) => `1${of.digits(12)}`],
  bri: ['bank_account', (of) => `${two(of.between(1, 20)).padStart(4, '0')}01${of.digits(6)}50${of.between(1, 9)}`],
  bpjs: ['bpjs', (of) => `000${of.digits(10)}`],
  kpj: ['bpjs', (of) => `${two(of.between(5, 25))}${of.digits(9)}`],
  nip: ['nip', nip],
  'nip.spaced': ['nip', (of) => groups([8, 6, 1, 3], ' ')(nip(of))],
  passport: ['passport', (of) => of.one(['A', 'B', 'C', 'E', 'X']) + of.digits(7)],
  sim: ['sim', (of) => `${of.between(70, 99)}${two(of.between(1, 12))}${of.digits(8)}`],
  nisn: ['nisn', (of) => `00${of.between(5, 9)}${of.digits(7)}`],
  imei: ['imei', (of) => [`35${of.digits(12)}`].map((first) => first + luhnDigit(first)).join('')],
  plate: [
    'plate',
    (of) => `${of.one(['B', 'D', 'AB', 'L', 'DK'])} ${of.between(1000, 9999)} ${of.one(['XYZ', 'KDE', 'RFA'])}`,
  ],
  birth: ['birth_date', (of) => date(of.one(['/', '-']), of)],
  'birth.words': ['birth_date', (of) => ((d) => `${d[0]} ${MONTHS[d[1] - 1]} ${d[2]}`)(born(of))],
  email: [
    'email',
    (of) =>
      `${of.one(WORDS)}${of.one(['.', '_', ''])}${of.one(WORDS)}@${of.one(['surat.example', 'media-contoh.test', 'pos.co.example'])}`,
  ],
  card: ['card', card],
  'card.spaced': ['card', (of) => groups([4, 4, 4, 4], ' ')(card(of))],
  iban: ['iban', iban],
  'iban.spaced': ['iban', (of) => iban(of).replace(/(.{4})(?=.)/g, '$1 ')],
  ssn: ['ssn', (of) => `${of.between(100, 665)}-${two(of.between(1, 99))}-${of.between(1000, 9999)}`],
  ip: ['ip', (of) => `${of.between(11, 220)}.${of.between(0, 255)}.${of.between(0, 255)}.${of.between(1, 254)}`],
  'usphone.plus': ['phone', (of) => groups([3, 3], of.one(['-', ' ', '.']))(us(of)).replace(/^/, '+1 ')],
  'ukphone.plus': ['phone', (of) => `+44 7${of.between(7, 9)}${of.between(10, 99)} ${of.digits(3)} ${of.digits(3)}`],
  'sgphone.plus': ['phone', (of) => `+65 ${of.one(['8', '9'])}${of.between(1, 6)}${of.digits(2)} ${of.digits(4)}`],
};

/** Values that are nobody's: what is found in them is a false alarm. */
const HARMLESS: Readonly<Record<string, Draw>> = {
  resi: (of) =>
    of.one([() => of.digits(12), () => `JP${of.digits(10)}`, () => `0${of.digits(15)}`, () => `00${of.digits(10)}`])(),
  amount: (of) =>
    of.one([
      `Rp ${of.between(1, 99)}.${of.digits(3)}.000`,
      `Rp${of.between(1, 9)},${of.between(1, 9)} miliar`,
      `Rp${of.between(100, 999)}.000.000`,
    ]),
  amountbare: (of) => `${of.between(1, 9)}.${of.digits(3)}.${of.digits(3)}.000`,
  bignumber: (of) => `${of.between(1, 99)}.${of.digits(3)}.${of.digits(3)}`,
  docno: (of) => `${of.digits(3)}/${of.digits(4)}/HM/${of.one(['X', 'XI', 'XII'])}/2026`,
  date: (of) => ((d) => `${d[0]}/${d[1] + 1}/2026`)(campaign(of)),
  'date.words': (of) => ((d) => `${d[0]} ${MONTHS[d[1]]} 2026`)(campaign(of)),
  url: (of) => `https://media.example/rilis/${of.digits(8)}?id=${of.digits(12)}`,
  invoice: (of) => `INV/2026${of.digits(4)}/${of.digits(6)}`,
  ordernumber: (of) =>
    of.one([
      () => `2611${of.digits(2)}A${of.digits(7)}`,
      () => of.digits(12),
      () => `58${of.digits(16)}`,
      () => of.digits(8),
    ])(),
  isbn: (of) => `978-602-${of.digits(4)}-${of.digits(2)}-${of.digits(1)}`,
  ean: (of) => `899${of.digits(10)}`,
  skunumber: (of) => `${of.digits(12)}`,
  guid: (of) => [8, 4, 4, 4, 12].map((n) => of.hex(n)).join('-'),
};

export interface Message {
  readonly text: string;
  readonly spans: readonly { readonly kind: IdentifierKind; readonly start: number; readonly end: number }[];
}

/** A line of the corpus with its values, drawn from the seed; the same each time. */
export function filled(line: string, seed: number): Message {
  const of = random(seed);
  const spans: Message['spans'][number][] = [];
  let text = '';
  for (const part of line.replaceAll('\\n', '\n').split(/(<[a-z.\d]+>)/)) {
    const { kind, text: value } = drawn(part, of);
    if (kind !== undefined) spans.push({ kind, start: text.length, end: text.length + value.length });
    text += value;
  }
  return { text, spans };
}

function drawn(part: string, of: Random): Value {
  const name = /^<([a-z.\d]+)>$/.exec(part)?.[1];
  if (name === undefined) return { kind: undefined, text: part };
  const known = IDENTIFIERS[name];
  if (known) return { kind: known[0], text: known[1](of) };
  const harmless = HARMLESS[name];
  if (!harmless) throw new Error(`tests/corpora/messages: no value is called <${name}>`);
  return { kind: undefined, text: harmless(of) };
}
