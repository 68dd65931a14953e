import { preferencesOf, type QuietHours } from '../domain/consent-preferences.ts';
import type { Draft } from '../domain/draft.ts';
import type { Tier } from '../domain/enums.ts';
import { epoch } from '../domain/instant.ts';
import { PRACTICE_SPACE } from '../domain/person.ts';
import { DEFAULT_QUIET, isQuiet, localTime } from '../domain/quiet-hours.ts';
import { spaceOf } from '../domain/space-of.ts';
import type { Finding } from '../domain/verdict.ts';
import { spokenZone } from '../domain/zone.ts';
import { refOf } from '../law/articles.ts';
import { POLICY_ROWS } from '../law/policy-rows.ts';
import type { Facts, RecipientFacts } from './facts.ts';
import { DUTY } from './marketing.ts';
import { answers } from './reply.ts';
import { purposeOf, type Rule } from './rule.ts';
import { known, label, linesFor, peopleFix, subjectOf, titleOf } from './who.ts';

/** Who wrote, or was written to here, so lately is awake and in a talk with us. */
const TALK_HOURS = 2;

interface Quiet {
  readonly recipient: RecipientFacts;
  readonly hours: QuietHours;
}
type Kind = 'own' | 'night' | 'weekend';
const TIERS: Readonly<Record<Kind, Tier>> = { own: 'T2', night: 'T1', weekend: 'T0' };

/** It would arrive in hours that the person keeps free, at night where they said nothing, or on a Saturday or Sunday; by their clocks. */
export const rule: Rule = {
  id: 'quiet-hours',
  kind: 'fact',
  tier: 'T2',
  needsLedger: true,
  lighterInReply: true,
  judge(draft, facts, policy) {
    if (DUTY.has(purposeOf(draft, policy)) || draft.audience !== 'people') return [];
    // The practice mailbox delivers nothing at any hour.
    if (spaceOf(draft.surface) === PRACTICE_SPACE) return [];
    const found = new Map<Kind, Quiet[]>();
    for (const recipient of known(facts)) {
      const [kind, hours] = quietOf(recipient, facts) ?? [];
      if (kind === undefined || hours === undefined || isTalking(recipient, draft, facts)) continue;
      found.set(kind, [...(found.get(kind) ?? []), { recipient, hours }]);
    }
    return [...found].map(([kind, quiet]) => finding(kind, quiet, facts));
  },
};

/** The strictest that holds. What the person stated takes the place of our own hours. */
function quietOf({ people }: RecipientFacts, { sendAt }: Facts): readonly [Kind, QuietHours] | undefined {
  const stated = preferencesOf(people.flatMap(({ records }) => records)).quiet_hours;
  const own = stated.find((hours) => isQuiet(hours, sendAt));
  if (own) return ['own', own];
  const tz = people.find(({ person }) => person.timezone)?.person.timezone;
  if (tz === undefined) return undefined;
  const night = { tz, ...DEFAULT_QUIET };
  if (stated.length === 0 && isQuiet(night, sendAt)) return ['night', night];
  const weekday = localTime(tz, sendAt)?.weekday;
  return weekday === 0 || weekday === 6 ? ['weekend', night] : undefined;
}

function isTalking(recipient: RecipientFacts, draft: Draft, { sendAt }: Facts): boolean {
  const wrote = answers(draft, recipient);
  const times = [
    ...(wrote === undefined ? [] : [wrote]),
    ...recipient.people
      .flatMap(({ contacts }) => contacts)
      .flatMap(({ channel, at }) => (channel === draft.channel && channel !== 'email' ? [at] : [])),
  ];
  return times.some((at) => {
    const hours = (epoch(sendAt) - epoch(at)) / 3_600_000;
    return hours >= 0 && hours <= TALK_HOURS;
  });
}

function finding(kind: Kind, quiet: readonly Quiet[], { sendAt }: Facts): Finding {
  const subjects = quiet.map(({ recipient }) => subjectOf(recipient));
  return {
    rule: 'quiet-hours',
    tier: TIERS[kind],
    kind: 'fact',
    title: titleOf(`rule_quiet-hours_${kind}_title`, subjects),
    evidence: linesFor(quiet, ({ recipient, hours: { tz, from, to } }) => ({
      key: `rule_quiet-hours_${kind}_evidence`,
      params: {
        who: label(subjectOf(recipient)),
        time: localTime(tz, sendAt)?.shown ?? '',
        zone: spokenZone(tz),
        from,
        to,
      },
    })),
    law: kind === 'night' ? POLICY_ROWS.filter(({ key }) => key === 'policy_quiet_hours').map(refOf) : [],
    subjects,
    places: [],
    fixes: [{ kind: 'send-later' }, peopleFix('remove-people', subjects)],
  };
}
