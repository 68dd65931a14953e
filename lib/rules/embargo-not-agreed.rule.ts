import { isBefore } from '../domain/instant.ts';
import type { Release } from '../domain/topic.ts';
import type { Finding } from '../domain/verdict.ts';
import type { Facts, RecipientFacts } from './facts.ts';
import type { Rule } from './rule.ts';
import { label, linesFor, outsiders, peopleFix, subjectOf, titleOf } from './who.ts';

/** A release goes before it lifts to somebody who has not agreed to the embargo. Judged at the time of sending. */
export const rule: Rule = {
  id: 'embargo-not-agreed',
  kind: 'fact',
  tier: 'T3',
  needsLedger: true,
  judge(_draft, facts) {
    return underEmbargo(facts).flatMap((release): Finding[] => {
      const agreed = new Set(release.agreements.map(({ personId }) => personId));
      const not = outsiders(facts).filter((recipient) => !hasAgreed(recipient, agreed));
      if (not.length === 0) return [];
      const subjects = not.map((one) => subjectOf(one));
      const places = facts.releases.flatMap((found) =>
        found.release.id === release.id && found.place && found.place.zone !== 'quoted' ? [found.place] : [],
      );
      return [
        {
          rule: 'embargo-not-agreed',
          tier: 'T3',
          kind: 'fact',
          title: titleOf('rule_embargo-not-agreed_title', subjects, { title: release.title }),
          evidence: [
            {
              key: 'rule_embargo-not-agreed_lifts',
              params: { title: release.title, lifts_at: release.liftsAt, zone: release.zone },
            },
            ...linesFor(not, (one) => ({
              key: 'rule_embargo-not-agreed_person',
              params: { who: label(subjectOf(one)) },
            })),
          ],
          law: [],
          subjects,
          places,
          fixes: [
            peopleFix('remove-people', subjects),
            peopleFix('ask-to-agree', subjects),
            { ...peopleFix('record-agreement', subjects), releaseId: release.id },
            ...(places[0] ? [{ kind: 'go-to-it' as const, place: places[0] }] : []),
          ],
        },
      ];
    });
  },
};

/** Releases that the draft names, or that its campaign is about, and that have not lifted when it goes. */
function underEmbargo(facts: Facts): readonly Release[] {
  const named = facts.releases.filter(({ place }) => place?.zone !== 'quoted').map(({ release }) => release);
  return [...new Map(named.map((release) => [release.id, release])).values()].filter((release) =>
    isBefore(facts.sendAt, release.liftsAt),
  );
}

const hasAgreed = ({ people, recipient }: RecipientFacts, agreed: ReadonlySet<string>): boolean =>
  people.length > 0 && !recipient.group && people.every(({ person }) => agreed.has(person.id));
