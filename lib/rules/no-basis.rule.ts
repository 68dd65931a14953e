import type { Draft } from '../domain/draft.ts';
import { addMonths, isBefore } from '../domain/instant.ts';
import type { Policy } from '../domain/policy.ts';
import type { Finding, Phrase } from '../domain/verdict.ts';
import { lawRefs } from '../law/articles.ts';
import { because, contacts, type Reason } from './contact.ts';
import type { Facts, RecipientFacts } from './facts.ts';
import { purposeOf, type Rule } from './rule.ts';
import { label, linesFor, peopleFix, subjectOf, titleOf } from './who.ts';
import { purposeWord, stateWord } from './words.ts';

type Why = Reason<'no-record' | 'state'>;
interface Lacking {
  readonly recipient: RecipientFacts;
  readonly reason: Why;
}

/** Nothing on record allows this purpose: nothing at all, or unknown, requested, deferred, revoked, invalidated. */
export const rule: Rule = {
  id: 'no-basis',
  kind: 'fact',
  tier: 'T2',
  needsLedger: true,
  lighterInReply: true,
  judge(draft, facts, policy) {
    if (purposeOf(draft, policy) === 'consent_request') return [];
    const lacking = because(contacts(draft, facts, policy), ['no-record', 'state'], isLack);
    const again = lacking.filter(({ recipient }) => lastContact(recipient, draft, facts, policy) !== undefined);
    const first = lacking.filter((one) => !again.includes(one));
    return [
      ...finding('T2', 'rule_no-basis_again', again, draft, facts, policy),
      ...finding('T1', 'rule_no-basis', first, draft, facts, policy),
    ];
  },
};

/** A consent that ran out is `consent-expired`; a request that nobody answered in time is still no basis. */
const isLack = (reason: Why): boolean =>
  reason.kind === 'no-record' || reason.state !== 'expired' || reason.event?.state === 'requested';

/** Any contact by the team in the last 12 months for the same purpose, whatever the channel (ruling 5). */
function lastContact({ people }: RecipientFacts, draft: Draft, facts: Facts, policy: Policy): string | undefined {
  const purpose = purposeOf(draft, policy);
  const from = addMonths(facts.sendAt, -12);
  return people
    .flatMap(({ contacts: all }) => all)
    .filter(
      (contact) => contact.purpose === purpose && !isBefore(contact.at, from) && !isBefore(facts.sendAt, contact.at),
    )
    .map(({ at }) => at)
    .toSorted()
    .at(-1);
}

function finding(
  tier: 'T1' | 'T2',
  key: string,
  lacking: readonly Lacking[],
  draft: Draft,
  facts: Facts,
  policy: Policy,
): Finding[] {
  if (lacking.length === 0) return [];
  const subjects = lacking.map(({ recipient }) => subjectOf(recipient));
  const purpose_word = purposeWord(purposeOf(draft, policy));
  return [
    {
      rule: 'no-basis',
      tier,
      kind: 'fact',
      title: titleOf(`${key}_title`, subjects, { purpose_word }),
      evidence: linesFor(lacking, (one) => evidence(one, lastContact(one.recipient, draft, facts, policy))),
      law: lawRefs(policy.lawPacks, 'basis'),
      subjects,
      places: [],
      fixes: [
        peopleFix('ask-consent', subjects),
        peopleFix('record-consent', subjects),
        peopleFix('remove-people', subjects),
      ],
    },
  ];
}

function evidence({ recipient, reason }: Lacking, last: string | undefined): Phrase {
  const who = label(subjectOf(recipient));
  const before = last === undefined ? '' : '_contacted';
  const last_at = last ?? '';
  if (reason.kind === 'no-record' || reason.state === 'none' || reason.since === undefined)
    return { key: `rule_no-basis_nothing${before}`, params: { who, last_at } };
  return {
    key: `rule_no-basis_state${before}`,
    params: {
      who,
      state_word: stateWord(reason.event?.state ?? reason.state),
      since_at: reason.event?.at ?? reason.since,
      last_at,
    },
  };
}
