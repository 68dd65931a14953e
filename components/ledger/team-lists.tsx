import { Plus } from 'lucide-react';
import { type FormEvent, useRef, useState } from 'react';
import type { TeamView } from '@/lib/domain/team-view.ts';
import { t } from '@/lib/platform/words.ts';
import { Button } from '../kit/button.tsx';
import { onEscape } from '../kit/escape.ts';
import { TextField } from '../kit/field.tsx';
import { FormEnd } from '../kit/form-end.tsx';
import { writePhrase } from '../kit/phrase.tsx';
import { useReturn } from '../kit/use-return.ts';
import { isAdmin, type TeamActs } from './team-acts.ts';
import { listName, memberName } from './team-names.ts';
import { TeamTicks } from './team-ticks.tsx';
import { useAct } from './use-act.ts';

interface Props {
  readonly team: TeamView;
  /** People on a list, as this device knows them. */
  readonly people: (list: string) => number | undefined;
  readonly onNew: TeamActs['newList'];
}

/** What the team shares, each under a key of its own. */
export function TeamLists({ team, people, onNew }: Props) {
  const [making, setMaking] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  useReturn(making, () => opener.current);
  return (
    <section className="block" aria-labelledby="team-lists">
      <h2 id="team-lists">{t('team_lists')}</h2>
      <p className="soft">{t('team_lists_what')}</p>
      <ul className="points">
        {team.lists.map((list) => (
          <li key={list.id}>
            <strong dir="auto">
              {list.space === undefined ? (
                listName(team, list.id)
              ) : (
                <a href={`#/people/in/${encodeURIComponent(list.space)}`}>{listName(team, list.id)}</a>
              )}
            </strong>
            <span className="soft small">{about(team, list.id, people(list.id))}</span>
            {list.space !== undefined && !list.mayWrite && (
              <span className="soft small">{t('team_list_read_only')}</span>
            )}
          </li>
        ))}
      </ul>
      {making ? (
        <NewList team={team} onNew={onNew} onDone={() => setMaking(false)} />
      ) : (
        isAdmin(team) && (
          <p>
            <Button ref={opener} icon={Plus} onClick={() => setMaking(true)}>
              {t('team_list_new')}
            </Button>
          </p>
        )
      )}
    </section>
  );
}

function about({ members }: TeamView, list: string, people: number | undefined): string {
  const many = members.filter(({ gone, lists }) => gone === undefined && lists.includes(list)).length;
  const shared = t('team_list_members', { count: many });
  return people === undefined
    ? `${shared} · ${t('team_list_not_here')}`
    : `${shared} · ${t('team_list_people', { count: people })}`;
}

function NewList({ team, onNew, onDone }: Omit<Props, 'people'> & { readonly onDone: () => void }) {
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [empty, setEmpty] = useState(false);
  const { busy, wrong, run } = useAct();
  const others = team.members.filter(({ id, gone }) => gone === undefined && id !== team.me.member);
  const make = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setEmpty(name.trim() === '');
    if (name.trim() !== '' && (await run(() => onNew(name.trim(), [team.me.member, ...chosen])))) onDone();
  };
  return (
    <form
      className="form team-unfolded"
      onSubmit={(event) => void make(event)}
      onKeyDown={onEscape(onDone)}
      aria-label={t('team_list_new')}
      aria-busy={busy}
      noValidate
    >
      <TextField
        label={t('team_list_name')}
        autoFocus
        maxLength={80}
        value={name}
        onChange={(event) => setName(event.target.value)}
        {...(empty ? { error: t('kit_required') } : {})}
      />
      <TeamTicks
        legend={t('team_list_who')}
        options={others.map(({ id }) => ({ id, name: memberName(team, id) }))}
        chosen={chosen}
        onChange={setChosen}
      />
      <FormEnd save={t('team_list_make')} onCancel={onDone} {...(wrong ? { wrong: writePhrase(wrong) } : {})} />
    </form>
  );
}
