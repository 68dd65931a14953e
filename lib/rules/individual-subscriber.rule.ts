import type { PersonState } from '../domain/person.ts';
import { VALID } from '../domain/transitions.ts';
import type { Finding } from '../domain/verdict.ts';
import { lawRefs } from '../law/articles.ts';
import { contacts } from './contact.ts';
import type { RecipientFacts } from './facts.ts';
import { DUTY, MARKETING } from './marketing.ts';
import { purposeOf, type Rule } from './rule.ts';
import { label, linesFor, peopleFix, subjectOf, titleOf } from './who.ts';

/**
 * In the United Kingdom a sole trader, so many a freelance journalist or creator, is no company (PECR reg. 22): mail to
 * them rests on consent. Told where the basis is another and nobody has noted that they are a company.
 */
export const rule: Rule = {
  id: 'individual-subscriber',
  kind: 'fact',
  tier: 'T2',
  needsLedger: true,
  judge(draft, facts, policy) {
    const purpose = purposeOf(draft, policy);
    if (!policy.lawPacks.includes('UK_GDPR_PECR') || DUTY.has(purpose) || purpose === 'consent_request') return [];
    const all = contacts(draft, facts, policy)
      .filter(
        ({ answer }) =>
          (answer.answer === 'allow' || answer.answer === 'notice') &&
          !answer.because.some((one) => one.kind === 'state' && one.state !== 'none' && VALID.has(one.state)) &&
          !answer.bases.includes('contract'),
      )
      .map(({ recipient }) => ({ recipient, kind: subscriberOf(recipient) }))
      .filter(({ kind }) => kind !== 'corporate');
    const held = all.filter(({ kind }) => kind === 'individual' && MARKETING.has(purpose));
    const finding = (tier: 'T1' | 'T2', some: typeof all): readonly Finding[] => {
      if (some.length === 0) return [];
      const subjects = some.map(({ recipient }) => subjectOf(recipient));
      return [
        {
          rule: 'individual-subscriber',
          tier,
          kind: 'fact',
          title: titleOf('rule_individual-subscriber_title', subjects),
          evidence: linesFor(some, ({ recipient, kind }) => ({
            key: `rule_individual-subscriber_${kind}`,
            params: { who: label(subjectOf(recipient)) },
          })),
          law: lawRefs(['UK_GDPR_PECR'], 'marketing'),
          subjects,
          places: [],
          fixes: [
            { kind: 'open-record', addresses: subjects.slice(0, 1).map(({ address }) => address) },
            peopleFix('ask-consent', subjects),
            peopleFix('remove-people', subjects),
          ],
        },
      ];
    };
    return [
      ...finding('T2', held),
      ...finding(
        'T1',
        all.filter((one) => !held.includes(one)),
      ),
    ];
  },
};

type Subscriber = 'corporate' | 'individual' | 'unknown';

/** The strictest of what is noted; an institution is a company. */
function subscriberOf({ people }: RecipientFacts): Subscriber {
  const kinds = people.map(noted);
  return (['individual', 'unknown'] as const).find((kind) => kinds.includes(kind)) ?? 'corporate';
}

function noted({ person, records }: PersonState): Subscriber {
  if (person.role === 'institution') return 'corporate';
  const said = records.flatMap(({ uk_subscriber }) => (uk_subscriber ? [uk_subscriber] : []));
  return said.find((one) => one === 'individual') ?? said.find((one) => one === 'corporate') ?? 'unknown';
}
