import type { WhereView } from '@/lib/domain/team-view.ts';
import { t } from '@/lib/platform/words.ts';
import { Notice } from '../kit/notice.tsx';
import type { Refused } from './team-acts.ts';
import { listOf, type TeamList, TeamShare } from './team-share.tsx';

/** One copy of somebody, on a team's list. */
export interface TeamCopy extends TeamList {
  readonly href: string;
  /** The copy that this page shows. */
  readonly here: boolean;
}
interface Props {
  readonly copies: readonly TeamCopy[];
  /** Of the newest change that this user made to what is shown here. */
  readonly where?: WhereView;
  /** Lists that they are not on yet, and in which this user may write. */
  readonly lists: readonly TeamList[];
  readonly onShare: (space: string) => Refused;
}

/** Where somebody is shared, how far the newest change has come, and the way to share them. */
export function PersonTeam({ copies, where, lists, onShare }: Props) {
  if (copies.length === 0 && lists.length === 0) return null;
  const here = copies.find((one) => one.here);
  const elsewhere = copies.filter((one) => !one.here);
  return (
    <section className="block" aria-labelledby="person-team">
      <h2 id="person-team">{t('room_team')}</h2>
      {here && (
        <div>
          <p dir="auto">{t('team_copy_here', { list: listOf(here), team: here.team })}</p>
          {where && <p className="soft small">{whereWords(where)}</p>}
        </div>
      )}
      {elsewhere.length > 0 && (
        <>
          <ul className="said-list">
            {elsewhere.map((copy) => (
              <li key={copy.space}>
                <a href={copy.href} dir="auto">
                  {t('team_copy', { list: listOf(copy), team: copy.team })}
                </a>
              </li>
            ))}
          </ul>
          {!here && <Notice tone="nila">{t('team_copy_own')}</Notice>}
        </>
      )}
      {lists.length > 0 && <TeamShare lists={lists} onShare={onShare} />}
    </section>
  );
}

function whereWords({ stage, seen, of }: WhereView): string {
  switch (stage) {
    case 'here':
    case 'sealed':
      return t('team_at_here');
    case 'relay':
      return of === 0 ? t('team_at_alone') : t('team_at_relay');
    case 'seen':
      return t('team_at_seen', { seen, count: of });
    default:
      return stage satisfies never;
  }
}
