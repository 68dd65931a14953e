const CLOSING =
  /(?:^|\n)[ \t]*(?:salam(?: hangat| hormat| sejahtera)?|hormat (?:kami|saya)|terima kasih|best|(?:best|kind|warm) regards|regards|sincerely|thanks|thank you|cheers)(?:[ \t]*,|[ \t]*\.?[ \t]*(?=\n))/gi;
const INLINE =
  /(?<=[.!?]\s)(?:salam(?: hangat| hormat)?|hormat (?:kami|saya)|(?:best |kind |warm )?regards|sincerely)\s*,/gi;
const MAX_LINES = 12;
const MAX_INLINE = 160;

/** Where the writer's own signature begins: `-- `, or at most 12 lines below a closing formula. Undefined: none. */
export function signatureStart(text: string): number | undefined {
  const dashes = /(?:^|\n)-- ?\r?(?=\n)/.exec(text);
  if (dashes) return dashes.index;
  const closing = [...text.matchAll(CLOSING)].findLast((match) => linesAfter(text, match) <= MAX_LINES);
  if (closing) return closing.index;
  return [...text.matchAll(INLINE)].findLast((match) => text.trimEnd().length - match.index <= MAX_INLINE)?.index;
}

const linesAfter = (text: string, match: RegExpMatchArray): number =>
  text
    .slice((match.index ?? 0) + match[0].length)
    .split('\n')
    .filter((line) => line.trim() !== '').length;
