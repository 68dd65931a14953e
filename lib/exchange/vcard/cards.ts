import { type Property, parseProperty, quotedPrintable } from './property.ts';

export interface Card {
  /** The line on which it begins, from 1. */
  readonly line: number;
  readonly properties: readonly Property[];
  /** It breaks off: the next one begins, or the file ends, before its `END`. */
  readonly cut: boolean;
}

/** Text of a `.vcf` → its cards, one after another. Lines are unfolded on the way; pictures and keys are passed over. */
export function* readCards(text: string): Generator<Card> {
  let open: { line: number; properties: Property[] } | undefined;
  /** An `AGENT` of version 2.1 is a card inside a card. */
  let inside = 0;
  for (const { line, content } of logicalLines(text)) {
    if (/^BEGIN\s*:\s*VCARD\s*$/i.test(content)) {
      if (open && open.properties.at(-1)?.name === 'AGENT') inside += 1;
      else {
        if (open) yield { ...open, cut: true };
        open = { line, properties: [] };
      }
    } else if (/^END\s*:\s*VCARD\s*$/i.test(content)) {
      if (inside > 0) inside -= 1;
      else if (open) {
        yield { ...open, cut: false };
        open = undefined;
      }
    } else if (open && inside === 0) {
      const property = parseProperty(content);
      if (property) open.properties.push(decoded(property));
    }
  }
  if (open) yield { ...open, cut: true };
}

function decoded(property: Property): Property {
  const encoding = property.params.get('ENCODING')?.[0];
  if (encoding === 'b' || encoding === 'base64') return { ...property, value: '' };
  if (encoding !== 'quoted-printable') return property;
  return { ...property, value: quotedPrintable(property.value, property.params.get('CHARSET')?.[0]) };
}

/** Lines with what was folded joined again: by a space in front (RFC 6350 §3.2), or by `=` at the end (quoted-printable). */
function* logicalLines(text: string): Generator<{ readonly line: number; readonly content: string }> {
  let at = 0;
  let number = 0;
  let held: { line: number; content: string } | undefined;
  while (at < text.length) {
    const end = text.indexOf('\n', at);
    const raw = text.slice(at, end === -1 ? text.length : end).replace(/\r$/, '');
    at = end === -1 ? text.length : end + 1;
    number += 1;
    // A soft break of quoted-printable goes first: a space behind it belongs to the text.
    if (held?.content.endsWith('=') && isQuotedPrintable(held.content)) held.content = held.content.slice(0, -1) + raw;
    else if (held && /^[ \t]/.test(raw)) held.content += raw.slice(1);
    else {
      if (held) yield held;
      held = { line: number, content: raw };
    }
  }
  if (held) yield held;
}

const isQuotedPrintable = (content: string): boolean => /^[^:]*QUOTED-PRINTABLE[^:]*:/i.test(content);
