import { isBefore } from '../domain/instant.ts';
import type { Release } from '../domain/topic.ts';
import type { Finding } from '../domain/verdict.ts';
import type { Facts } from './facts.ts';
import type { Rule } from './rule.ts';

/** A release goes to the public before it lifts. Judged at the time of sending; people are `embargo-not-agreed`'s (ruling 10). */
export const rule: Rule = {
  id: 'embargo-early',
  kind: 'fact',
  tier: 'T3',
  needsLedger: true,
  judge(draft, facts) {
    if (draft.audience !== 'public') return [];
    return underEmbargo(facts).map((release): Finding => {
      const places = facts.releases.flatMap((found) =>
        found.release.id === release.id && found.place && found.place.zone !== 'quoted' ? [found.place] : [],
      );
      return {
        rule: 'embargo-early',
        tier: 'T3',
        kind: 'fact',
        title: { key: 'rule_embargo-early_title', params: { title: release.title } },
        evidence: [
          {
            key: 'rule_embargo-not-agreed_lifts',
            params: { title: release.title, lifts_at: release.liftsAt, zone: release.zone },
          },
        ],
        law: [],
        subjects: [],
        places,
        fixes: places[0] ? [{ kind: 'go-to-it', place: places[0] }] : [],
      };
    });
  },
};

/** Named by the draft or its campaign, and not lifted when it goes. */
function underEmbargo(facts: Facts): readonly Release[] {
  const named = facts.releases.filter(({ place }) => place?.zone !== 'quoted').map(({ release }) => release);
  return [...new Map(named.map((release) => [release.id, release])).values()].filter((release) =>
    isBefore(facts.sendAt, release.liftsAt),
  );
}
