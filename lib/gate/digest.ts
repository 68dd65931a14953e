import type { Draft, Recipient } from '../domain/draft.ts';

/**
 * Two readings of one message give one digest. A chip, its text before it is one, and its line in a collapsed row are
 * the same address: the blur in the middle of a press turns one into the other.
 * Synchronous, because it is compared inside the event; 106 bits and the length, against accident, not against malice:
 * both readings come from the same page and the same person.
 */
export function digestOf(draft: Draft): string {
  const canonical = canonicalOf(draft);
  return `${hash(canonical, 1)}.${hash(canonical, 2)}.${canonical.length}`;
}

export function canonicalOf(draft: Draft): string {
  return JSON.stringify([
    draft.surface,
    [...new Set(draft.recipients.map(addressee))].sort(),
    normalise(draft.subject ?? ''),
    normalise(draft.text),
    normalise(draft.quoted ?? ''),
    // Another file of the same name, and one that has been read meanwhile, are judged anew.
    draft.attachments.map(({ name, id, state }) => (state ? `${name} ${id ?? ''} ${state}` : name)).sort(),
    [...draft.unreadable].sort(),
    draft.audience,
    draft.conversation ?? '',
    draft.content ?? '',
    // Who is an outsider depends on the account that writes, and an embargo on the day it leaves.
    draft.from?.trim().toLowerCase() ?? '',
    draft.scheduling ? 'scheduling' : (draft.sendAt ?? ''),
  ]);
}

function addressee(recipient: Recipient): string {
  const angled = /<([^<>]+)>\s*$/.exec(recipient.address)?.[1];
  const address = (angled ?? recipient.address).normalize('NFC').trim().toLowerCase();
  // Whom the user named by a shared title changes what is judged.
  return `${recipient.field} ${address}${recipient.person ? ` ${recipient.person}` : ''}`;
}

const normalise = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/\r\n?/g, '\n')
    .replaceAll('\u00a0', ' ')
    .trim();

/** cyrb53 by bryc, public domain. */
function hash(text: string, seed: number): string {
  let a = 0xdeadbeef ^ seed;
  let b = 0x41c6ce57 ^ seed;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    a = Math.imul(a ^ unit, 2654435761);
    b = Math.imul(b ^ unit, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36);
}
