import { epoch } from './instant.ts';
import type { Instant } from './person.ts';
import type { EmbargoAgreement } from './topic.ts';

/** Agreed to this moment, or to a later one; a word that names none was about whatever the release says. */
export const holdsFor = ({ liftsAt }: EmbargoAgreement, moment: Instant): boolean =>
  liftsAt === undefined || epoch(liftsAt) >= epoch(moment);

/** One a person: what holds before what does not, with evidence before without, then the earliest. */
export function agreementsOf(
  all: readonly EmbargoAgreement[],
  moment: Instant,
): { readonly held: readonly EmbargoAgreement[]; readonly lapsed: readonly EmbargoAgreement[] } {
  const best = new Map<string, EmbargoAgreement>();
  for (const agreement of all) {
    const other = best.get(agreement.personId);
    if (!other || better(agreement, other, moment) < 0) best.set(agreement.personId, agreement);
  }
  const chosen = [...best.values()];
  return {
    held: chosen.filter((agreement) => holdsFor(agreement, moment)),
    lapsed: chosen.filter((agreement) => !holdsFor(agreement, moment)),
  };
}

const better = (a: EmbargoAgreement, b: EmbargoAgreement, moment: Instant): number =>
  Number(holdsFor(b, moment)) - Number(holdsFor(a, moment)) ||
  Number(b.evidence !== undefined) - Number(a.evidence !== undefined) ||
  epoch(a.agreedAt) - epoch(b.agreedAt) ||
  compare(JSON.stringify(a), JSON.stringify(b));
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
