import { Copy, Save } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import type { TeamView } from '@/lib/domain/team-view.ts';
import { t } from '@/lib/platform/words.ts';
import { Button } from '../kit/button.tsx';
import { onEscape } from '../kit/escape.ts';
import { TextArea } from '../kit/field.tsx';
import { FormEnd } from '../kit/form-end.tsx';
import { writeInstant } from '../kit/instant.tsx';
import { Notice } from '../kit/notice.tsx';
import { writePhrase } from '../kit/phrase.tsx';
import type { GivenRole, Invitation, TeamActs } from './team-acts.ts';
import { listName } from './team-names.ts';
import { TeamRoleChoice } from './team-role.tsx';
import { TeamTicks } from './team-ticks.tsx';
import { useAct } from './use-act.ts';

interface Props {
  readonly team: TeamView;
  readonly acts: Pick<TeamActs, 'invite' | 'copy' | 'saveInvite'>;
  readonly onDone: () => void;
}

/** Role and lists, then a text that works once. */
export function TeamInvite({ team, acts, onDone }: Props) {
  const lists = team.lists.map(({ id }) => ({ id, name: listName(team, id) }));
  const [role, setRole] = useState<GivenRole>('editor');
  const [chosen, setChosen] = useState<readonly string[]>(() => lists.map(({ id }) => id));
  const [made, setMade] = useState<Invitation>();
  const { busy, wrong, run } = useAct();
  const make = (event: FormEvent): void => {
    event.preventDefault();
    void run(async () => {
      const answer = await acts.invite(role, chosen);
      if (!answer.ok) return answer.error;
      setMade(answer.value);
      return undefined;
    });
  };
  const folder = team.place.kind === 'folder';
  if (made) return <Made made={made} acts={acts} onDone={onDone} />;
  return (
    <form className="block form" onSubmit={make} onKeyDown={onEscape(onDone)} aria-label={t('team_invite_head')}>
      <h2>{t('team_invite_head')}</h2>
      <p className="soft">{t('team_invite_what')}</p>
      <TeamRoleChoice legend={t('team_invite_role')} value={role} onChange={setRole} />
      <TeamTicks legend={t('team_invite_lists')} options={lists} chosen={chosen} onChange={setChosen} />
      {folder && <Notice tone="kunyit">{t('team_invite_folder')}</Notice>}
      {busy && <p role="status">{t('team_busy')}</p>}
      <FormEnd save={t('team_invite_make')} onCancel={onDone} {...(wrong ? { wrong: writePhrase(wrong) } : {})} />
    </form>
  );
}

function Made({ made, acts, onDone }: Pick<Props, 'acts' | 'onDone'> & { readonly made: Invitation }) {
  const [copied, setCopied] = useState<boolean>();
  return (
    <section className="block form" aria-label={t('team_invite_head')}>
      <h2>{t('team_invite_head')}</h2>
      <TextArea
        label={t('team_invite_text')}
        hint={t('team_invite_until', { at: writeInstant(made.until, 'moment') })}
        className="code"
        rows={4}
        readOnly
        dir="ltr"
        spellCheck={false}
        value={made.text}
        onFocus={(event) => event.target.select()}
      />
      <p className="actions">
        <Button look="safe" icon={Copy} autoFocus onClick={() => void acts.copy(made.text).then(setCopied)}>
          {t('team_invite_copy')}
        </Button>
        <Button icon={Save} onClick={() => acts.saveInvite(made.text)}>
          {t('team_invite_file')}
        </Button>
        <Button look="word" onClick={onDone}>
          {t('team_invite_done')}
        </Button>
      </p>
      {copied !== undefined && (
        <Notice tone={copied ? 'daun' : 'kunyit'} live>
          {t(copied ? 'team_invite_copied' : 'team_invite_not_copied')}
        </Notice>
      )}
      <p className="soft">{t('team_invite_then')}</p>
    </section>
  );
}
