import type { TeamDone, TeamFailure } from '@/lib/domain/team-view.ts';
import type { Phrase } from '@/lib/domain/verdict.ts';

export const faultPhrase = ({ kind }: TeamFailure): Phrase => ({ key: `team_fault_${kind.replaceAll('-', '_')}` });

/** Undefined: done. */
export async function refusalOf(answer: Promise<TeamDone<unknown>>): Promise<Phrase | undefined> {
  const done = await answer;
  return done.ok ? undefined : faultPhrase(done.error);
}
