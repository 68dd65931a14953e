import { useState } from 'react';
import type { MemberView } from '@/lib/domain/team-view.ts';
import { t } from '@/lib/platform/words.ts';
import { Button } from '../kit/button.tsx';
import { Choices } from '../kit/choices.tsx';
import { onEscape } from '../kit/escape.ts';
import { Wrong } from '../kit/wrong.tsx';
import type { TeamActs } from './team-acts.ts';
import { useAct } from './use-act.ts';

interface Props {
  readonly member: MemberView;
  readonly name: string;
  readonly onRemove: TeamActs['remove'];
  readonly onDone: () => void;
}

const ALL = 'all';

/** What follows is told before it is done: it cannot be taken back, only made anew. */
export function TeamMemberRemove({ member, name, onRemove, onDone }: Props) {
  const devices = member.devices.filter(({ gone }) => !gone);
  const [which, setWhich] = useState(ALL);
  const { busy, wrong, run } = useAct();
  const remove = async (): Promise<void> => {
    if (await run(() => (which === ALL ? onRemove(member.id) : onRemove(member.id, which)))) onDone();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape leaves what was unfolded, as in a form
    <div className="block team-unfolded" aria-busy={busy} onKeyDown={onEscape(onDone)}>
      <h3>{t('team_remove_sure', { name })}</h3>
      {devices.length > 1 && (
        <Choices
          legend={t('team_remove_which')}
          value={which}
          onChange={setWhich}
          choices={[
            { value: ALL, label: t('team_remove_all') },
            ...devices.map(({ id }, at) => ({ value: id, label: t('team_remove_device', { count: at + 1 }) })),
          ]}
        />
      )}
      <ul className="said-list">
        <li>{t('team_remove_gets')}</li>
        <li>{t('team_remove_keeps')}</li>
        <li>{t('team_remove_late')}</li>
      </ul>
      <p className="actions">
        <Button look="danger" disabled={busy} onClick={() => void remove()}>
          {t('team_remove_yes')}
        </Button>
        <Button look="word" autoFocus onClick={onDone}>
          {t('kit_cancel')}
        </Button>
      </p>
      {busy && <p role="status">{t('team_busy')}</p>}
      <Wrong phrase={wrong} />
    </div>
  );
}
