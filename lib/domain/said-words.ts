import { excerptOf } from './excerpt.ts';

export const OUTCOMES = ['given', 'refused', 'stop'] as const;
/** Consent, refusal of what was asked, or "no more messages". */
export type Outcome = (typeof OUTCOMES)[number];

export interface Heard {
  readonly outcome: Outcome;
  /** The sentence that says so, short. */
  readonly words: string;
}

const NO = '(?:tidak|tak|tdk|nggak|enggak|ngga|gak|ga)';
const DO_NOT = "(?:do not|don't|dont|never|please do not)";
const ME = '(?:me|us|this (?:address|number))';
const SAYA = '(?:saya|kami|aku)';
/** Whom or how long: "jangan kirim filenya dulu" is about a file. */
const ABOUT = `(?:\\s+${SAYA}\\b|\\b.{0,40}\\b(?:lagi|ke(?:pada)? ${SAYA}|nomor ini|alamat ini)\\b|$)`;

/** How a footer tells the way out is no wish for it; ours stands in every quote. */
const FOOTER =
  /\b(?:balas|ketik|reply|text|click|klik|tekan|answer|type|jawab)\b.{0,60}\b(?:stop|berhenti|unsubscribe)\b|\b(?:to|untuk) (?:unsubscribe|opt out|berhenti)\b/i;

const STOP: readonly RegExp[] = [
  /^(?:tolong |mohon |please )?(?:stop|setop|berhenti|hentikan|unsubscribe|unsub)(?: ya| please)?$/i,
  new RegExp(
    `\\b(?:jangan|jgn|tidak usah|${NO} usah|stop|setop|berhenti|hentikan)\\s+(?:lagi\\s+)?(?:me|ng)?(?:kirim\\w*|ngirim\\w*|hubungi|kontak\\w*|ngontak|email\\w*|surel\\w*|wa|chat|tele?pon\\w*|nelepon|spam)${ABOUT}`,
    'i',
  ),
  /\b(?:stop|setop|berhenti|hentikan)\s+(?:mengirim\w*|kirim\w*|menghubungi|mengontak)/i,
  /\bberhenti berlangganan\b/i,
  /\b(?:hapus|keluarkan|coret)\w*\s+(?:saya|aku|kami|(?:nama|nomor|alamat|email|e-mail|surel|kontak|data) (?:saya|kami|aku))\b/i,
  new RegExp(
    `\\b${NO} (?:mau|ingin|bersedia|berkenan|perlu) (?:lagi )?(?:menerima|terima|dikirim\\w*|dihubungi|dapat|ditelepon)\\b`,
    'i',
  ),
  new RegExp(`\\b${DO_NOT} (?:ever )?(?:contact|e-?mail|write to|message|text|call|pitch|spam) ${ME}\\b`, 'i'),
  new RegExp(`\\b${DO_NOT} send\\b.{0,40}\\b(?:any ?more|again|further)\\b`, 'i'),
  /\b(?:stop|quit|cease) (?:sending|e-?mailing|contacting|writing|messaging|texting|calling|pitching|spamming)\b/i,
  /\b(?:remove|take|delete) (?:me|us|my (?:name|address|number|e-?mail)(?: address)?)\b.{0,30}\b(?:off|from)\b/i,
  /\bunsubscribe (?:me|us)\b|\bopt(?:ing)? (?:me )?out\b/i,
  /\b(?:no longer|not) (?:wish|want|like|wanting) to (?:receive|be contacted|hear)\b/i,
];
const YES: readonly RegExp[] = [new RegExp(`\\b${NO} keberatan\\b`, 'i'), /\b(?:do not|don't) mind\b/i];
const REFUSED: readonly RegExp[] = [
  new RegExp(`\\b${NO} (?:setuju|bersedia|berkenan|mengizinkan|memberi(?:kan)? izin)\\b`, 'i'),
  /\b(?:saya|kami|aku) (?:menolak|keberatan)\b/i,
  new RegExp(`^(?:maaf,? )?${NO}$`, 'i'),
  /^(?:sorry,? )?no(?:,? thank(?:s| you))?$/i,
  /\b(?:do not|don't|cannot|can't) (?:agree|consent)\b|\bi (?:must )?(?:refuse|decline)\b/i,
];
const GIVEN: readonly RegExp[] = [
  /\b(?:setuju|bersedia|berkenan|silakan|silahkan|dengan senang hati)\b/i,
  /^(?:ya|iya|oke|ok|okay|boleh|yes|sure)\b/i,
  /\bboleh (?:saja|kok|dikirim|kirim)\b/i,
  /\bi (?:agree|consent)\b|\bhappy to (?:receive|hear)\b|\b(?:fine|ok|okay) (?:by|with) me\b|\bgo ahead\b|\byou may (?:write|send|contact|e-?mail)\b/i,
];

/** The strictest comes first: "ya, tapi jangan kirim lagi" is no consent. */
const ORDER: readonly (readonly [Outcome, readonly RegExp[]])[] = [
  ['stop', STOP],
  ['given', YES],
  ['refused', REFUSED],
  ['given', GIVEN],
];

/**
 * What words of a person seem to ask for, in Indonesian or English; undefined: nothing that one could name. A guess from a
 * short list of phrases: it proposes, and records nothing.
 */
export function heardIn(text: string): Heard | undefined {
  const sentences = text
    .normalize('NFKC')
    .replace(/[‘’]/g, "'")
    .split(/[.!?;\n]+/)
    .map((sentence) => sentence.replace(/\s+/g, ' ').replace(/^[\s>,-]+|[\s,-]+$/g, ''))
    .filter((sentence) => sentence !== '' && !FOOTER.test(sentence));
  for (const [outcome, patterns] of ORDER) {
    const words = sentences.find((sentence) => patterns.some((pattern) => pattern.test(sentence)));
    if (words !== undefined) return { outcome, words: excerptOf(words, 90) };
  }
  return undefined;
}

/** "On 3 Nov, Sari <sari@…> wrote:", "Pada tanggal … menulis:". */
const ATTRIBUTION = /^\s*(?:>\s*)?.{0,200}\b(?:wrote|menulis|writes)\s*:\s*$|^\s*(?:-{3,}|_{5,}).*$/i;

/** Of a quote, what the last writer said: not what was quoted in it again, which is mostly our own. */
export function newestOf(quoted: string): string {
  const lines = quoted.split('\n');
  const first = lines.findIndex((line) => line.trim() !== '');
  const from = first >= 0 && ATTRIBUTION.test(lines[first] ?? '') ? first + 1 : Math.max(0, first);
  const rest = lines.slice(from);
  const end = rest.findIndex((line) => ATTRIBUTION.test(line) || /^\s*>\s*>/.test(line));
  return (end < 0 ? rest : rest.slice(0, end))
    .map((line) => line.replace(/^\s*>\s?/, ''))
    .join('\n')
    .trim();
}
