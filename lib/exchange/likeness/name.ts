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
const SAME: Readonly<Record<string, string>> = {
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
};
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
  for (const [index, part] of plain.split(/[\s,]+/).entries()) {
    const letters = /^[a-z]*$/i.test(part) ? part : part.replace(/[^\p{L}\p{N}]/gu, '');
    const word = letters.toLowerCase();
    if (word === '' || HONORIFICS.has(word)) continue;
    // "S.Kom" and "SE" behind a name are degrees; "Se" in it may be a name.
    if (index > 0 && DEGREES.has(word)) {
      const loudly = !loud && letters.length > 1 && letters === letters.toUpperCase();
      if (part.includes('.') || loudly || afterComma(plain, part)) continue;
    }
    if (part.includes('.') && /\p{L}\.\p{L}{2,}/u.test(part))
      for (const one of part.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) words.push(spell(one));
    else words.push(spell(word));
  }
  if (words.length === 0) words.push(spell(raw.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')));
  words.sort();
  const telling = words.filter((word) => word !== COMMON);
  return { words, key: (telling.length > 0 ? telling : words).join(' ') };
}

const afterComma = (raw: string, part: string): boolean => {
  const comma = raw.indexOf(',');
  return comma !== -1 && raw.lastIndexOf(part) > comma;
};

/** Names are made of few words: each is spelled once. */
const spelled = new Map<string, string>();
function spell(word: string): string {
  const there = SAME[word] ?? spelled.get(word);
  if (there !== undefined) return there;
  const made = word
    .replace(/oe/g, 'u')
    .replace(/dj/g, 'j')
    .replace(/tj/g, 'c')
    .replace(/q/g, 'k')
    .replace(/y$/, 'i')
    .replace(/(\p{L})\1/gu, '$1');
  if (spelled.size < 50_000) spelled.set(word, made);
  return made;
}

const LEGAL = /\b(?:pt|cv|tbk|persero|ltd|inc|co|corp|group|grup|harian|media|the)\b/g;

/** An outlet's name without its legal form: "PT Warta Pesisir Tbk." and "Warta Pesisir" are one. */
export function outletForm(raw: string | undefined): string {
  const plain = (raw ?? '').toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');
  const short = plain.replace(LEGAL, ' ').replace(/[^\p{L}\p{N}]/gu, '');
  return short === '' ? plain.replace(/[^\p{L}\p{N}]/gu, '') : short;
}

const DESKS =
  /^(?:info|admin|redaksi|newsroom|news|humas|pr|press|media|editor|contact|kontak|hello|halo|sekretariat|marketing|office|cs|support|mail|email)\d*$/;

/** The account's own part of an address or handle, without signs and final digits. Undefined: a desk's, or too short to tell. */
export function accountForm(key: string): string | undefined {
  if (key.startsWith('phone:')) return undefined;
  const after = key.slice(key.indexOf(':') + 1);
  const local = after.includes('@') ? after.slice(0, after.lastIndexOf('@')) : after;
  const plain = local.replace(/[^\p{L}\p{N}]/gu, '').replace(/\d+$/, '');
  return plain.length < 5 || DESKS.test(plain) || after.startsWith('chat:') || after.startsWith('thread:')
    ? undefined
    : plain;
}
