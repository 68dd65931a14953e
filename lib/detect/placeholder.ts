import { disjoint } from './disjoint.ts';
import { SLOT_WORDS, TAG } from './slot-words.ts';
import type { Span } from './span.ts';

interface Form {
  readonly pattern: RegExp;
  /** Must stand in the text before the pattern is tried: one that looks back from everywhere is dear. */
  readonly anchor?: RegExp;
  /** Which group's words decide; left out: the form alone is sure. */
  readonly accepts?: (words: string, match: RegExpMatchArray, zone: 'text' | 'subject') => boolean;
}

const GREETING = 'dear|hi|hello|hey|halo|hai|kepada yth|yth|salam';
const ADDRESS = '(?:bapak\\/ibu|ibu\\/bapak|bapak|ibu|pak|bu|kak|mas|mbak|sdr|sdri|mr|mrs|ms)\\.?';
const LEADS =
  'rp|idr|usd|nama|tanggal|tgl|pukul|jam|nomor|no|sebesar|sejumlah|senilai|telp|hp|wa|media|pt|cv|bapak|ibu|pak|bu|kak|mas|mbak|sdr|sdri|yth|dear|hi|halo|hello|harga|total|jabatan|email|alamat|kepada|dengan|name|date|time|phone|mr|mrs|ms|at|on|by|for|of|from|dari|di|oleh|hari|pada|to';

const NUMBERED =
  /^(?:edisi|ke|angka|bab|pasal|abad|jilid|volume|vol|seri|part|chapter|games|edition|nomor|rating|film|konten|situs|video|love|kiss|kisses)$/i;

/**
 * Gaps that somebody forgot to fill (`detection.md` §6, ruling 13). Only forms that are sure; each pattern begins at an
 * anchor and is bounded. Any product's syntax counts on any site.
 */
