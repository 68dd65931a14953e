import type { SurfaceId } from '../domain/draft.ts';
import { PRACTICE_SPACE, type SpaceId } from '../domain/person.ts';
import type { Policy } from '../domain/policy.ts';
import { NO_BOOK, type RuleBook } from '../domain/rule-book.ts';
import { inForce } from '../domain/rule-policy.ts';
import { isTeamSpace, spaceOf } from '../domain/space-of.ts';
import type { Ledger } from './ledger.ts';

/** The policy of the space that answers for this surface, as `policyOver` says. */
export const policyFor = (
  ledger: Pick<Ledger, 'policy'>,
  surface: SurfaceId,
  spaces: readonly SpaceId[] | Promise<readonly SpaceId[]>,
): Promise<Policy> => policyOver(ledger, spaceOf(surface), spaces);

/** The policy of this space, with the word of the teams among `spaces` before it. */
export async function policyOver(
  ledger: Pick<Ledger, 'policy'>,
  space: SpaceId,
  spaces: readonly SpaceId[] | Promise<readonly SpaceId[]>,
): Promise<Policy> {
  const ofTeams = async () => Promise.all((await spaces).filter(isTeamSpace).map((id) => ledger.policy(id)));
  const [own, teams] = await Promise.all([ledger.policy(space), ofTeams()]);
  return inForce(
    own,
    teams.flatMap(({ rules }) => (rules ? [rules] : [])),
  );
}

/** In the practice mailbox mistakes are made on purpose: no rule gets quieter there. */
export const bookFor = (ledger: Pick<Ledger, 'ruleBook'>, surface: SurfaceId): Promise<RuleBook> =>
  spaceOf(surface) === PRACTICE_SPACE ? Promise.resolve(NO_BOOK) : ledger.ruleBook();
