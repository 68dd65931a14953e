import { remembering } from '../remembering.ts';

/*
 * How names are written in Indonesian lists: with honorifics in front and degrees behind, in any order of words,
 * "Muh." for Muhammad or left out, old spelling (Soekarno, Djoko), often one word alone. What is made here is compared
 * and never shown or stored.
 */
const HONORIFICS = new Set(
  (
    'bapak bpk pak ibu bu sdr sdri saudara saudari mas mbak mba kak kakak bang abang bung tuan tn nyonya ny nona yth ' +
    'mr mrs ms miss prof profesor professor dr drs dra ir h hj haji hajah kh ust ustad ustadz ustaz ustazah rr rm kompol'
  ).split(' '),
);
const DEGREES = new Set(
  (
    'skom se sh sikom ssos spd st spsi sp spt ssi sip ss shum skep skm sag sth ssn sds mm msi mkom mikom ma mh msc mpd mt ' +
    'mhum mag msn mpsi mkes phd ba bsc mba llb llm amd apt ners cfa cpa apr'
  ).split(' '),
);
const SAME: ReadonlyMap<string, string> = new Map(
  Object.entries({
    muh: 'muhamad',
    muhd: 'muhamad',
    mhd: 'muhamad',
    moh: 'muhamad',
    moch: 'muhamad',
    mohd: 'muhamad',
    muhamad: 'muhamad',
    muhammad: 'muhamad',
    mohamad: 'muhamad',
    mohammad: 'muhamad',
    mohamed: 'muhamad',
    mohammed: 'muhamad',
    mochamad: 'muhamad',
    mochammad: 'muhamad',
    ach: 'ahmad',
    achmad: 'ahmad',
    akhmad: 'ahmad',
    ahmad: 'ahmad',
    abd: 'abdul',
    abdoel: 'abdul',
    noer: 'nur',
    nur: 'nur',
  }),
);
/** Given to so many, and left out so often, that it tells nobody apart. */
const COMMON = 'muhamad';

export interface NameForm {
  /** Words in the order of the alphabet, without titles, in one spelling. */
  readonly words: readonly string[];
  /** The words without "Muhammad", joined: equal for the same name however it is written. */
  readonly key: string;
}

export function nameForm(raw: string): NameForm {
  const plain = /^[\x20-\x7e]*$/.test(raw) ? raw : raw.normalize('NFKD').replace(/\p{M}/gu, '');
  const loud = plain === plain.toUpperCase();
  const words: string[] = [];
  let index = -1;
  for (const text of plain.split(/[\s,]+/)) {
    index += 1;
    const part = partOf(text);
    if (part.word === '' || part.honorific) continue;
    // "S.Kom" and "SE" behind a name are degrees; "Se" in it may be a name.
    if (index > 0 && part.degree && (part.dotted || (!loud && part.loud) || afterComma(plain, text))) continue;
    for (const word of part.words) words.push(word);
  }
  if (words.length === 0) words.push(spell(raw.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')));
  return formOf(words.sort());
}

/** `words`: sorted, in one spelling. */
export function formOf(words: readonly string[]): NameForm {
  const telling = words.includes(COMMON) ? words.filter((word) => word !== COMMON) : words;
  return { words, key: (telling.length > 0 ? telling : words).join(' ') };
}

/** What stands between two spaces of a name. */
interface Part {
  readonly word: string;
  readonly honorific: boolean;
  readonly degree: boolean;
  readonly dotted: boolean;
  /** In capitals, and more than one. */
  readonly loud: boolean;
  readonly words: readonly string[];
}

const partOf = remembering(50_000, (text): Part => {
  const letters = /^[a-z]*$/i.test(text) ? text : text.replace(/[^\p{L}\p{N}]/gu, '');
  const word = letters.toLowerCase();
  const several = text.includes('.') && /\p{L}\.\p{L}{2,}/u.test(text);
  return {
    word,
    honorific: HONORIFICS.has(word),
    degree: DEGREES.has(word),
    dotted: text.includes('.'),
    loud: letters.length > 1 && letters === letters.toUpperCase(),
    words: several ? (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).map(spell) : [spell(word)],
  };
});

const afterComma = (raw: string, part: string): boolean => {
  const comma = raw.indexOf(',');
  return comma !== -1 && raw.lastIndexOf(part) > comma;
};

const spell = (word: string): string => SAME.get(word) ?? (mayBeOld(word) ? respelt(word) : word);

/** False only where `respelt` would change nothing, as of most words: seen in one look. */
function mayBeOld(word: string): boolean {
  let before = '';
  for (const sign of word) {
    if (sign === before || sign === 'q' || sign > '\u007f') return true;
    if (sign === 'e' ? before === 'o' : sign === 'j' && (before === 'd' || before === 't')) return true;
    before = sign;
  }
  return before === 'y';
}

const respelt = (word: string): string =>
  word
    .replace(/oe/g, 'u')
    .replace(/dj/g, 'j')
    .replace(/tj/g, 'c')
    .replace(/q/g, 'k')
    .replace(/y$/, 'i')
    .replace(/(\p{L})\1/gu, '$1');

const LEGAL = /\b(?:pt|cv|tbk|persero|ltd|inc|co|corp|group|grup|harian|media|the)\b/g;

/** An outlet's name without its legal form: "PT Warta Pesisir Tbk." and "Warta Pesisir" are one. */
export const outletForm = (raw: string | undefined): string => (raw === undefined ? '' : outlet(raw));

const outlet = remembering(20_000, (raw) => {
  const plain = raw.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');
  const short = plain.replace(LEGAL, ' ').replace(/[^\p{L}\p{N}]/gu, '');
  return short === '' ? plain.replace(/[^\p{L}\p{N}]/gu, '') : short;
});

const DESKS =
  /^(?:info|admin|redaksi|newsroom|news|humas|pr|press|media|editor|contact|kontak|hello|halo|sekretariat|marketing|office|cs|support|mail|email)\d*$/;

/** The account's own part of an address or handle, without signs and final digits. Undefined: a desk's, or too short to tell. */
export function accountForm(key: string): string | undefined {
  if (key.startsWith('phone:')) return undefined;
  const after = key.slice(key.indexOf(':') + 1);
  const local = after.includes('@') ? after.slice(0, after.lastIndexOf('@')) : after;
  const plain = local
    .replace(/^[\x20-\x7e]*$/.test(local) ? /[^A-Za-z0-9]/g : /[^\p{L}\p{N}]/gu, '')
    .replace(/\d+$/, '');
  return plain.length < 5 || DESKS.test(plain) || after.startsWith('chat:') || after.startsWith('thread:')
    ? undefined
    : plain;
}
