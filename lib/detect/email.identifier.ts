import { within } from './disjoint.ts';
import type { TextIdentifier } from './identifier.ts';
import type { Span } from './span.ts';
import { links } from './surroundings.ts';

const LOCAL = /[\p{L}\p{N}\p{M}.!#$%&'*+^_|~-]/u;
const HOST = /[\p{L}\p{N}\p{M}.-]/u;
const LABEL = /^[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}-]{0,61}[\p{L}\p{N}\p{M}])?$/u;
const TLD = /^(?:[\p{L}\p{M}]{2,63}|xn--[a-z0-9-]{2,59})$/iu;

/** Addresses: from each `@` outwards, at most 64 characters before and 253 after, so that no text makes it slow. */
function emails(text: string): readonly Span[] {
  const found: Span[] = [];
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    const span = addressAt(text, at);
    if (span !== undefined) found.push(span);
  }
  if (found.length === 0) return found;
  // `https://user:word@host` is no address. A mailto is.
  const inLink = within(links(text));
  return found.filter((span) => !inLink(span.start));
}

export const identifier: TextIdentifier = { kind: 'email', find: emails };

function addressAt(text: string, at: number): Span | undefined {
  let start = at;
  while (start > 0 && at - start <= 64 && LOCAL.test(text.charAt(start - 1))) start--;
  while (start < at && /[^\p{L}\p{N}_]/u.test(text.charAt(start))) start++;
  let end = at + 1;
  while (end < text.length && end - at <= 254 && HOST.test(text.charAt(end))) end++;
  while (end > at && /[.-]/.test(text.charAt(end - 1))) end--;
  const local = text.slice(start, at);
  const host = text.slice(at + 1, end);
  const around = `${text.charAt(start - 1)}${text.charAt(end)}`;
  if (local === '' || local.length > 64 || local.includes('..') || local.endsWith('.') || /[@_"\\]/.test(around))
    return undefined;
  return isHost(host)
    ? { kind: 'email', start, end, confidence: 0.9, value: `${local}@${host}`.toLowerCase() }
    : undefined;
}

function isHost(host: string): boolean {
  const labels = host.split('.');
  return labels.length > 1 && labels.every((label) => LABEL.test(label)) && TLD.test(labels.at(-1) ?? '');
}
