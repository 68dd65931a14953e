import { normaliseAddress } from '../domain/address.ts';
import type { Draft } from '../domain/draft.ts';
import type { Instant } from '../domain/person.ts';
import type { Facts, RecipientFacts } from './facts.ts';

/** When the message that this draft answers was written, if this recipient wrote it. Unknown → undefined, the stricter. */
export function answers({ inReplyTo, channel }: Draft, { recipient, people }: RecipientFacts): Instant | undefined {
  if (typeof inReplyTo !== 'object' || inReplyTo.from === undefined) return undefined;
  const key = (address: string): string | undefined => normaliseAddress(channel, address);
  const from = key(inReplyTo.from);
  if (from === undefined) return undefined;
  const wrote =
    key(recipient.address) === from ||
    people.some(({ points }) => points.some((point) => point.channel === channel && key(point.address) === from));
  return wrote ? inReplyTo.at : undefined;
}

/**
 * A reply to the same people without a new file (ruling 9). Where the thread's last message is known, others than its
 * writer count as the same people only when the quoted history names their address.
 */
export function isLightReply(draft: Draft, facts: Facts): boolean {
  const { inReplyTo } = draft;
  if (!inReplyTo || draft.attachments.length > 0) return false;
  if (inReplyTo === true || inReplyTo.from === undefined) return true;
  const thread = `${draft.quoted ?? ''}\n${draft.text}`.toLowerCase();
  const from = normaliseAddress(draft.channel, inReplyTo.from);
  return facts.recipients
    .filter(({ outsider }) => outsider)
    .every(
      (one) =>
        from === normaliseAddress(draft.channel, one.recipient.address) ||
        one.people.some(({ points }) =>
          points.some(({ address, channel }) => from === normaliseAddress(channel, address)),
        ) ||
        thread.includes(one.recipient.address.toLowerCase()),
    );
}
