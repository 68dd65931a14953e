import type { Run } from './digit-runs.ts';
import { fold, originalEnd, originalStart } from './fold.ts';

/** Whom the message greets by name. Offsets are those of the text; names as they stand, titles taken off. */
export interface Greeting extends Run {
  readonly names: readonly string[];
}

const OPEN =
  /^(?:(?:kepada|to)[ :]+)?(?:yth\.?|yang terhormat|yang saya hormati|dear|dearest|hi|hey|hello|halo|hallo|hai|helo|hei|(?:selamat )?(?:pagi|siang|sore|malam)|met (?:pagi|siang|sore|malam)|good (?:morning|afternoon|evening|day)|morning|assalamu['’]?alaikum(?: wr\.?)?(?: wb\.?)?)(?!\p{L})[ ,.:!]*/iu;
/** Official ones, of an institution as often as of a person. */
const OFFICIAL = /^(?:(?:kepada|to)[ :]+)?(?:yth|yang terhormat)/i;
const TITLE =
  /^(?:bapak|bpk|pak|ibu|bu|mas|mbak|mba|kak|kakak|bang|abang|sdri?|saudara|saudari|sis|bro|teh|teteh|kang|koh|cici|cik|om|tante|mr|mrs|ms|miss|dr|prof|ir|hj?|drs|dra)(?:\.|(?!\p{L}))[ ]?(?:\/[ ]?(?:bapak|ibu|bpk|pak|bu|sdri?|saudari)\.?[ ]?)?/iu;
const NAME = /^\p{L}[\p{L}\p{M}'’-]*/u;
/** A function, a group or a place: what stands there is no name that could be wrong. */
const NO_NAME: ReadonlySet<string> = new Set(
  'rekan teman kawan sahabat tim team all everyone everybody semua semuanya seluruh para redaksi redaktur editor editors journalist journalists jurnalis wartawan media press pers sir sirs madam hiring friends friend there folks guys colleague colleagues customer pelanggan pimpinan pemimpin kepala direktur director ketua sekretaris manager manajer panitia dewan menteri gubernur bupati walikota wali camat lurah rektor dekan presiden komisaris guru dokter hadirin sekalian sahabat kedua di ditempat tempat harian koran majalah tabloid radio televisi tv pt cv dinas badan kantor kementerian humas undangan orang bapak ibu pak bu kakak kak mas mbak mba bang abang dan and or atau again dari from saya kami kita ini itu apa gimana bagaimana semoga maaf sorry lagi ya yah nih udah sudah mau boleh bisa minta tolong mohon terima thanks thank terimakasih makasih selamat salam izin ijin sayang dear world dunia sobat warga netizen influencer kol kreator creator reader readers pembaca sahabatku ladies gentlemen nama name gaes guys min admin agan gan kru crew sender recipient penerima klien client mitra partner partners vendor anda kamu you valued esteemed yth your our the'.split(
    ' ',
  ),
);
const LOOKED_AT = 400;
const MOST_NAMES = 4;

/** The greeting in the first lines: "Yth. Bapak Andi,", "Dear Ms. Lestari", "halo kak maya". Undefined: none that names a person. */
export function greetingIn(original: string): Greeting | undefined {
  const folded = fold(original.slice(0, LOOKED_AT));
  const { text } = folded;
  let at = text.search(/\S/);
  if (at < 0) return undefined;
  const begin = at;
  const take = (pattern: RegExp): string | undefined => {
    const found = pattern.exec(text.slice(at))?.[0];
    if (found) at += found.length;
    return found;
  };
  const open = take(OPEN);
  // "Yth.\nBapak Andi": the name may stand on the next line.
  if (open !== undefined) at += /^[ \t]*\n?[ \t]*/.exec(text.slice(at))?.[0].length ?? 0;
  let titled = false;
  while (take(TITLE) !== undefined) titled = true;
  if (open === undefined && !titled) return undefined;
  if (open !== undefined && OFFICIAL.test(open) && !titled) return undefined;
  const from = at;
  const names: string[] = [];
  while (names.length < MOST_NAMES) {
    const name = NAME.exec(text.slice(at))?.[0];
    if (name === undefined) break;
    if (NO_NAME.has(name.toLowerCase())) {
      if (names.length === 0 || name.toLowerCase() === 'dan' || name.toLowerCase() === 'and') return undefined;
      break;
    }
    const capital = /^\p{Lu}/u.test(name);
    // In small letters a name is the one word that stands between a hello and a stop.
    if (!capital && (names.length > 0 || open === undefined || !ends(text.slice(at + name.length)))) break;
    names.push(name);
    at += name.length;
    const gap = /^[ ]+/.exec(text.slice(at))?.[0] ?? '';
    if (gap === '') break;
    if (NAME.test(text.slice(at + gap.length))) at += gap.length;
    else break;
  }
  const rest = text.slice(at).trimStart();
  const last = names.at(-1);
  // "Hi Just checking in", "Kak Rate cardnya": a capital alone makes no name.
  if (last === undefined || !(ends(text.slice(at)) || (open !== undefined && titled))) return undefined;
  // "Bapak Andi dan Ibu Sari", "Andi & Sari", "Andi/Sari": more than one is greeted.
  if (/^(?:[&/+]|dan\b|and\b|serta\b)/i.test(rest)) return undefined;
  if (/^(?:,|\.)?[ ]?(?:bapak|ibu|pak|bu|mas|mbak|kak)\.? \p{Lu}/iu.test(rest)) return undefined;
  const end = text.slice(0, at).trimEnd().length;
  return { start: originalStart(folded, titled ? begin : from), end: originalEnd(folded, end), names };
}

const ends = (rest: string): boolean => /^[ ]*(?:[,!.:;?–—\n]|$)/.test(rest);
