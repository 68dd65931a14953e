import { useState } from 'react';
import type { MemberView, TeamView } from '@/lib/domain/team-view.ts';
import { t } from '@/lib/platform/words.ts';
import { Button } from '../kit/button.tsx';
import { writeInstant } from '../kit/instant.tsx';
import { capital, listed } from '../kit/sentence.ts';
import { isAdmin, type TeamActs } from './team-acts.ts';
import { TeamMemberForm } from './team-member-form.tsx';
import { TeamMemberRemove } from './team-member-remove.tsx';
import { listName, memberName } from './team-names.ts';

type Acts = Pick<TeamActs, 'change' | 'remove'>;

/** Who is in the team, with what, on which devices; who has gone stands below. */
export function TeamMembers({ team, acts }: { readonly team: TeamView; readonly acts: Acts }) {
  const [here, gone] = [
    team.members.filter((one) => one.gone === undefined),
    team.members.filter((one) => one.gone !== undefined),
  ];
  return (
    <section className="block" aria-labelledby="team-members">
      <h2 id="team-members">{t('team_members')}</h2>
      <ul className="team-members">
        {here.map((member) => (
          <Member key={member.id} member={member} team={team} acts={acts} />
        ))}
        {gone.map((member) => (
          <li key={member.id}>
            <span className="soft" dir="auto">
              {t('team_gone', { name: memberName(team, member.id), at: writeInstant(member.gone ?? '') })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface Props {
  readonly member: MemberView;
  readonly team: TeamView;
  readonly acts: Acts;
}

function Member({ member, team, acts }: Props) {
  const [open, setOpen] = useState<'change' | 'remove'>();
  const name = memberName(team, member.id);
  const self = member.id === team.me.member;
  const lists = member.lists.map((id) => listName(team, id));
  // An owner is made by the kit alone, and nobody takes themselves out of the chain from here.
  const mine = isAdmin(team) && !self && member.role !== 'owner';
  const close = (): void => setOpen(undefined);
  return (
    <li>
      <div className="team-member">
        <strong dir="auto">{name}</strong>
        <span>
          {capital(t(`team_role_${member.role}`))}
          {self && ` (${t('team_self')})`}
        </span>
        {mine && open === undefined && (
          <span className="actions team-member-acts">
            <Button look="word" aria-label={t('team_change_one', { name })} onClick={() => setOpen('change')}>
              {t('team_change')}
            </Button>
            <Button look="quiet" aria-label={t('team_remove_one', { name })} onClick={() => setOpen('remove')}>
              {t('team_remove')}
            </Button>
          </span>
        )}
      </div>
      <p className="soft small">
        {lists.length > 0 ? t('team_has_lists', { lists: listed(lists) }) : t('team_has_none')}
      </p>
      <ul className="team-devices small" aria-label={t('team_devices_of', { name })}>
        {member.devices
          .filter(({ gone }) => !gone)
          .map((device, at) => (
            <li key={device.id}>{deviceWords(device, at)}</li>
          ))}
      </ul>
      {open === 'change' && <TeamMemberForm member={member} team={team} onChange={acts.change} onDone={close} />}
      {open === 'remove' && <TeamMemberRemove member={member} name={name} onRemove={acts.remove} onDone={close} />}
    </li>
  );
}

function deviceWords({ seen, mine }: MemberView['devices'][number], at: number): string {
  const name = mine ? capital(t('team_device_here')) : t('team_device_nth', { count: at + 1 });
  if (mine) return name;
  return `${name} · ${seen ? t('team_device_seen', { at: writeInstant(seen, 'moment') }) : t('team_device_never')}`;
}
