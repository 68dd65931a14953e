import type { ConsentRecord } from '../domain/consent.ts';
import { type Scope, standingEvents, stateFor } from '../domain/consent-state.ts';
import type { Draft } from '../domain/draft.ts';
import { CHANNELS, type Purpose, type Tier } from '../domain/enums.ts';
import { isBefore } from '../domain/instant.ts';
import type { Instant, PersonState } from '../domain/person.ts';
import type { Policy } from '../domain/policy.ts';
import { VALID } from '../domain/transitions.ts';
import type { Finding, Phrase } from '../domain/verdict.ts';
import { lawRefs } from '../law/articles.ts';
import type { Facts, RecipientFacts } from './facts.ts';
import { purposeOf, type Rule } from './rule.ts';
import { known, label, linesFor, peopleFix, subjectOf, titleOf } from './who.ts';
import { purposeWord } from './words.ts';

interface Young {
  readonly recipient: RecipientFacts;
  readonly state: PersonState;
}

/**
 * A child to whom no parent or guardian has agreed for this purpose (UU PDP 25); the child's own word is none. That the
 * age of somebody we collaborate with is not known is a note.
 */
export const rule: Rule = {
  id: 'guardian-missing',
  kind: 'fact',
  tier: 'T3',
  needsLedger: true,
  judge(draft, facts, policy) {
    const purpose = purposeOf(draft, policy);
    const people = known(facts).flatMap((recipient) => recipient.people.map((state): Young => ({ recipient, state })));
    const lacking = people.filter(({ state }) => !hasAgreed(state, draft, purpose, facts.sendAt));
    const children = lacking.filter(
      ({ recipient, state }) => state.person.ageBand === 'child' && !reachesGuardian(recipient, state),
    );
    const unknown = lacking.filter(
      ({ state: { person } }) => person.role === 'kol' && person.ageBand === 'unknown' && purpose === 'kol_collab',
    );
    return [
      ...finding('T3', 'rule_guardian-missing', children, policy, purpose, (one) =>
        evidence(one, draft, purpose, facts),
      ),
      ...finding('T0', 'rule_guardian-missing_age', unknown, policy, purpose, (one) => ({
        key: 'rule_guardian-missing_age_evidence',
        params: { who: nameOf(one) },
      })),
    ];
  },
};

/** On any channel: that this one is not among them is `channel-mismatch`'s. To ask for more, what they agreed to is enough. */
const hasAgreed = ({ records }: PersonState, { client }: Draft, purpose: Purpose, at: Instant): boolean =>
  records.some((record) =>
    (purpose === 'consent_request' ? record.processes.map((process) => process.purpose) : [purpose]).some((asked) =>
      CHANNELS.some((channel) =>
        byGuardian(record, { purpose: asked, channel, ...(client === undefined ? {} : { client }) }, at),
      ),
    ),
  );

const byGuardian = (record: ConsentRecord, scope: Scope, at: Instant): boolean => {
  const { state } = stateFor(record, scope, at);
  return (
    state !== 'none' &&
    VALID.has(state) &&
    standingEvents(record, scope, at).some(
      (event) =>
        event.by_relation === 'guardian' && VALID.has(event.state) && !(event.until && !isBefore(at, event.until)),
    )
  );
};

/** The family's mailbox: the message reaches the guardian, who is whom we should write to. */
const reachesGuardian = ({ people }: RecipientFacts, { person }: PersonState): boolean =>
  people.some((other) => other.person.id === person.guardianId);

const nameOf = ({ recipient, state }: Young): string => label(subjectOf(recipient, state.person.id));

function finding(
  tier: Tier,
  key: string,
  people: readonly Young[],
  policy: Policy,
  purpose: Purpose,
  line: (one: Young) => Phrase,
): readonly Finding[] {
  if (people.length === 0) return [];
  const subjects = people.map(({ recipient, state }) => subjectOf(recipient, state.person.id));
  const openRecord = { kind: 'open-record' as const, addresses: subjects.slice(0, 1).map(({ address }) => address) };
  return [
    {
      rule: 'guardian-missing',
      tier,
      kind: 'fact',
      title: titleOf(`${key}_title`, subjects, { purpose_word: purposeWord(purpose) }),
      evidence: linesFor(people, line),
      law: lawRefs(policy.lawPacks, 'child'),
      subjects,
      places: [],
      fixes: tier === 'T0' ? [openRecord] : [peopleFix('remove-people', subjects), openRecord],
    },
  ];
}

/** The nearest miss: a consent that is not the guardian's, one of the guardian's that has ended, else none at all. */
function evidence(one: Young, { channel, client }: Draft, purpose: Purpose, { sendAt }: Facts): Phrase {
  const scope = { purpose, channel, ...(client === undefined ? {} : { client }) };
  const found = one.state.records.map((record) => stateFor(record, scope, sendAt));
  const who = nameOf(one);
  const own = found.find(({ state, since }) => state !== 'none' && VALID.has(state) && since !== undefined);
  if (own) return { key: 'rule_guardian-missing_own', params: { who, since_at: own.since ?? '' } };
  const over = found.find(({ ranOut, event }) => ranOut === 'consent' && event?.by_relation === 'guardian');
  if (over?.validUntil) return { key: 'rule_guardian-missing_ended', params: { who, until_at: over.validUntil } };
  return { key: 'rule_guardian-missing_none', params: { who, purpose_word: purposeWord(purpose) } };
}
