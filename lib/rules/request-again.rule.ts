import { askAgainFrom, nextSteps, REMINDERS } from '../domain/consent-clock.ts';
import type { Draft } from '../domain/draft.ts';
import type { Purpose } from '../domain/enums.ts';
import { isBefore } from '../domain/instant.ts';
import type { Instant, PersonState } from '../domain/person.ts';
import type { Finding, Phrase } from '../domain/verdict.ts';
import { refOf } from '../law/articles.ts';
import { POLICY_ROWS } from '../law/policy-rows.ts';
import type { Facts, RecipientFacts } from './facts.ts';
import { answers } from './reply.ts';
import { purposeOf, type Rule } from './rule.ts';
import { known, label, linesFor, peopleFix, subjectOf, titleOf } from './who.ts';
import { purposeWord } from './words.ts';

type Kind = 'refused' | 'deferred' | 'reminded';
interface Again {
  readonly recipient: RecipientFacts;
  readonly kind: Kind;
  readonly purpose: Purpose;
  readonly since: Instant;
  /** When they may be asked again, or when they were last reminded. */
  readonly when: Instant;
}

/** Rows of our own policy: no law gives these figures. */
const ROW: Readonly<Record<Kind, string>> = {
  refused: 'policy_refusal',
  deferred: 'policy_cool_down',
  reminded: 'policy_reminder',
};

/** A question for consent to somebody who said no or put it off not long ago, or was reminded already (ruling 4). */
export const rule: Rule = {
  id: 'request-again',
  kind: 'fact',
  tier: 'T2',
  needsLedger: true,
  judge(draft, facts, policy) {
    if (purposeOf(draft, policy) !== 'consent_request') return [];
    const all = known(facts).flatMap((recipient): Again[] => {
      const wrote = answers(draft, recipient);
      const found = recipient.people
        .flatMap((state) => askedBefore(state, recipient, draft, facts))
        // Whoever writes to us after that began anew themselves.
        .filter(({ since }) => wrote === undefined || isBefore(wrote, since));
      const worst =
        found.find(({ kind }) => kind === 'refused') ?? found.find(({ kind }) => kind === 'deferred') ?? found[0];
      return worst ? [worst] : [];
    });
    const refused = all.filter(({ kind }) => kind === 'refused');
    return [
      ...finding('T2', 'rule_request-again_no_title', refused),
      ...finding(
        'T1',
        'rule_request-again_soon_title',
        all.filter((one) => !refused.includes(one)),
      ),
    ];
  },
};

function askedBefore(
  { records, contacts }: PersonState,
  recipient: RecipientFacts,
  { channel, client }: Draft,
  { sendAt }: Facts,
): readonly Again[] {
  return records.flatMap((record) => {
    const named = [
      ...record.processes.map(({ purpose }) => purpose),
      ...record.events.flatMap(({ purposes = [] }) => purposes),
    ];
    // A refusal to be asked at all is `opted-out`'s.
    return [...new Set(named)].flatMap((purpose): Again[] => {
      if (purpose === 'consent_request') return [];
      const scope = { purpose, channel, ...(client === undefined ? {} : { client }) };
      const { found, reminded } = nextSteps(record, scope, sendAt, contacts);
      const { state, since } = found;
      if (since === undefined) return [];
      const from = askAgainFrom(state, since);
      if (from !== undefined)
        return isBefore(sendAt, from)
          ? [{ recipient, kind: state === 'refused' ? 'refused' : 'deferred', purpose, since, when: from }]
          : [];
      const last = contacts
        .flatMap((one) => (one.purpose === 'consent_request' && !isBefore(sendAt, one.at) ? [one.at] : []))
        .toSorted()
        .at(-1);
      return reminded >= REMINDERS && last ? [{ recipient, kind: 'reminded', purpose, since, when: last }] : [];
    });
  });
}

function finding(tier: 'T1' | 'T2', key: string, all: readonly Again[]): readonly Finding[] {
  if (all.length === 0) return [];
  const subjects = all.map(({ recipient }) => subjectOf(recipient));
  const rows = new Set(all.map(({ kind }) => ROW[kind]));
  return [
    {
      rule: 'request-again',
      tier,
      kind: 'fact',
      title: titleOf(key, subjects),
      evidence: linesFor(all, evidence),
      law: POLICY_ROWS.filter((row) => rows.has(row.key)).map(refOf),
      subjects,
      places: [],
      fixes: [
        peopleFix('remove-people', subjects),
        { kind: 'open-record', addresses: subjects.slice(0, 1).map(({ address }) => address) },
      ],
    },
  ];
}

const evidence = ({ recipient, kind, purpose, since, when }: Again): Phrase => ({
  key: `rule_request-again_${kind}`,
  params: {
    who: label(subjectOf(recipient)),
    purpose_word: purposeWord(purpose),
    since_at: since,
    ...(kind === 'reminded' ? { last_at: when } : { from_at: when }),
  },
});
