import { answeredBy } from '../domain/answered.ts';
import type { Draft } from '../domain/draft.ts';
import { heardIn, newestOf } from '../domain/said-words.ts';
import type { Finding } from '../domain/verdict.ts';
import { lawRefs } from '../law/articles.ts';
import { answerFor } from './contact.ts';
import type { Rule } from './rule.ts';
import { label, outsiders, peopleFix, subjectOf } from './who.ts';

/** Their last message seems to ask us to stop, and nothing of it is on record. */
export const rule: Rule = {
  id: 'stop-word-seen',
  kind: 'guess',
  tier: 'T1',
  needsLedger: true,
  judge(draft, facts, policy) {
    const wrote = new Set(answeredBy(draft));
    const heard = wrote.size === 0 ? undefined : heardIn(lastWords(draft));
    if (heard?.outcome !== 'stop') return [];
    return outsiders(facts)
      .filter(
        ({ recipient, people }) => wrote.has(recipient.address) && people.every((one) => one.suppressions.length === 0),
      )
      .filter((one) => one.people.length === 0 || answerFor(one, draft, facts, policy).answer !== 'block')
      .map((one): Finding => {
        const subject = subjectOf(one);
        return {
          rule: 'stop-word-seen',
          tier: 'T1',
          kind: 'guess',
          title: { key: 'rule_stop-word-seen_title', params: { who: label(subject) } },
          evidence: [{ key: 'rule_stop-word-seen_words', params: { words: heard.words } }],
          law: lawRefs(policy.lawPacks, 'withdrawal'),
          subjects: [subject],
          places: [],
          fixes: [
            one.people.length > 0
              ? { kind: 'open-record', addresses: [subject.address] }
              : peopleFix('add-person', [subject]),
            peopleFix('remove-people', [subject]),
          ],
        };
      });
  },
};

const lastWords = ({ inReplyTo, quoted = '' }: Draft): string =>
  (typeof inReplyTo === 'object' ? inReplyTo.text : undefined) ?? newestOf(quoted);
