import { t } from '@/lib/platform/words.ts';
import { Button } from '../kit/button.tsx';
import { Notice } from '../kit/notice.tsx';
import type { ChoiceView } from './import-view.ts';

interface Props {
  /** Those that may be somebody who is there already, and are not decided. */
  readonly undecided: number;
  readonly onAll: (as: ChoiceView['kind']) => void;
}

/** One word for all that are undecided. Nobody is joined without it, or without a word of their own. */
export function ImportAlike({ undecided, onAll }: Props) {
  if (undecided === 0) return null;
  return (
    <Notice tone="kunyit">
      <h3>{t('import_alike_head')}</h3>
      <p>{t('import_alike_what', { count: undecided })}</p>
      <fieldset className="actions">
        <legend className="told">{t('import_alike_all')}</legend>
        <Button look="word" onClick={() => onAll('join')}>
          {t('import_alike_join_all')}
        </Button>
        <Button look="word" onClick={() => onAll('apart')}>
          {t('import_alike_apart_all')}
        </Button>
        <Button look="word" onClick={() => onAll('skip')}>
          {t('import_alike_skip_all')}
        </Button>
      </fieldset>
    </Notice>
  );
}
