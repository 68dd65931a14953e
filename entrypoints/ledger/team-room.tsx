import { Notice } from '@/components/kit/notice.tsx';
import { writePhrase } from '@/components/kit/phrase.tsx';
import { TeamCreate } from '@/components/ledger/team-create.tsx';
import { TeamJoining } from '@/components/ledger/team-joining.tsx';
import { teamName } from '@/components/ledger/team-names.ts';
import { TeamPage } from '@/components/ledger/team-page.tsx';
import { TeamServer } from '@/components/ledger/team-server.tsx';
import { TeamStart } from '@/components/ledger/team-start.tsx';
import { TeamsIndex } from '@/components/ledger/teams-index.tsx';
import type { TeamView } from '@/lib/domain/team-view.ts';
import type { Ledger } from '@/lib/ledger/ledger.ts';
import { useLive } from '@/lib/ledger/use-live.ts';
import { t } from '@/lib/platform/words.ts';
import { goTo } from './route.ts';
import { createTeam, saveServerFile, teamActs } from './team-acts.ts';
import { faultPhrase } from './team-fault.ts';
import { TeamJoinRoom } from './team-join-room.tsx';
import { TeamKitRoom } from './team-kit-room.tsx';
import { useTeams } from './use-teams.ts';

interface Props {
  readonly ledger: Ledger;
  readonly id?: string;
  readonly part?: string;
}

export function TeamRoom({ ledger, id, part }: Props) {
  const { seen, again } = useTeams();
  if (id === 'new') return <TeamCreate onCreate={(wish) => createTeam(wish, again)} onCancel={() => goTo('team')} />;
  if (id === 'join') return <TeamJoinRoom again={again} />;
  if (seen === undefined) return null;
  if (!seen.ok)
    return (
      <div className="page">
        <Notice tone="bata">{writePhrase(faultPhrase(seen.error))}</Notice>
      </div>
    );
  const { teams, joining } = seen.value;
  if (teams.length + joining.length === 0) return <TeamStart />;
  const [first] = teams;
  const team = id === undefined ? first : teams.find((one) => one.id === id);
  const waiting = team ? [] : joining.filter((one) => id === undefined || one.team === id);
  const index = teams.length + joining.length > 1 && part === undefined && (
    <TeamsIndex teams={teams} joining={joining} {...(team ? { current: team.id } : {})} />
  );
  if (team)
    return (
      <>
        {index}
        <One key={team.id} ledger={ledger} team={team} again={again} {...(part ? { part } : {})} />
      </>
    );
  return (
    <div className="page">
      {index}
      {waiting.length === 0 && <Notice tone="nila">{t('team_no_such')}</Notice>}
      {waiting.map((one) => {
        const { look, leave } = teamActs(one.team, again);
        return <TeamJoining key={one.team} joining={one} onLook={look} onGiveUp={() => leave(false)} />;
      })}
    </div>
  );
}

interface OneProps {
  readonly ledger: Ledger;
  readonly team: TeamView;
  readonly part?: string;
  readonly again: () => Promise<void>;
}

function One({ ledger, team, part, again }: OneProps) {
  const spaces = team.lists.flatMap(({ space }) => space ?? []);
  const counts = useLive(
    ledger,
    async () =>
      new Map(await Promise.all(spaces.map(async (space) => [space, await peopleIn(ledger, space)] as const))),
    [spaces.join()],
  );
  const people = (list: string): number | undefined => {
    const space = team.lists.find(({ id }) => id === list)?.space;
    return space !== undefined && counts?.ok ? counts.value.get(space) : undefined;
  };
  if (part === 'kit') return <TeamKitRoom team={team} again={again} />;
  if (part === 'server' && team.place.kind === 'server')
    return (
      <TeamServer
        team={{ id: team.id, name: teamName(team) }}
        address={team.place.address}
        onDownload={(plan) => saveServerFile(team, plan)}
      />
    );
  return <TeamPage team={team} people={people} acts={teamActs(team.id, again)} />;
}

const peopleIn = async (ledger: Ledger, space: string): Promise<number> =>
  (await ledger.listPeople(space, { query: '', offset: 0, limit: 1 })).total;
