import { type FormEvent, useState } from 'react';
import type { MemberView, TeamView } from '@/lib/domain/team-view.ts';
import { t } from '@/lib/platform/words.ts';
import { onEscape } from '../kit/escape.ts';
import { FormEnd } from '../kit/form-end.tsx';
import { writePhrase } from '../kit/phrase.tsx';
import type { GivenRole, TeamActs } from './team-acts.ts';
import { listName, memberName } from './team-names.ts';
import { TeamRoleChoice } from './team-role.tsx';
import { TeamTicks } from './team-ticks.tsx';
import { useAct } from './use-act.ts';

interface Props {
  readonly member: MemberView;
  readonly team: TeamView;
  readonly onChange: TeamActs['change'];
  readonly onDone: () => void;
}

/** Role and lists of a member, in place. */
export function TeamMemberForm({ member, team, onChange, onDone }: Props) {
  const [role, setRole] = useState<GivenRole>(member.role === 'owner' ? 'admin' : member.role);
  const [lists, setLists] = useState(member.lists);
  const { busy, wrong, run } = useAct();
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (await run(() => onChange(member.id, role, lists))) onDone();
  };
  const name = memberName(team, member.id);
  return (
    <form
      className="form team-unfolded"
      onSubmit={(event) => void save(event)}
      onKeyDown={onEscape(onDone)}
      aria-label={t('team_change_one', { name })}
      aria-busy={busy}
    >
      <TeamRoleChoice legend={t('team_role_of', { name })} value={role} onChange={setRole} />
      <TeamTicks
        legend={t('team_invite_lists')}
        options={team.lists.map(({ id }) => ({ id, name: listName(team, id) }))}
        chosen={lists}
        onChange={setLists}
      />
      <p className="soft small">{t('team_change_what')}</p>
      <FormEnd save={t('kit_save')} onCancel={onDone} {...(wrong ? { wrong: writePhrase(wrong) } : {})} />
    </form>
  );
}
