import type { Phrase } from '../domain/verdict.ts';
import type { RecipientFacts } from './facts.ts';
import type { Rule } from './rule.ts';
import { label, linesFor, subjectOf } from './who.ts';

/** Somebody stands in a team's list, and the team could not be asked for the newest: said, and nothing waits for it. */
export const rule: Rule = {
  id: 'team-out-of-reach',
  kind: 'fact',
  tier: 'T1',
  needsLedger: true,
  judge(_draft, { recipients, newest = [] }) {
    const away = new Map(newest.filter(({ reached }) => !reached).map((one) => [one.space, one]));
    const oldest = ({ people }: RecipientFacts) =>
      people
        .flatMap(({ person }) => away.get(person.space) ?? [])
        .toSorted((a, b) => (a.at ?? '').localeCompare(b.at ?? ''))[0];
    const concerned = recipients.flatMap((one) => {
      const known = oldest(one);
      return known ? [{ subject: subjectOf(one), known }] : [];
    });
    if (concerned.length === 0) return [];
    const line = ({ subject, known: { at } }: (typeof concerned)[number]): Phrase =>
      at === undefined
        ? { key: 'rule_team-out-of-reach_unknown', params: { who: label(subject) } }
        : { key: 'rule_team-out-of-reach_known', params: { who: label(subject), known_moment_at: at } };
    return [
      {
        rule: 'team-out-of-reach',
        tier: 'T1',
        kind: 'fact',
        title: { key: 'rule_team-out-of-reach_title' },
        evidence: [...linesFor(concerned, line), { key: 'rule_team-out-of-reach_since' }],
        law: [],
        subjects: concerned.map(({ subject }) => subject),
        places: [],
        fixes: [{ kind: 'check-again' }],
      },
    ];
  },
};
