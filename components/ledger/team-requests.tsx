import type { RequestView, TeamView } from '@/lib/domain/team-view.ts';
import { t } from '@/lib/platform/words.ts';
import { Button } from '../kit/button.tsx';
import { listed } from '../kit/sentence.ts';
import { Wrong } from '../kit/wrong.tsx';
import type { TeamActs } from './team-acts.ts';
import { listName } from './team-names.ts';
import { SixWords } from './team-six.tsx';
import { useAct } from './use-act.ts';

type Acts = Pick<TeamActs, 'admit' | 'refuse'>;

/** Who answered an invitation. Nobody comes in without the six words having been compared. */
export function TeamRequests({ team, acts }: { readonly team: TeamView; readonly acts: Acts }) {
  if (team.requests.length === 0) return null;
  return (
    <section className="block" aria-labelledby="team-requests">
      <h2 id="team-requests">{t('team_requests')}</h2>
      <ul className="team-requests">
        {team.requests.map((request) => (
          <Request key={request.id} request={request} team={team} acts={acts} />
        ))}
      </ul>
    </section>
  );
}

function Request({
  request: { id, name, role, lists, words },
  team,
  acts,
}: {
  readonly request: RequestView;
  readonly team: TeamView;
  readonly acts: Acts;
}) {
  const { busy, wrong, run } = useAct();
  const names = lists.map((list) => listName(team, list));
  return (
    <li className="block" aria-busy={busy}>
      <p>
        <strong dir="auto">{name}</strong>{' '}
        {names.length > 0
          ? t('team_request_what', { role: t(`team_role_${role}`), lists: listed(names) })
          : t('team_request_what_none', { role: t(`team_role_${role}`) })}
      </p>
      <p>{t('team_request_words')}</p>
      <SixWords label={t('team_six')} words={words} />
      <p className="soft">{t('team_request_same')}</p>
      <p className="actions">
        <Button look="safe" disabled={busy} onClick={() => void run(() => acts.admit(id))}>
          {t('team_admit', { name })}
        </Button>
        <Button look="quiet" disabled={busy} onClick={() => void run(() => acts.refuse(id))}>
          {t('team_refuse')}
        </Button>
      </p>
      <Wrong phrase={wrong} />
    </li>
  );
}
