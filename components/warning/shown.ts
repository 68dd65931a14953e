import { type Finding, holds } from '@/lib/domain/verdict.ts';

const AT_ONCE = 3;

/** Three at once, worst first; what only advises steps back behind what holds. */
export function split(findings: readonly Finding[]): {
  readonly shown: readonly Finding[];
  readonly folded: readonly Finding[];
} {
  const holding = findings.filter((finding) => holds(finding.tier));
  const shown = (holding.length > 0 ? holding : findings).slice(0, AT_ONCE);
  return { shown, folded: findings.filter((finding) => !shown.includes(finding)) };
}

/** Stable for one verdict: a rule may speak more than once, of other people or other words. */
export const keyOf = ({ rule, file = '', subjects, places }: Finding): string =>
  [
    rule,
    file,
    ...subjects.map((subject) => subject.address),
    ...places.map((place) => `${place.zone}${place.file ?? ''}${place.part ?? ''}${place.start}`),
  ].join(' ');
