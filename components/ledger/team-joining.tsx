import { useState } from 'react';
import type { JoiningView, TeamFailure } from '@/lib/domain/team-view.ts';
import { t, type WordKey } from '@/lib/platform/words.ts';
import { Button } from '../kit/button.tsx';
import { Chip } from '../kit/chip.tsx';
import { Notice } from '../kit/notice.tsx';
import type { Refused } from './team-acts.ts';
import { SixWords } from './team-six.tsx';
import { useAct } from './use-act.ts';
import './team.css';
import { Wrong } from '../kit/wrong.tsx';

interface Props {
  readonly joining: JoiningView;
  readonly onLook: () => Refused;
  readonly onGiveUp: () => Refused;
}

const TONES = { sending: 'nila', waiting: 'nila', refused: 'bata', admitted: 'daun' } as const;

/** Between the request and the admin's word; the page may be closed meanwhile. */
export function TeamJoining({ joining: { words, stage, failure }, onLook, onGiveUp }: Props) {
  const [sure, setSure] = useState(false);
  const { busy, wrong, run } = useAct();
  return (
    <section className="block" aria-labelledby="team-joining">
      <h1 id="team-joining">{t('team_join_wait_head')}</h1>
      <p role="status">
        <Chip tone={TONES[stage]}>{t(`team_stage_${stage}`)}</Chip>
      </p>
      {(stage === 'sending' || stage === 'waiting') && (
        <>
          <p>{t('team_join_words')}</p>
          <SixWords label={t('team_six')} words={words} />
          <p className="soft">{t('team_join_same')}</p>
        </>
      )}
      {stage === 'refused' ? (
        <p>{t('team_join_refused')}</p>
      ) : (
        <>
          {failure && <Notice tone="kunyit">{t(whyOf(failure.kind))}</Notice>}
          <p className="soft">{t('team_join_close')}</p>
        </>
      )}
      <p className="actions">
        <Button disabled={busy} onClick={() => void run(onLook)}>
          {t('team_again')}
        </Button>
        {sure ? (
          <Button look="danger" disabled={busy} onClick={() => void run(onGiveUp)}>
            {t('team_join_give_up_yes')}
          </Button>
        ) : (
          <Button look="quiet" onClick={() => setSure(true)}>
            {t('team_join_give_up')}
          </Button>
        )}
      </p>
      <Wrong phrase={wrong} />
    </section>
  );
}

const whyOf = (kind: TeamFailure['kind']): WordKey =>
  kind === 'expired' || kind === 'refused' ? `team_fault_${kind}` : 'team_join_unreached';
