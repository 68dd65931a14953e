import type { Run } from './digit-runs.ts';

export const EMBARGO_PARTS = ['date', 'time', 'zone'] as const;
export type EmbargoPart = (typeof EMBARGO_PARTS)[number];

/** An embargo that the text announces, and what is not said near the word. Offsets are those of the text. */
export interface Announced extends Run {
  readonly lacks: readonly EmbargoPart[];
}

const UNTIL =
  'until|till?|sampai|hingga|s\\.?[/ ]?d\\b|up to|lifts?\\b|ends?\\b|expires?\\b|berakhir|berlaku|dibuka|date|time|period';
/** Only what says that this text is embargoed; the bare word is talk about one. */
const FORMS: readonly RegExp[] = [
  /(?<!\p{L})(?:under|strict(?:ly)?|masih|still|bersifat|berstatus|status|mohon|harap|tolong|please|dalam|di ?bawah)\s+(?:tetap\s+|kena\s+|status\s+|under\s+|dalam\s+|di ?bawah\s+)?(?:di)?embargo(?:ed)?(?!\p{L})/giu,
  new RegExp(`(?<!\\p{L})(?:di)?embargo(?:ed)?\\s*[:–—-]?\\s*(?:media\\s+|ini\\s+|this\\s+)?(?:${UNTIL})`, 'giu'),
  /(?<=^|\n)[ \t*_#>[(]{0,12}(?:media |press |strictly )?embargo(?:ed)?(?=[\])]|[*_ ]*(?::|\n|$))/giu,
  /(?<=^|\n)[ \t*_#[(]{0,12}EMBARGO(?:ED)?(?=\s*[|–—-]\s)/gu,
  /(?<=[[(])embargo(?:ed)?(?=[\])])/giu,
  /(?<!\p{L})(?:di)?embargo\s+(?:dulu|dlu|dl|ya|yah)(?!\p{L})/giu,
];

/** "Tanpa embargo", "no longer under embargo", "was under embargo". */
const NONE_BEFORE =
  /(?<!\p{L})(?:tanpa|no|not|isn['’]t|bukan|tidak|tak|gak?|nggak?|enggak|without|no longer|bebas|was|were|kemarin|sempat|tadinya|sebelumnya|seandainya|kalau|jika|if|arms|oil|trade|economic|export|import)\s+(?:\p{L}+\s+){0,2}$/iu;
/** "Embargo sudah berakhir", "embargo lifted", "embargo minyak". */
const NONE_AFTER =
  /^\s*(?:(?:(?:ini|nya|media|is|has|have|been|was|sudah|telah|udah|already|kini|now|resmi|officially)\s+)*(?:lifted|dicabut|selesai|over|expired|ended|lewat|usai|habis)(?!\p{L})|(?:\p{L}+\s+)?(?:sudah|telah|udah|kini)\s|nya (?:sudah|telah|udah)\s|(?:senjata|minyak|ekonomi|dagang|perdagangan|ekspor|impor|terhadap|oleh|amerika|as|pbb|barat|arms|oil|trade|against)(?!\p{L}))/iu;
const QUESTION = /^[^.!?\n]*\?/;
const BEFORE = 160;
const AFTER = 300;

/** All that the text announces; `lacks` is empty where date, time and zone stand within a few lines of the word. */
export function embargoes(text: string): readonly Announced[] {
  if (!/embargo/i.test(text)) return [];
  return FORMS.flatMap((form) => [...text.matchAll(form)])
    .flatMap((match): Announced[] => {
      const end = match.index + match[0].length;
      const start = end - match[0].replace(/^[\s*_#>[(]+/, '').length;
      const word = start + Math.max(0, match[0].slice(-(end - start)).search(/(?:di)?embargo/i));
      const before = text.slice(Math.max(0, start - 60), start);
      const name = /^(?:di)?embargo(?:ed)?/i.exec(text.slice(word))?.[0] ?? '';
      const after = text.slice(word + name.length, word + 120);
      if (NONE_BEFORE.test(before) || NONE_BEFORE.test(text.slice(Math.max(0, word - 60), word))) return [];
      if (NONE_AFTER.test(after) || QUESTION.test(text.slice(start, start + 200))) return [];
      return [{ start, end, lacks: lacking(text.slice(Math.max(0, start - BEFORE), end + AFTER)) }];
    })
    .toSorted((a, b) => a.start - b.start);
}

const MONTH =
  '(?:jan(?:uari|uary)?|feb(?:ruari|ruary)?|mar(?:et|ch)?|apr(?:il)?|mei|may|jun[ie]?|jul[iy]?|agu(?:stus|st)?|ags|aug(?:ust)?|sep(?:t|tember)?|okt(?:ober)?|oct(?:ober)?|nov(?:ember)?|des(?:ember)?|dec(?:ember)?)';
const DATE = new RegExp(
  `(?<!\\d)(?:\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[./-]\\d{1,2}[./-](?:\\d{4}|\\d{2})|\\d{1,2}[/]\\d{1,2}|\\d{1,2}(?:st|nd|rd|th)?(?: of)?[ -]${MONTH}(?!\\p{L})\\.?|${MONTH}\\.? \\d{1,2}(?:st|nd|rd|th)?)(?!\\d)`,
  'giu',
);
const ZONE =
  /(?<!\p{L})(?:WIB|WITA|WIT|UTC|GMT|SGT|MYT|PHT|HKT|JST|KST|ICT|AEST|AEDT|IST|CET|CEST|BST|EST|EDT|PST|PDT)(?!\p{L})|(?:am|pm|\d)\s*[EPC]T(?!\p{L})|\d\s?[+-]\d{2}:?\d{2}(?!\d)|:\d{2}Z(?!\p{L})|(?<!\p{L})(?:waktu|time in) (?:jakarta|indonesia (?:barat|tengah|timur)|makassar|jayapura|singapura|london|new york)|(?<!\p{L})(?:jakarta|singapore|london|new york|makassar|jayapura) time(?!\p{L})/iu;
const TIME =
  /(?<![\d.,/-])(?:[01]?\d|2[0-4])[.:][0-5]\d(?![\d/-])|(?<!\p{L})(?:pukul|jam|pkl\.?|at)\s*(?:[01]?\d|2[0-4])(?!\d)|(?<!\d)\d{1,4}\s?(?:am|pm|a\.m\.|p\.m\.|WIB|WITA|WIT|UTC|GMT)(?!\p{L})|(?<!\p{L})(?:noon|midnight|tengah malam)(?!\p{L})|T\d{2}:\d{2}/iu;

function lacking(near: string): readonly EmbargoPart[] {
  // A date's own dots and strokes are no time.
  const rest = near.replace(DATE, (date) => ' '.repeat(date.length));
  const has = { date: rest !== near, time: TIME.test(rest), zone: ZONE.test(rest) };
  return EMBARGO_PARTS.filter((part) => !has[part]);
}
