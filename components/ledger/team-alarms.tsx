import type { AlarmView, TeamView } from '@/lib/domain/team-view.ts';
import { t, type WordKey } from '@/lib/platform/words.ts';
import { Button } from '../kit/button.tsx';
import { writeInstant } from '../kit/instant.tsx';
import { Notice } from '../kit/notice.tsx';
import { Wrong } from '../kit/wrong.tsx';
import type { TeamActs } from './team-acts.ts';
import { ALARMS } from './team-alarm-words.ts';
import { listName, memberName } from './team-names.ts';
import { useAct } from './use-act.ts';

interface Props {
  readonly team: TeamView;
  readonly onRead: TeamActs['alarmRead'];
}

/** What a server or a member should not have done: once a kind and author, in plain words, with what to do. */
export function TeamAlarms({ team, onRead }: Props) {
  const { busy, wrong, run } = useAct();
  const groups = groupsOf(team.alarms);
  if (groups.length === 0) return null;
  const read = async (alarms: readonly AlarmView[]) => {
    for (const { id } of alarms) {
      const refused = await onRead(id);
      if (refused) return refused;
    }
    return undefined;
  };
  return (
    <section className="block" aria-labelledby="team-alarms">
      <h2 id="team-alarms">{t('team_alarms')}</h2>
      {groups.map(([newest, ...older]) => {
        const { what, tone, todo } = ALARMS[newest.kind] ?? UNKNOWN;
        return (
          <Notice key={newest.id} tone={tone}>
            <p>{t(what)}</p>
            <p className="soft small">{placeOf(team, newest, older.length)}</p>
            <p>{t(todo)}</p>
            <Button look="word" disabled={busy} onClick={() => void run(() => read([newest, ...older]))}>
              {t('team_alarm_seen')}
            </Button>
          </Notice>
        );
      })}
      <Wrong phrase={wrong} />
    </section>
  );
}

const UNKNOWN: { what: WordKey; tone: 'kunyit'; todo: WordKey } = {
  what: 'team_alarm_malformed',
  tone: 'kunyit',
  todo: 'team_alarm_do_version',
};

type Group = readonly [newest: AlarmView, ...older: readonly AlarmView[]];

function groupsOf(alarms: readonly AlarmView[]): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const alarm of alarms.toSorted((a, b) => b.at.localeCompare(a.at))) {
    const key = `${alarm.kind} ${alarm.member ?? ''}`;
    const before = groups.get(key);
    groups.set(key, before ? [...before, alarm] : [alarm]);
  }
  return [...groups.values()];
}

const placeOf = (team: TeamView, { at, member, list }: AlarmView, more: number): string =>
  [
    writeInstant(at, 'moment'),
    member && t('team_alarm_from', { name: memberName(team, member) }),
    list && t('team_alarm_list', { list: listName(team, list) }),
    more > 0 && t('team_alarm_more', { count: more }),
  ]
    .filter(Boolean)
    .join(' · ');
