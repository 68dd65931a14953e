import type { Draft } from './draft.ts';

/** "On 3 Nov, Sari <sari@…> wrote:", or the From line of a quoted head: the first says who wrote the message that is answered. */
const WROTE =
  /(?:^|\n)[ >*]*(?:(?:on|pada)\b[^\n]{0,200}|[^\n]{0,200}\b(?:wrote|menulis)\s*:|(?:from|dari)\*?\s*:[^\n]{0,200})/i;
const HEAD = 600;

/** Addresses of those recipients whose own message the draft answers, as far as the page or the quote says so. */
export function answeredBy({ inReplyTo, quoted = '', recipients }: Draft): readonly string[] {
  if (!inReplyTo) return [];
  const from = typeof inReplyTo === 'object' ? inReplyTo.from : WROTE.exec(quoted.slice(0, HEAD))?.[0];
  if (from === undefined) return [];
  const wrote = from.toLowerCase();
  return recipients.flatMap(({ address }) =>
    address !== '' && wrote.includes(address.toLowerCase()) ? [address] : [],
  );
}
