import { useEffect, useRef } from 'react';
import { t } from '@/lib/platform/words.ts';
import { Button } from '../kit/button.tsx';
import { Notice } from '../kit/notice.tsx';
import { PhraseText } from '../kit/phrase.tsx';
import type { Recorded } from './evidence-view.ts';

interface Props {
  readonly recorded: Recorded;
  readonly onUndo: () => void;
  readonly onClose: () => void;
}

/** What now stands in the ledger, in plain words, and the way back for a moment. */
export function RecordedNote({ recorded, onUndo, onClose }: Props) {
  const { outcome, name, purpose, channel, undone, wrong } = recorded;
  const about = t('panel_for', { purpose: t(`purpose_${purpose}`), channel: t(`channel_${channel}`) });
  const box = useRef<HTMLDivElement>(null);
  // The card that was pressed is gone: the keyboard goes on from what came of it.
  useEffect(() => box.current?.focus(), []);
  return (
    <div ref={box} className="said-done" tabIndex={-1}>
      <Notice tone={undone ? 'plain' : 'daun'} live>
        {undone ? t('said_undone') : t(`said_done_${outcome}`, { name, about })}
      </Notice>
      {wrong && (
        <Notice tone="bata" live>
          <PhraseText phrase={wrong} />
        </Notice>
      )}
      <p className="actions">
        {!undone && <Button onClick={onUndo}>{t('said_undo')}</Button>}
        <Button look="word" onClick={onClose}>
          {t('kit_close')}
        </Button>
      </p>
    </div>
  );
}
