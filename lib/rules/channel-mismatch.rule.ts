import type { Draft } from '../domain/draft.ts';
import type { Finding, Phrase } from '../domain/verdict.ts';
import { lawRefs } from '../law/articles.ts';
import { because, contacts, type Reason } from './contact.ts';
import type { RecipientFacts } from './facts.ts';
import { purposeOf, type Rule } from './rule.ts';
import { label, linesFor, peopleFix, subjectOf, titleOf } from './who.ts';
import { channelWord } from './words.ts';

interface Mismatch {
  readonly recipient: RecipientFacts;
  readonly reason: Reason<'channel'>;
}

/** The basis names channels, and this is none of them. */
export const rule: Rule = {
  id: 'channel-mismatch',
  kind: 'fact',
  tier: 'T2',
  needsLedger: true,
  lighterInReply: true,
  judge(draft, facts, policy) {
    if (purposeOf(draft, policy) === 'consent_request') return [];
    const all = because(contacts(draft, facts, policy), ['channel']);
    const channel_word = channelWord(draft.channel);
    const finding = (tier: 'T1' | 'T2', mismatches: readonly Mismatch[]): Finding[] => {
      if (mismatches.length === 0) return [];
      const subjects = mismatches.map(({ recipient }) => subjectOf(recipient));
      return [
        {
          rule: 'channel-mismatch',
          tier,
          kind: 'fact',
          title: titleOf(`rule_channel-mismatch_title`, subjects, { channel_word }),
          evidence: linesFor(mismatches, evidence),
          law: lawRefs(policy.lawPacks, 'basis'),
          subjects,
          places: [],
          fixes: [
            peopleFix('ask-consent', subjects),
            { kind: 'open-record', addresses: subjects.slice(0, 1).map(({ address }) => address) },
            peopleFix('remove-people', subjects),
          ],
        },
      ];
    };
    const excluded = all.filter(({ recipient }) => excludes(recipient, draft));
    return [
      ...finding('T2', excluded),
      ...finding(
        'T1',
        all.filter((one) => !excluded.includes(one)),
      ),
    ];
  },
};

/** The person said no to this channel for something else; a no that covers this message is `opted-out`. */
const excludes = ({ people }: RecipientFacts, draft: Draft): boolean =>
  people.some(({ records }) =>
    records.some(({ events }) =>
      events.some(
        ({ state, channels }) => (state === 'withdrawn' || state === 'refused') && channels?.includes(draft.channel),
      ),
    ),
  );

function evidence({ recipient, reason }: Mismatch): Phrase {
  const who = label(subjectOf(recipient));
  const [first, second] = reason.channels;
  const channel_word = first ? channelWord(first) : '';
  return second
    ? { key: 'rule_channel-mismatch_two', params: { who, channel_word, second_word: channelWord(second) } }
    : { key: 'rule_channel-mismatch_one', params: { who, channel_word } };
}
