import type { UnconfirmedDevice, WhereView } from '@/lib/domain/team-view.ts';
import { t } from '@/lib/platform/words.ts';
import { writeInstant } from '../kit/instant.tsx';
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
          {where && <Where where={where} />}
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

/** How far it has come, and whose devices are still to say so. */
function Where({ where }: { readonly where: WhereView }) {
  const sent = where.stage === 'relay' || where.stage === 'seen';
  const without = sent ? (where.without ?? []) : [];
  return (
    <>
      <p className="soft small">{whereWords(where)}</p>
      {without.length > 0 && (
        <>
          <p className="soft small">{t('team_at_without')}</p>
          <ul className="said-list soft small">
            {without.slice(0, SHOWN).map((one) => (
              <li key={one.device} dir="auto">
                {deviceWords(one)}
              </li>
            ))}
            {without.length > SHOWN && <li>{t('team_at_more', { count: without.length - SHOWN })}</li>}
          </ul>
        </>
      )}
    </>
  );
}

const SHOWN = 6;

function deviceWords({ name, member, seen }: UnconfirmedDevice): string {
  const who = name ?? t('team_member_unnamed', { id: member.slice(0, 6) });
  return seen === undefined
    ? t('team_at_never', { name: who })
    : t('team_at_since', { name: who, at: writeInstant(seen, 'moment') });
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
