import { isStandIn } from './entropy.ts';
import type { TextIdentifier } from './identifier.ts';
import type { Span } from './span.ts';

const NAMED =
  /(?<![\p{L}\p{N}])(?:password|passwd|passcode|passphrase|kata ?sandi|sandi|paswod|pwd|pass|pw|pin)(?:-?nya)?(?:[ ](?!adalah|is|itu|yaitu|ialah)[\p{L}\p{N}&/-]{1,20}){0,3}\s{0,2}(?::|=|[ ](?:adalah|is|itu|yaitu|ialah)[ ])[ \t]{0,3}["'“”`]?([^\s"'“”`]{4,64})/giu;
const NOTHING_YET =
  /^(?:required|wajib|menyusul|nanti|sama|same|ada|lihat|see|terlampir|attached|kosong|none|rahasia|secret|private|protected|expired|salah|wrong|incorrect|benar|invalid|yang|the|your|anda|kamu|di|on|in|at|not|tidak|belum|hanya|only|https?:.*)$/i;

/** A password, or a PIN, written out: "password: …", "kata sandinya adalah …". */
function passwords(text: string): readonly Span[] {
  if (!/pass|sandi|paswod|pwd|pw|pin/i.test(text)) return [];
  return [...text.matchAll(NAMED)].flatMap((match): Span[] => {
    const written = match[1] ?? '';
    const value = written.replace(/[.,;:)\]]+$/, '') || written;
    if (value.length < 4 || isStandIn(value) || NOTHING_YET.test(value)) return [];
    const start = match.index + match[0].length - written.length;
    const rest = text.slice(start + value.length, start + value.length + 24);
    if (!isChosen(value) && !isAlone(match[0], rest)) return [];
    if (/^pin/i.test(match[0]) && !/^\d{4,8}$/.test(value)) return [];
    return [{ kind: 'secret', start, end: start + value.length, confidence: 0.8, value }];
  });
}

/** Not a word of the sentence: a digit or a sign in it, or capitals inside. */
const isChosen = (value: string): boolean => /[\d!@#$%^&*_+~?|]/.test(value) || /\p{Ll}\p{Lu}/u.test(value);
/** "password: garuda" and the line ends there. */
const isAlone = (lead: string, rest: string): boolean =>
  /[:=]\s*["'“”`]?\S+$/.test(lead) && /^["'“”`)\].,;]?\s*(?:\n|$)/.test(rest);

export const identifier: TextIdentifier = { kind: 'secret', find: passwords };
