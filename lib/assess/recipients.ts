import { normaliseAddress } from '../domain/address.ts';
import type { Draft } from '../domain/draft.ts';
import { emailDomain } from '../domain/email.ts';
import type { PersonId, PersonState, SpaceId } from '../domain/person.ts';
import type { LedgerReader } from '../ledger/reader.ts';
import type { RecipientFacts } from '../rules/facts.ts';
import { isInsider, type Own } from './own.ts';

/** Every addressee with whom the ledger knows there; `ledger` left out: it is locked, and nobody is known. */
export async function recipientFacts(
  draft: Draft,
  own: Own,
  region: string,
  spaces: readonly SpaceId[],
  ledger?: LedgerReader,
  skipped: ReadonlySet<string> = new Set(),
): Promise<readonly RecipientFacts[]> {
  const { channel, recipients } = draft;
  const points = recipients.map(({ address }) => ({ channel, address }));
  const people = ledger && points.length > 0 ? await ledger.peopleAt(spaces, points) : [];
  return recipients.map((recipient, index) => {
    const states = recipient.group ? [] : meant(people[index] ?? [], recipient.person);
    const address = normaliseAddress(channel, recipient.address, region);
    const domain = channel === 'email' ? emailDomain(recipient.address) : undefined;
    return {
      recipient,
      ...(address === undefined ? {} : { address }),
      ...(domain === undefined ? {} : { domain }),
      outsider: !isInsider(own, { channel, key: address, domain, people: states }),
      people: states,
      ...(skipped.has(recipient.address) ? { skipped: true } : {}),
    };
  });
}

/** Whom the user named for this chat counts alone. Who is not among those that the address leads to, names nobody. */
function meant(people: readonly PersonState[], named: PersonId | undefined): readonly PersonState[] {
  const one = people.filter(({ person }) => person.id === named);
  return one.length > 0 ? one : people;
}
