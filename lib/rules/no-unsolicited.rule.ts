import { VALID } from '../domain/transitions.ts';
import type { Finding } from '../domain/verdict.ts';
import { lawRefs } from '../law/articles.ts';
import { contacts } from './contact.ts';
import { DUTY } from './marketing.ts';
import { purposeOf, type Rule } from './rule.ts';
import { label, linesFor, peopleFix, subjectOf, titleOf } from './who.ts';

/** The address was published with the words that nothing unasked is wanted there, and its owner has not agreed since. */
export const rule: Rule = {
  id: 'no-unsolicited',
  kind: 'fact',
  tier: 'T2',
  needsLedger: true,
  judge(draft, facts, policy) {
    if (DUTY.has(purposeOf(draft, policy))) return [];
    const flagged = contacts(draft, facts, policy).filter(
      ({ recipient, answer }) =>
        answer.answer !== 'block' &&
        recipient.people.some(({ person }) => person.source?.noUnsolicited) &&
        !answer.because.some((one) => one.kind === 'state' && one.state !== 'none' && VALID.has(one.state)) &&
        // A contract is no unasked message.
        !answer.bases.some((basis) => basis === 'contract' || basis === 'legal_obligation'),
    );
    if (flagged.length === 0) return [];
    const casl = policy.lawPacks.includes('CA_CASL');
    const subjects = flagged.map(({ recipient }) => subjectOf(recipient));
    const found: Finding = {
      rule: 'no-unsolicited',
      tier: casl ? 'T2' : 'T1',
      kind: 'fact',
      title: titleOf('rule_no-unsolicited_title', subjects),
      evidence: linesFor(flagged, ({ recipient }) => ({
        key: 'rule_no-unsolicited_evidence',
        params: { who: label(subjectOf(recipient)) },
      })),
      law: lawRefs(policy.lawPacks, 'source'),
      subjects,
      places: [],
      fixes: [
        peopleFix('remove-people', subjects),
        { kind: 'open-record', addresses: subjects.slice(0, 1).map(({ address }) => address) },
      ],
    };
    return [found];
  },
};
