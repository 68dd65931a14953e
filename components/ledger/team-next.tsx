import { Check, Circle } from 'lucide-react';
import type { TeamView } from '@/lib/domain/team-view.ts';
import { t } from '@/lib/platform/words.ts';
import { Hidden } from '../kit/hidden.tsx';
import { isAdmin } from './team-acts.ts';

/** What an owner has before them; gone once all of it is done. */
export function TeamNext({ team, onInvite }: { readonly team: TeamView; readonly onInvite: () => void }) {
  if (!isAdmin(team)) return null;
  const others = team.members.some(({ id }) => id !== team.me.member);
  const server = team.place.kind === 'server' && team.me.role === 'owner';
  const steps = [
    ...(server
      ? [{ key: 'server' as const, done: team.relay.at !== undefined, href: `#/team/${team.id}/server` }]
      : []),
    ...(team.kit === 'elsewhere'
      ? []
      : [{ key: 'kit' as const, done: team.kit === 'tried', href: `#/team/${team.id}/kit` }]),
    { key: 'invite' as const, done: others || team.requests.length > 0 },
  ];
  if (steps.every(({ done }) => done)) return null;
  return (
    <section className="block" aria-labelledby="team-next">
      <h2 id="team-next">{t('team_next_head')}</h2>
      <ol className="team-next">
        {steps.map((step) => {
          const { key, done } = step;
          const Icon = done ? Check : Circle;
          return (
            <li key={key} className={done ? 'team-next-done' : undefined}>
              <Icon size={18} strokeWidth={1.75} aria-hidden />
              <div>
                {done ? (
                  <span>{t(`team_next_${key}`)}</span>
                ) : 'href' in step ? (
                  <a href={step.href}>{t(`team_next_${key}`)}</a>
                ) : (
                  <button type="button" className="button button-word" onClick={onInvite}>
                    {t(`team_next_${key}`)}
                  </button>
                )}
                <Hidden>{` (${t(done ? 'team_next_done' : 'team_next_open')})`}</Hidden>
                {!done && <p className="soft small">{t(`team_next_${key}_what`)}</p>}
              </div>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
