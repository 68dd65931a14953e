import type { SpaceId } from '@/lib/domain/person.ts';
import type { NewestView } from '@/lib/domain/team-view.ts';
import { askNewest } from './teams.ts';

/** An answer stands for so long: what was asked while somebody wrote is not asked again at the press that follows. */
export const FRESH_MS = 15_000;
/** Longer nobody who writes waits for a server that does not answer. */
const WITHIN_MS = 1_500;

interface Known extends NewestView {
  readonly until: number;
}
const known = new Map<SpaceId, Known>();

/** What the teams of these lists said last, while it stands. */
export const newestKnown = (spaces: readonly SpaceId[], now = Date.now()): readonly Known[] =>
  spaces.flatMap((space) => {
    const one = known.get(space);
    return one && now < one.until ? [one] : [];
  });

/** Asks for those of which nothing stands. True: somebody was asked, and the ledger may be another now. */
export async function askedAnew(spaces: readonly SpaceId[]): Promise<boolean> {
  const standing = new Set(newestKnown(spaces).map(({ space }) => space));
  const open = spaces.filter((space) => !standing.has(space));
  const answers = open.length > 0 ? await askNewest(open, WITHIN_MS) : undefined;
  const until = Date.now() + FRESH_MS;
  if (!answers) return false;
  // Of a list whose team was left nobody tells anything, and nothing is to be waited for.
  for (const space of open)
    known.set(space, { ...(answers.find((one) => one.space === space) ?? { space, reached: true }), until });
  return true;
}
