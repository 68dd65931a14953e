import type { Run } from './digit-runs.ts';

/**
 * Words by which a message says that a file goes along with it, in Indonesian and in English. Each stands for itself: a
 * file that was sent before, that comes later, that somebody else sent, or a chapter of a law is not promised.
 */
const PROMISES: readonly RegExp[] = [
  /\b(?:terlampir|dilampirkan|(?:kami|saya|kita|aku)\s+(?:juga\s+|turut\s+)?lampirkan|kulampirkan|(?:kami|saya|aku)\s+melampirkan|(?:lihat|cek|buka|baca|simak|unduh|pada|dalam|di|sesuai|melalui)\s+(?:file\s+|berkas\s+|dokumen\s+)?lampiran|lampiran\s+(?:berikut|ini|surel|email|di\s+bawah)|(?:file|berkas|dokumen)\s+lampiran)\b/giu,
  // The head of an official letter: "Lampiran : 1 (satu) berkas", and not "Lampiran : -".
  /\blampiran\s*:\s*(?!nihil|tidak|tanpa)[\p{L}\p{N}]+/giu,
  /\b(?:(?:find|see|check|open|review)\s+(?:the\s+)?(?:attached|enclosed)|(?:attached|enclosed)\s+(?:is|are|please|herewith|you(?:'|’)?ll)|(?:i(?:'|’)ve|i\s+have|we(?:'|’)ve|we\s+have|i|we|i(?:'|’)m|i\s+am|we(?:'|’)re|we\s+are)\s+(?:also\s+|now\s+)?(?:attached|attach|attaching|enclosed|enclose|enclosing)|(?:is|are)\s+(?:attached|enclosed)|(?:see|in|find|open)\s+(?:the\s+|this\s+)?(?:attachment|enclosure)s?|the\s+attached\s+\p{L}+|attached(?=\s*(?:[.,;)!]|$)))/giu,
  /^\s*(?:attached|enclosed)\b/giu,
];

/** In the same sentence: then no file of this message is meant. */
const NOT_NOW: readonly RegExp[] = [
  /\b(?:tanpa|belum|tidak|tak|bukan|akan|nanti)\s+(?:ada\s+|perlu\s+|kami\s+|saya\s+|ikut\s+|saya\s+akan\s+|kami\s+akan\s+)?(?:lampiran|terlampir|dilampirkan|lampirkan|melampirkan)|\bmenyusul\b/iu,
  /\b(?:surel|e-?mail|pesan|surat|chat)\s+(?:\p{L}+\s+){0,2}(?:kemarin|sebelumnya|tadi|terdahulu|lalu)\b/iu,
  /\blampiran\s+(?:[ivx]+\s+|\d+\s+)?(?:uu|undang|peraturan|permen|perpres|pp|keputusan|perjanjian|kontrak)\b/iu,
  /\b(?:lampiran|berkas|file)\s+(?:dari\s+)?(?:bapak|ibu|anda|mas|mbak|kak|kakak)\b|\byang\s+(?:bapak|ibu|anda|mas|mbak|kak)\s+(?:kirim|kirimkan|lampirkan)\b/iu,
  /\b(?:not|never|no|without|n(?:'|’)t)\s+(?:be\s+|been\s+|yet\s+|an?\s+|the\s+)?(?:attach|enclos)|\bwill\s+(?:be\s+)?(?:attach|enclos|follow)|\bstrings\s+attached\b/iu,
  /\b(?:attached|enclosed)\s+(?:to|in|with)\s+(?:the|your|his|her|their|our|my|this|that)\b|\byou(?:\s+have|(?:'|’)ve)?\s+(?:sent|attached|enclosed)\b|\byour\s+(?:attach|enclos)/iu,
  /\b(?:i|we)\s+(?:attached|enclosed)\b[^.]{0,60}\b(?:yesterday|earlier|previously|before|last)\b|\b(?:last|previous|earlier)\s+(?:e-?mail|message|mail)\b/iu,
];

/** A link in the words is the file. */
const LINK = /\b(?:https?:\/\/|www\.)\S+|\b(?:drive|docs|dropbox|wetransfer|onedrive)\.[a-z]+\S*/iu;

const SENTENCE = /[^.!?\n]+(?:[.!?]+(?=\s|$)|\n|$)|[.!?\n]/gu;

/** Where the text promises a file; none where it holds a link, which may be it. Offsets are UTF-16 code units. */
export function promisedFiles(text: string): readonly Run[] {
  if (LINK.test(text)) return [];
  return [...text.matchAll(SENTENCE)].flatMap(({ 0: sentence, index }): Run[] =>
    NOT_NOW.some((pattern) => pattern.test(sentence))
      ? []
      : PROMISES.flatMap((pattern) =>
          [...sentence.matchAll(pattern)].map((match) => ({
            start: index + match.index,
            end: index + match.index + match[0].length,
          })),
        ),
  );
}
