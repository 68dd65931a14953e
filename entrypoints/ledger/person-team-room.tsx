import { useEffect, useState } from 'react';
import { PersonTeam } from '@/components/ledger/person-team.tsx';
import { askTeam, onTeamNews } from '@/lib/bus/team.ts';
import { PERSONAL_SPACE, type PersonId, type SpaceId } from '@/lib/domain/person.ts';
import { isTeamSpace } from '@/lib/domain/space-of.ts';
import type { WhereView } from '@/lib/domain/team-view.ts';
import type { Phrase } from '@/lib/domain/verdict.ts';
import type { Ledger } from '@/lib/ledger/ledger.ts';
import { useLive } from '@/lib/ledger/use-live.ts';
import { peopleAt } from './people-path.ts';
import { faultPhrase } from './team-fault.ts';

interface Props {
  readonly ledger: Ledger;
  readonly id: PersonId;
  /** Of the copy that is shown. */
  readonly space: SpaceId;
}

/** On which lists of teams somebody is, where one may put them, and how far the newest change has come. */
export function PersonTeamRoom({ ledger, id, space }: Props) {
  const seen = useLive(ledger, () => readCopies(ledger, id, space), [id, space]);
  const newest = seen?.ok ? seen.value.newest : undefined;
  const where = useWhere(space, newest);
  if (!seen?.ok) return null;
  const { copies, lists } = seen.value;
  const share = async (to: SpaceId): Promise<Phrase | undefined> => {
    const shared = await askTeam('share', { space: to, people: [id] });
    if (!shared.ok) return faultPhrase(shared.error);
    return shared.value.left.length > 0 ? { key: 'team_share_left' } : undefined;
  };
  return <PersonTeam copies={copies} lists={lists} {...(where ? { where } : {})} onShare={share} />;
}

async function readCopies(ledger: Ledger, id: PersonId, shown: SpaceId) {
  const spaces = await ledger.spaces();
  const known = await Promise.all(
    spaces.flatMap(({ id: space, name, team }) =>
      team === undefined
        ? []
        : ledger.person(space, id).then((state) => ({
            copy: { space, list: name ?? '', team: team.name, href: `#/${peopleAt(space, id)}`, here: space === shown },
            there: state !== undefined,
            writes: team.writes,
          })),
    ),
  );
  const member = spaces.find((one) => one.id === shown)?.team?.member;
  const mine = member === undefined ? [] : (await ledger.history(shown, id)).filter(({ by }) => by === member);
  const newest = mine.toSorted((a, b) => a.at.localeCompare(b.at)).at(-1)?.id;
  return {
    copies: known.flatMap(({ copy, there }) => (there ? [copy] : [])),
    // Only one's own people are shared: what is on one list of a team stays there.
    lists: known.flatMap(({ copy, there, writes }) => (there || !writes || shown !== PERSONAL_SPACE ? [] : [copy])),
    newest,
  };
}

function useWhere(space: SpaceId, op: string | undefined): WhereView | undefined {
  const [where, setWhere] = useState<WhereView>();
  useEffect(() => {
    if (op === undefined || !isTeamSpace(space)) return;
    const gone = new AbortController();
    const look = async (): Promise<void> => {
      const answer = await askTeam('whereIs', { space, ops: [op] });
      if (!gone.signal.aborted) setWhere(answer.ok ? answer.value[0] : undefined);
    };
    onTeamNews(() => void look(), gone.signal);
    void look();
    return () => gone.abort();
  }, [space, op]);
  return where?.op === op ? where : undefined;
}
