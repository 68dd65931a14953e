import type { TeamView } from '@/lib/domain/team-view.ts';
import { t } from '@/lib/platform/words.ts';
import { Button } from '../kit/button.tsx';
import { writeInstant } from '../kit/instant.tsx';
import { Wrong } from '../kit/wrong.tsx';
import { isAdmin, type TeamActs } from './team-acts.ts';
import { listName, memberName } from './team-names.ts';
import { useAct } from './use-act.ts';

/** What a removed member still sent: an honest leaver's last opt-out is not lost, and nobody is unlocked by it. */
export function TeamStops({ team, onSettle }: { readonly team: TeamView; readonly onSettle: TeamActs['settle'] }) {
  const { busy, wrong, run } = useAct();
  if (team.stops.length === 0) return null;
  return (
    <section className="block" aria-labelledby="team-stops">
      <h2 id="team-stops">{t('team_stops')}</h2>
      <p className="soft">{t('team_stops_what')}</p>
      <ul className="points">
        {team.stops.map(({ id, member, list, at }) => (
          <li key={id}>
            <span>
              {t('team_stop', {
                name: member ? memberName(team, member) : t('team_somebody'),
                list: listName(team, list),
                at: writeInstant(at, 'moment'),
              })}
            </span>
            {isAdmin(team) && (
              <span className="actions team-member-acts">
                <Button disabled={busy} onClick={() => void run(() => onSettle(id, true))}>
                  {t('team_stop_keep')}
                </Button>
                <Button look="quiet" disabled={busy} onClick={() => void run(() => onSettle(id, false))}>
                  {t('team_stop_drop')}
                </Button>
              </span>
            )}
          </li>
        ))}
      </ul>
      <Wrong phrase={wrong} />
    </section>
  );
}
