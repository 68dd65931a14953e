import type { Finding } from '../domain/verdict.ts';
import { lawRefs } from '../law/articles.ts';
import { contacts } from './contact.ts';
import { DUTY } from './marketing.ts';
import { purposeOf, type Rule } from './rule.ts';
import { label, linesFor, peopleFix, subjectOf, titleOf } from './who.ts';

/** The first message to somebody of whom it is noted that nobody knows where their data come from, or only that they were seen on social media. */
export const rule: Rule = {
  id: 'source-unknown',
  kind: 'fact',
  tier: 'T1',
  needsLedger: true,
  lighterInReply: true,
  judge(draft, facts, policy) {
    if (DUTY.has(purposeOf(draft, policy))) return [];
    const all = contacts(draft, facts, policy).flatMap(({ recipient, answer }) => {
      const { people } = recipient;
      const type = people.map(({ person }) => person.source?.type).find(isUnclear);
      const isFirst = people.every((state) => state.contacts.length === 0);
      return type !== undefined && isFirst && answer.answer !== 'block' ? [{ recipient, type }] : [];
    });
    if (all.length === 0) return [];
    const subjects = all.map(({ recipient }) => subjectOf(recipient));
    const found: Finding = {
      rule: 'source-unknown',
      tier: 'T1',
      kind: 'fact',
      title: titleOf('rule_source-unknown_title', subjects),
      evidence: linesFor(all, ({ recipient, type }) => ({
        key: `rule_source-unknown_${type}`,
        params: { who: label(subjectOf(recipient)) },
      })),
      law: [...lawRefs(policy.lawPacks, 'information'), ...lawRefs(policy.lawPacks, 'source')],
      subjects,
      places: [],
      fixes: [
        { kind: 'open-record', addresses: subjects.slice(0, 1).map(({ address }) => address) },
        peopleFix('remove-people', subjects),
      ],
    };
    return [found];
  },
};

const isUnclear = (type: string | undefined): type is 'legacy_unknown' | 'social_listening' =>
  type === 'legacy_unknown' || type === 'social_listening';
