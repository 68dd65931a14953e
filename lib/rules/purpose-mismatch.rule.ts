import type { Finding, Phrase } from '../domain/verdict.ts';
import { lawRefs } from '../law/articles.ts';
import { because, contacts, type Reason } from './contact.ts';
import type { RecipientFacts } from './facts.ts';
import { purposeOf, type Rule } from './rule.ts';
import { label, linesFor, peopleFix, subjectOf, titleOf } from './who.ts';
import { purposeWord } from './words.ts';

type Why = Reason<'purpose' | 'client'>;
interface Mismatch {
  readonly recipient: RecipientFacts;
  readonly reason: Why;
}

/** There is a basis, but for another purpose or another client. Consent for one purpose is not consent for the next: T2. */
export const rule: Rule = {
  id: 'purpose-mismatch',
  kind: 'fact',
  tier: 'T2',
  needsLedger: true,
  lighterInReply: true,
  judge(draft, facts, policy) {
    const purpose = purposeOf(draft, policy);
    if (purpose === 'consent_request') return [];
    const all = because(contacts(draft, facts, policy), ['purpose', 'client']);
    const purpose_word = purposeWord(purpose);
    const finding = (tier: 'T1' | 'T2', mismatches: readonly Mismatch[]): Finding[] => {
      if (mismatches.length === 0) return [];
      const subjects = mismatches.map(({ recipient }) => subjectOf(recipient));
      const client = mismatches.every(({ reason }) => reason.kind === 'client') ? '_client' : '';
      return [
        {
          rule: 'purpose-mismatch',
          tier,
          kind: 'fact',
          title: titleOf(`rule_purpose-mismatch${client}_title`, subjects, {
            purpose_word,
            client: draft.client ?? '',
          }),
          evidence: linesFor(mismatches, evidence),
          law: lawRefs(policy.lawPacks, 'purpose'),
          subjects,
          places: [],
          fixes: [{ kind: 'change-purpose' }, peopleFix('ask-consent', subjects), peopleFix('remove-people', subjects)],
        },
      ];
    };
    const strict = all.filter(({ reason }) => reason.kind === 'purpose' && reason.bases.includes('consent'));
    return [
      ...finding('T2', strict),
      ...finding(
        'T1',
        all.filter((one) => !strict.includes(one)),
      ),
    ];
  },
};

function evidence({ recipient, reason }: Mismatch): Phrase {
  const who = label(subjectOf(recipient));
  if (reason.kind === 'client')
    return { key: 'rule_purpose-mismatch_clients', params: { who, clients: reason.clients.join(', ') } };
  const [first, second] = reason.purposes;
  const params = { who, purpose_word: first ? purposeWord(first) : '', second_word: second ? purposeWord(second) : '' };
  return second
    ? { key: 'rule_purpose-mismatch_two', params: { ...params, count: reason.purposes.length } }
    : { key: 'rule_purpose-mismatch_one', params };
}