const FORMS: readonly Form[] = [
  { pattern: /\{\{[^{}\n]{0,100}\}\}/g },
  { pattern: /\*\|[A-Z0-9_:]{2,60}\|\*/gi },
  { pattern: /\{![A-Za-z][\w.]{1,60}\}/g },
  { pattern: /\[\[[^[\]\n]{1,60}\]\]/g, accepts: hasSlot },
  { pattern: /<<[^<>\n]{1,60}>>/g, accepts: (words, match) => /^<<\S/.test(match[0]) || hasSlot(words) },
  { pattern: /«[^«»\n]{1,40}»/g, accepts: hasSlot },
  { pattern: /%%[A-Za-z][\w .]{1,40}%%/g },
  { pattern: /(?<![\w%])%[A-Za-z][A-Za-z_]{2,40}%(?!\w)/g, accepts: isPercentField },
  { pattern: /\$?\{(?![{!])[^{}<>\n]{1,80}\}(?!\})/g, accepts: isBraceField },
  { pattern: /(?<!\[)\[(?!\[)[^[\]\n]{1,60}(?:\n[^[\]\n]{1,60})?\](?![\](])/g, accepts: isBracketField },
  {
    pattern: new RegExp(
      `(?<=^|\\n)[ \\t]*(?:${GREETING})\\.?(?: ${ADDRESS})?[ \\t]+[,!:](?=\\s|$)(?! (?:kak|mas|mbak|pak|bu|bapak|ibu|semua|all)\\b)`,
      'gi',
    ),
  },
  { pattern: /(?<![\w-])(?:xx[-/.]xx[-/.]xx(?:xx)?)(?![\w-])/gi },
  { pattern: /(?<![\p{L}\p{N}_-])X{4,}(?![\p{L}\p{N}_-])/gu },
  {
    anchor: /xxx/i,
    pattern: new RegExp(
      `(?<=(?<!\\p{L})(?:${LEADS})[.:]? ?)(?<![\\p{L}\\p{N}_-])x{3,}(?:\\.x{3})*(?![\\p{L}\\p{N}_-])`,
      'giu',
    ),
  },
  { pattern: /(?<![\p{L}\p{N}_-])X{3}(?![\p{L}\p{N}_-])/gu, accepts: isNoNumeral },
  {
    pattern:
      /(?<!\p{L})(?:isi(?:kan)? (?:[\p{L}]{1,20} ){0,2}di ?sini|lorem ipsum|insert (?:[\p{L}]{1,20} ){1,3}here)(?!\p{L})/giu,
  },
];

export function placeholders(text: string, zone: 'text' | 'subject' = 'text'): readonly Span[] {
  if (!/[{}[\]<>«%|]|xxx|xx[-/.]|sini|lorem|here|[ \t][,!:]/i.test(text)) return [];
  const found: Span[] = [];
  for (const { pattern, anchor, accepts } of FORMS) {
    if (anchor && !anchor.test(text)) continue;
    for (const match of text.matchAll(pattern)) {
      const lead = /^[ \t]*/.exec(match[0])?.[0].length ?? 0;
      const start = match.index + lead;
      const end = match.index + match[0].length;
      const words = match[0].replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
      if (accepts && !accepts(words, match, zone)) continue;
      found.push({ kind: 'placeholder', start, end, confidence: 1, value: text.slice(start, end) });
    }
  }
  return disjoint(found);
}

function hasSlot(words: string): boolean {
  return words
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .some((word) => SLOT_WORDS.has(word) || SLOT_WORDS.has(word.replace(/(?:nya|mu|anda)$/, '')));
}

/** `%NAME%` and `%nama%`; not `%C3%A9` of a link. */
function isPercentField(words: string): boolean {
  return /^[A-Z][A-Z_]+$/.test(words) || hasSlot(words.replaceAll('_', ' '));
}

/** XXX is thirty after a name ("PON XXX", "Super Bowl XXX", "edisi XXX") or before one; elsewhere somebody meant to write there. */
function isNoNumeral(_words: string, match: RegExpMatchArray): boolean {
  const text = match.input ?? '';
  const at = match.index ?? 0;
  const before = /(\p{L}+)[- ]$/u.exec(text.slice(Math.max(0, at - 24), at))?.[1];
  if (before !== undefined) return !NUMBERED.test(before) && !/^\p{Lu}/u.test(before);
  return !/^ \p{Lu}/u.test(text.slice(at + 3, at + 5));
}

/** A single brace names a field unless it holds code or JSON. */
function isBraceField(words: string, match: RegExpMatchArray): boolean {
  if (match[0].startsWith('$')) return words !== '';
  return words !== '' && /\p{L}/u.test(words) && !/[;="`\\]|(?<!\p{L})'|:\s|=>|\(\)/u.test(match[0]);
}

/** An editor's words in a quotation ("[the company]"), a headline's tag, or a field that is filled ("[Tanggal: 3 Desember]"). */
const ASIDE =
  /^(?:save the date|hari ini|(?:the|this|these|those|our|their|its|his|her|yang|para|catatan)\b|[^:]{2,30}:\s?\S*\d)/i;
const NAMES_A_GAP = /\b(?:nama|name|judul|insert|isi|your)\b/i;

/** `[…]` needs a field word; a tag at the head of a subject, a Markdown box and a file mark are none. */
function isBracketField(words: string, match: RegExpMatchArray, zone: 'text' | 'subject'): boolean {
  if (TAG.test(words) || ASIDE.test(words) || /^(?:image|cid|gambar|foto)\s*:/i.test(words)) return false;
  if (
    zone === 'subject' &&
    !NAMES_A_GAP.test(words) &&
    /^(?:\s|(?:re|fwd?|bls|trs)\s*:|\[[^\]]*\])*$/i.test((match.input ?? '').slice(0, match.index))
  )
    return false;
  return hasSlot(words) || /^(?:(?:nama )?media(?: anda)?)$/i.test(words);
}
