import { useState } from 'react';
import type { TeamView } from '@/lib/domain/team-view.ts';
import { t } from '@/lib/platform/words.ts';
import { Button } from '../kit/button.tsx';
import { Choices } from '../kit/choices.tsx';
import { Notice } from '../kit/notice.tsx';
import { Wrong } from '../kit/wrong.tsx';
import type { TeamActs } from './team-acts.ts';
import { teamName } from './team-names.ts';
import { useAct } from './use-act.ts';

/** Asked once more, in place, with what goes and what stays. */
export function TeamLeave({ team, onLeave }: { readonly team: TeamView; readonly onLeave: TeamActs['leave'] }) {
  const [sure, setSure] = useState(false);
  const [keep, setKeep] = useState(false);
  const { busy, wrong, run } = useAct();
  return (
    <div className="block">
      {sure ? (
        <>
          <p>{t('team_leave_sure', { name: teamName(team) })}</p>
          <Choices
            legend={t('team_leave_people')}
            value={keep ? 'keep' : 'go'}
            onChange={(value) => setKeep(value === 'keep')}
            choices={[
              { value: 'go', label: t('team_leave_go'), hint: t('team_leave_go_hint') },
              { value: 'keep', label: t('team_leave_keep'), hint: t('team_leave_keep_hint') },
            ]}
          />
          {team.waiting > 0 && <Notice tone="kunyit">{t('team_leave_waiting', { count: team.waiting })}</Notice>}
          <p className="actions">
            <Button look="danger" disabled={busy} onClick={() => void run(() => onLeave(keep))}>
              {t('team_leave_yes')}
            </Button>
            <Button look="word" autoFocus onClick={() => setSure(false)}>
              {t('kit_cancel')}
            </Button>
          </p>
        </>
      ) : (
        <p>
          <Button look="quiet" onClick={() => setSure(true)}>
            {t('team_leave')}
          </Button>
        </p>
      )}
      <Wrong phrase={wrong} />
    </div>
  );
}
