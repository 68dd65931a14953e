import type { JoiningView, TeamView } from '@/lib/domain/team-view.ts';
import { t } from '@/lib/platform/words.ts';
import { teamName } from './team-names.ts';

interface Props {
  readonly teams: readonly TeamView[];
  readonly joining: readonly JoiningView[];
  readonly current?: string;
}

/** More than one, above the one that is shown. */
export const TeamsIndex = ({ teams, joining, current }: Props) => (
  <nav className="teams-index" aria-label={t('team_teams')}>
    <ul className="actions">
      {teams.map((team) => (
        <li key={team.id}>
          <a href={`#/team/${team.id}`} aria-current={team.id === current ? 'page' : undefined} dir="auto">
            {teamName(team)}
          </a>
        </li>
      ))}
      {joining.map(({ team }) => (
        <li key={team}>
          <a href={`#/team/${team}`}>{t('team_join_wait_head')}</a>
        </li>
      ))}
    </ul>
  </nav>
);
