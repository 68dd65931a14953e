import { UserPlus } from 'lucide-react';
import { useRef, useState } from 'react';
import type { TeamView } from '@/lib/domain/team-view.ts';
import { t } from '@/lib/platform/words.ts';
import { Button } from '../kit/button.tsx';
import { Disclosure } from '../kit/disclosure.tsx';
import { Notice } from '../kit/notice.tsx';
import { useReturn } from '../kit/use-return.ts';
import { isAdmin, type TeamActs } from './team-acts.ts';
import { TeamAlarms } from './team-alarms.tsx';
import { TeamInvite } from './team-invite.tsx';
import { TeamLeave } from './team-leave.tsx';
import { TeamLists } from './team-lists.tsx';
import { TeamMembers } from './team-members.tsx';
import { teamName } from './team-names.ts';
import { TeamNext } from './team-next.tsx';
import { TeamRelay } from './team-relay.tsx';
import { TeamRequests } from './team-requests.tsx';
import { TeamStops } from './team-stops.tsx';
import { TeamWay } from './team-way.tsx';
import './team.css';

interface Props {
  readonly team: TeamView;
  /** People on a list, as this device knows them. */
  readonly people: (list: string) => number | undefined;
  readonly acts: TeamActs;
}

/** One team: what needs somebody first, then who and what is in it. */
export function TeamPage({ team, people, acts }: Props) {
  const [inviting, setInviting] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  useReturn(inviting, () => opener.current);
  return (
    <div className="page">
      <header className="block">
        <h1 dir="auto">{teamName(team)}</h1>
        {!team.removed && <p className="soft">{t('team_you_are', { role: t(`team_role_${team.me.role}`) })}</p>}
      </header>
      {team.removed && <Notice tone="bata">{t('team_removed_here')}</Notice>}
      {team.name === undefined && !team.removed && <Notice tone="nila">{t('team_key_waits')}</Notice>}
      {!team.removed && <TeamRelay place={team.place} relay={team.relay} waiting={team.waiting} onLook={acts.look} />}
      <TeamAlarms team={team} onRead={acts.alarmRead} />
      {isAdmin(team) && <TeamRequests team={team} acts={acts} />}
      <TeamStops team={team} onSettle={acts.settle} />
      <TeamNext team={team} onInvite={() => setInviting(true)} />
      {inviting ? (
        <TeamInvite team={team} acts={acts} onDone={() => setInviting(false)} />
      ) : (
        isAdmin(team) && (
          <p>
            <Button ref={opener} icon={UserPlus} onClick={() => setInviting(true)}>
              {t('team_invite_head')}
            </Button>
          </p>
        )
      )}
      <TeamMembers team={team} acts={acts} />
      <TeamLists team={team} people={people} onNew={acts.newList} />
      <Disclosure summary={t('team_way_head')}>
        <TeamWay />
      </Disclosure>
      <footer className="block">
        {team.me.role === 'owner' && (
          <p className="actions">
            {team.place.kind === 'server' && <a href={`#/team/${team.id}/server`}>{t('team_server_head')}</a>}
            <a href={`#/team/${team.id}/kit`}>{t('team_kit_head')}</a>
          </p>
        )}
        <p className="actions">
          <a href="#/team/new">{t('team_another_new')}</a>
          <a href="#/team/join">{t('team_another_join')}</a>
        </p>
        <TeamLeave team={team} onLeave={acts.leave} />
      </footer>
    </div>
  );
}
