import type { Draft } from '../domain/draft.ts';
import { isInstant } from '../domain/instant.ts';
import type { Instant, SpaceId } from '../domain/person.ts';
import type { Policy } from '../domain/policy.ts';
import type { RuleBook } from '../domain/rule-book.ts';
import { isTeamSpace } from '../domain/space-of.ts';
import type { NewestView } from '../domain/team-view.ts';
import type { Verdict } from '../domain/verdict.ts';
import type { LedgerReader } from '../ledger/reader.ts';
import type { Facts } from '../rules/facts.ts';
import { judge } from '../rules/judge.ts';
import { calledFacts } from './called.ts';
import { heldFacts } from './held.ts';
import { identifierFacts } from './identifiers.ts';
import { ownOf } from './own.ts';
import { recipientFacts } from './recipients.ts';
import { topicFacts } from './topics.ts';
import { validUntil } from './valid-until.ts';
import { zonesOf } from './zones.ts';

export interface AssessContext {
  readonly ledger: LedgerReader;
  readonly policy: Policy;
  readonly spaces: readonly SpaceId[];
  readonly now: Instant;
  /** The ledger is asked nothing, and the verdict says so. */
  readonly locked?: boolean;
  /** Addresses about whom the user does not want to be asked in this chat. */
  readonly skipped?: ReadonlySet<string>;
  /** What the teams said when they were asked for the newest. */
  readonly newest?: readonly NewestView[];
  /** What rules have shown of themselves here; left out: each is as loud as its policy says. */
  readonly book?: RuleBook;
  /** By what the budget of a scan is read, in milliseconds; left out: the wall's. */
  readonly clock?: () => number;
}

export interface Assessment {
  readonly verdict: Verdict;
  /** Epoch milliseconds: from then on the same draft may be judged otherwise. */
  readonly validUntil: number;
  /** Lists of teams in which the recipients stand. */
  readonly teamSpaces: readonly SpaceId[];
}

/** Draft → facts (asks ledger and detect) → judge → verdict. What background, practice, scenarios and bench all call. */
export async function assess(draft: Draft, context: AssessContext): Promise<Assessment> {
  const facts = await factsOf(draft, context);
  const { policy, now, book } = context;
  const verdict = judge(draft, facts, policy, now, book);
  const spaces = facts.recipients.flatMap(({ people }) => people.map(({ person }) => person.space));
  const teamSpaces = [...new Set(spaces)].filter(isTeamSpace);
  return { verdict, validUntil: validUntil(facts, now, policy.rules), teamSpaces };
}

async function factsOf(
  draft: Draft,
  { ledger: open, policy, spaces, now, locked = false, skipped, newest, clock }: AssessContext,
): Promise<Facts> {
  const ledger = locked ? undefined : open;
  const own = ownOf(draft, policy);
  const sendAt = draft.sendAt && isInstant(draft.sendAt) ? draft.sendAt : now;
  const zones = zonesOf(draft);
  const [recipients, topics] = await Promise.all([
    recipientFacts(draft, own, policy.region, spaces, ledger, skipped),
    ledger ? topicFacts(draft, zones, spaces, ledger) : { terms: [], releases: [] },
  ]);
  const [found, held] = await Promise.all([
    identifierFacts(zones, {
      draft,
      recipients,
      own,
      region: policy.region,
      spaces,
      sendAt,
      ...(ledger ? { ledger } : {}),
      ...(clock ? { clock } : {}),
    }),
    ledger ? heldFacts(zones, spaces, ledger) : [],
  ]);
  // While the time is still to be chosen no embargo is broken yet: the press that says it is asked about again.
  const releases = draft.scheduling ? [] : topics.releases;
  const facts: Facts = {
    locked,
    sendAt,
    recipients,
    ...topics,
    releases,
    ...found,
    held,
    ...(newest ? { newest } : {}),
  };
  return ledger ? { ...facts, called: await calledFacts(draft, facts, spaces, ledger) } : facts;
}
