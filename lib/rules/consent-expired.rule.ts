import { addDays, isBefore } from '../domain/instant.ts';
import type { Finding } from '../domain/verdict.ts';
import { lawRefs } from '../law/articles.ts';
import { because, contacts } from './contact.ts';
import type { RecipientFacts } from './facts.ts';
import { purposeOf, type Rule } from './rule.ts';
import { label, linesFor, peopleFix, subjectOf, titleOf } from './who.ts';

interface Ending {
  readonly recipient: RecipientFacts;
  readonly at: string;
}
const SOON_DAYS = 30;

/** A consent that has ended by the time of sending; one that ends within 30 days is a note. */
export const rule: Rule = {
  id: 'consent-expired',
  kind: 'fact',
  tier: 'T2',
  needsLedger: true,
  judge(draft, facts, policy) {
    if (purposeOf(draft, policy) === 'consent_request') return [];
    const all = contacts(draft, facts, policy);
    const over = because(
      all,
      ['state'],
      (reason) => reason.state === 'expired' && reason.event?.state !== 'requested',
    ).map(({ recipient, reason }): Ending => ({ recipient, at: reason.validUntil ?? reason.since ?? facts.sendAt }));
    const horizon = addDays(facts.sendAt, SOON_DAYS);
    const soon = all.flatMap(({ recipient, answer }): Ending[] => {
      if (answer.answer !== 'allow') return [];
      const ends = answer.because.map((reason) => (reason.kind === 'state' ? reason.validUntil : undefined));
      const last = ends.includes(undefined) ? undefined : ends.toSorted().at(-1);
      return last !== undefined && !isBefore(horizon, last) ? [{ recipient, at: last }] : [];
    });
    const finding = (tier: 'T0' | 'T2', key: string, endings: readonly Ending[]): Finding[] => {
      if (endings.length === 0) return [];
      const subjects = endings.map(({ recipient }) => subjectOf(recipient));
      return [
        {
          rule: 'consent-expired',
          tier,
          kind: 'fact',
          title: titleOf(`${key}_title`, subjects),
          evidence: linesFor(endings, ({ recipient, at }) => ({
            key: `${key}_evidence`,
            params: { who: label(subjectOf(recipient)), until_at: at },
          })),
          law: lawRefs(policy.lawPacks, 'expiry'),
          subjects,
          places: [],
          fixes: [peopleFix('ask-consent', subjects), peopleFix('remove-people', subjects)],
        },
      ];
    };
    return [...finding('T2', 'rule_consent-expired', over), ...finding('T0', 'rule_consent-expired_soon', soon)];
  },
};
