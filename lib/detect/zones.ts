/** A stretch of the text, in UTF-16 code units. */
interface Range {
  readonly start: number;
  readonly end: number;
}

const QUOTED = /^[ \t]*>/;
const ATTRIBUTION = /^(?:on|pada|el|le)\b.{4,200}(?:wrote|menulis|wrote the following)\s*:\s*$/i;
const ATTRIBUTION_STARTS = /^(?:on|pada)\b.{4,120}$/i;
const ATTRIBUTION_ENDS = /(?:wrote|menulis)\s*:\s*$/i;
const FORWARDED =
  /^[\s>*_-]*(?:-{2,}\s*(?:original message|forwarded message|pesan asli|pesan terusan|pesan yang diteruskan)\s*-{2,}|begin forwarded message:|_{10,})\s*$/i;
const HEADER = /^(?:\*?(?:from|dari)\*?)\s*:.{2,200}$/i;
const HEADER_NEXT = /^\*?(?:sent|to|date|subject|cc|dikirim|kepada|untuk|tanggal|perihal|subjek)\*?\s*:/i;

/** Somebody else's words inside the text: `>` lines, and all below "On … wrote:", a forwarded head or a From: block. */
function quoteRanges(text: string): readonly Range[] {
  const lines = linesOf(text);
  const ranges: Range[] = [];
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i];
    if (!line) break;
    if (QUOTED.test(line.words)) ranges.push({ start: line.start, end: line.end });
    const head = headAt(lines, i);
    if (head === 0) continue;
    const next = lines.slice(i + head).find((after) => after.words.trim() !== '');
    // Interleaved answers: below the attribution only the marked lines are quoted.
    if (next && QUOTED.test(next.words)) ranges.push({ start: line.start, end: lines[i + head - 1]?.end ?? line.end });
    else {
      ranges.push({ start: line.start, end: text.length });
      break;
    }
  }
  return ranges;
}

interface Line extends Range {
  readonly words: string;
}

/** How many lines the head of a quotation takes; 0: none begins here. */
function headAt(lines: readonly Line[], i: number): number {
  const words = (lines[i]?.words ?? '').trim();
  const next = (lines[i + 1]?.words ?? '').trim();
  if (ATTRIBUTION.test(words) || FORWARDED.test(words)) return 1;
  if (ATTRIBUTION_STARTS.test(words) && ATTRIBUTION_ENDS.test(next) && next.length < 120) return 2;
  return HEADER.test(words) && HEADER_NEXT.test(next) ? 1 : 0;
}

function linesOf(text: string): readonly Line[] {
  let at = 0;
  return text.split('\n').map((words) => {
    const start = at;
    at += words.length + 1;
    return { words: words.replace(/\r$/, ''), start, end: Math.min(at, text.length) };
  });
}

/** The text with what is quoted blanked out: same length, so that offsets stay true. */
export function ownText(text: string): string {
  return blank(text, quoteRanges(text));
}

/** The reverse: only what is quoted. */
export function quotedText(text: string): string {
  let at = 0;
  const own: Range[] = [];
  for (const { start, end } of quoteRanges(text)) {
    if (start > at) own.push({ start: at, end: start });
    at = Math.max(at, end);
  }
  own.push({ start: at, end: text.length });
  return blank(text, own);
}

function blank(text: string, ranges: readonly Range[]): string {
  let out = '';
  let at = 0;
  for (const { start, end } of ranges) {
    if (end <= at) continue;
    out += text.slice(at, Math.max(at, start)) + text.slice(Math.max(at, start), end).replace(/[^\n]/g, ' ');
    at = end;
  }
  return out + text.slice(at);
}
