import { t } from '@/lib/platform/words.ts';
import { Seal } from '../kit/seal.tsx';
import { TeamWay } from './team-way.tsx';
import './team.css';

/** Before there is a team: what it is, what it costs in what others learn, and the two ways in. */
export function TeamStart() {
  return (
    <div className="page">
      <h1>{t('room_team')}</h1>
      <div className="team-start">
        <Seal state="clear" size={56} silent />
        <div className="block">
          <p>{t('team_what')}</p>
          <p>{t('team_own')}</p>
          <p className="actions">
            <a className="button button-safe" href="#/team/new">
              {t('team_create')}
            </a>
            <a className="button button-plain" href="#/team/join">
              {t('team_join')}
            </a>
          </p>
        </div>
      </div>
      <TeamWay />
    </div>
  );
}
