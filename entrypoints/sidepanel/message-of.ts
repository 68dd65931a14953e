import type { Audience, Card, Message } from '@/components/sidepanel/view.ts';
import { ownOf } from '@/lib/assess/own.ts';
import { recipientFacts } from '@/lib/assess/recipients.ts';
import type { Writing } from '@/lib/bus/messages.ts';
import { isChatAddress, isChatTitle } from '@/lib/domain/chat.ts';
import { contactability } from '@/lib/domain/contactability.ts';
import type { Draft } from '@/lib/domain/draft.ts';
import type { Policy } from '@/lib/domain/policy.ts';
import { strictestEach } from '@/lib/domain/strictest.ts';
import type { Ledger } from '@/lib/ledger/ledger.ts';
import { spacesFor } from '@/lib/ledger/spaces-for.ts';
import type { RecipientFacts } from '@/lib/rules/facts.ts';

/** The message in focus with what the ledger knows of its people, by the same readings as a verdict. */
export async function messageOf(ledger: Ledger, writing: Writing, policy: Policy): Promise<Message> {
  const { surface, channel, audience, recipients, problems } = writing;
  const purpose = writing.purpose ?? policy.purpose;
  const draft: Draft = { surface, channel, audience, recipients, text: '', attachments: [], unreadable: problems };
  const own = ownOf(draft, policy);
  const at = new Date().toISOString();
  const spaces = await spacesFor(ledger, surface);
  const known = distinct(await recipientFacts(draft, own, policy.region, spaces, ledger));
  const facts = known.map((one) => ({ ...one, people: strictestEach(one.people, { purpose, channel, at }) }));
  const cards = facts.map(cardOf);
  const rank = (card: Card): number => {
    switch (card.kind) {
      case 'person':
        return RANKS[contactability([card.state], { purpose, channel, at }).answer];
      case 'shared':
        return 1;
      case 'group':
        return 2;
      case 'unknown':
        return isChatAddress(card.recipient.address) ? 3 : 4;
      case 'colleague':
        return 7;
    }
  };
  return {
    channel,
    audience,
    purpose,
    cards: cards.toSorted((a, b) => rank(a) - rank(b)),
    seen: audienceOf(facts, audience),
    problems,
  };
}

const RANKS = { block: 0, ask_first: 3, notice: 5, allow: 6 } as const;

/** An address that stands in two fields is one person to look at. */
function distinct(facts: readonly RecipientFacts[]): readonly RecipientFacts[] {
  return [
    ...new Map(facts.toReversed().map((one) => [one.address ?? one.recipient.address, one])).values(),
  ].toReversed();
}

function cardOf({ recipient, people, outsider }: RecipientFacts): Card {
  const [first, second] = people;
  if (recipient.group) return { kind: outsider ? 'group' : 'colleague', recipient };
  if (first && second && isChatTitle(recipient.address)) return { kind: 'shared', recipient, people };
  // A colleague with a record is still worth a card when they asked for something.
  if (!outsider && !first?.suppressions.length) return { kind: 'colleague', recipient };
  return first ? { kind: 'person', recipient, state: first } : { kind: 'unknown', recipient };
}

function audienceOf(facts: readonly RecipientFacts[], audience: Draft['audience']): Audience {
  const hidden = facts.filter(({ recipient }) => recipient.field === 'bcc').length;
  const visible = facts.filter(({ recipient }) => recipient.field !== 'bcc' && !recipient.group);
  const organisations = new Set(
    visible.flatMap(({ people, domain }) => people[0]?.person.outlet?.toLowerCase() ?? domain ?? []),
  );
  const group =
    audience === 'group' ? facts.some(({ recipient }) => recipient.group) : facts.length > visible.length + hidden;
  return { visible: visible.length, organisations: organisations.size, hidden, group };
}
