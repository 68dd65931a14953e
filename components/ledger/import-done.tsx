import { Download, Undo2 } from 'lucide-react';
import { t } from '@/lib/platform/words.ts';
import { Button } from '../kit/button.tsx';
import { Notice } from '../kit/notice.tsx';

interface Props {
  readonly written: number;
  readonly leftOut: number;
  readonly undone: boolean;
  readonly wrong?: string;
  readonly onUndo: () => void;
  readonly onRejected: () => void;
  readonly onAgain: () => void;
}

export function ImportDone({ written, leftOut, undone, wrong, onUndo, onRejected, onAgain }: Props) {
  return (
    <section className="block form">
      <Notice tone={undone ? 'plain' : 'daun'} live>
        <p>{undone ? t('import_undone', { count: written }) : t('import_done', { count: written })}</p>
        {leftOut > 0 && <p>{t('import_left_out', { count: leftOut })}</p>}
      </Notice>
      {wrong && <Notice tone="bata">{wrong}</Notice>}
      <p className="actions">
        <a className="button button-safe" href="#/people">
          {t('import_to_people')}
        </a>
        {!undone && (
          <Button icon={Undo2} onClick={onUndo}>
            {t('import_undo')}
          </Button>
        )}
        {leftOut > 0 && (
          <Button icon={Download} onClick={onRejected}>
            {t('import_rejected')}
          </Button>
        )}
        <Button look="word" onClick={onAgain}>
          {t('import_other_file')}
        </Button>
      </p>
    </section>
  );
}
