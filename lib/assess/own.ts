import { normaliseAddress } from '../domain/address.ts';
import type { Draft } from '../domain/draft.ts';
import { emailDomain } from '../domain/email.ts';
import type { Channel } from '../domain/enums.ts';
import type { PersonState } from '../domain/person.ts';
import type { Policy } from '../domain/policy.ts';
import { isPublicMailbox } from '../domain/public-mailbox.ts';

/** Who we are: domains and addresses whose people are insiders, and whose numbers are no finding. */
export interface Own {
  readonly isDomain: (domain: string | undefined) => boolean;
  readonly isAddress: (channel: Channel, address: string) => boolean;
  /** As `isAddress`, for an address that is normalised already. */
  readonly isKey: (channel: Channel, key: string) => boolean;
}

/** Without settled domains the sender's own counts, unless it is a public mailbox. */
export function ownOf(draft: Draft, policy: Policy): Own {
  const from = draft.from === undefined ? undefined : emailDomain(draft.from);
  const settled = policy.ownDomains.map((domain) => domain.toLowerCase().replace(/^@/, ''));
  const domains = settled.length > 0 ? settled : from && !isPublicMailbox(from) ? [from] : [];
  const addresses = [...policy.ownAddresses, ...(draft.from === undefined ? [] : [draft.from])];
  const keys = new Map<Channel, ReadonlySet<string | undefined>>();
  const keysFor = (channel: Channel): ReadonlySet<string | undefined> => {
    const known = keys.get(channel) ?? new Set(addresses.map((one) => normaliseAddress(channel, one, policy.region)));
    keys.set(channel, known);
    return known;
  };
  return {
    isDomain: (domain) => domain !== undefined && domains.some((own) => domain === own || domain.endsWith(`.${own}`)),
    isAddress: (channel, address) => {
      const key = normaliseAddress(channel, address, policy.region);
      return key !== undefined && keysFor(channel).has(key);
    },
    isKey: (channel, key) => keysFor(channel).has(key),
  };
}

interface Reached {
  readonly channel: Channel;
  readonly key: string | undefined;
  readonly domain: string | undefined;
  readonly people: readonly PersonState[];
}

/** A colleague, reached at our domain, or elsewhere by somebody whose work address is at our domain. */
export function isInsider(own: Own, { channel, key, domain, people }: Reached): boolean {
  if (key !== undefined && own.isKey(channel, key)) return true;
  if (channel === 'email') return own.isDomain(domain);
  return people.some(({ points }) =>
    points.some((point) => point.channel === 'email' && own.isDomain(emailDomain(point.address))),
  );
}
