import { Download } from 'lucide-react';
import { useCallback, useState } from 'react';
import type { Phrase } from '@/lib/domain/verdict.ts';
import { currentLanguage, t } from '@/lib/platform/words.ts';
import { Button } from '../kit/button.tsx';
import { Notice } from '../kit/notice.tsx';
import { ImportAlike } from './import-alike.tsx';
import { ImportLines } from './import-lines.tsx';
import { type ChoiceView, type PreviewLine, type Shown, STATUSES, type Status } from './import-view.ts';

interface Props {
  readonly counts: Readonly<Record<Status, number>>;
  /** Rows that may be somebody who is there already, and those of them that are not decided. */
  readonly asked: number;
  readonly undecided: number;
  /** A row of those that are shown so. Undefined: on its way. */
  readonly lineOf: (shown: Shown, index: number) => PreviewLine | undefined;
  readonly onSight: (shown: Shown, from: number, to: number) => void;
  readonly onChoice: (line: number, choice: ChoiceView | undefined) => void;
  readonly onAll: (as: ChoiceView['kind']) => void;
  /** Asked only for rows in sight: a list may have a million. */
  readonly say: (phrase: Phrase) => string;
  /** People that the import would write. */
  readonly willWrite: number;
  readonly leftOut: number;
  /** What was just decided is being worked in; the figures are those before. */
  readonly replanning: boolean;
  readonly wrong?: string;
  readonly takeDoubtful: boolean;
  readonly onTakeDoubtful: (take: boolean) => void;
  readonly onImport: () => void;
  readonly onRejected: () => void;
  readonly onBack: () => void;
}

/** What would happen, before it does. */
export function ImportPreview(props: Props) {
  const { counts, asked, lineOf, onSight, say, willWrite, leftOut, replanning, takeDoubtful } = props;
  const [shown, setShown] = useState<Shown>(() => first(counts, asked));
  const all = STATUSES.reduce((sum, status) => sum + counts[status], 0);
  const count: Readonly<Record<Shown, number>> = { ...counts, all, ask: asked };
  const inSight = useCallback((from: number, to: number) => onSight(shown, from, to), [onSight, shown]);
  return (
    <section className="block form" aria-label={t('import_preview')} aria-busy={replanning}>
      {props.wrong && (
        <Notice tone="kunyit" live>
          {props.wrong}
        </Notice>
      )}
      <fieldset className="filters">
        <legend className="told">{t('import_show')}</legend>
        {(['all', ...STATUSES, ...(asked > 0 ? (['ask'] as const) : [])] as const).map((status) => (
          <button
            key={status}
            type="button"
            className="filter"
            aria-pressed={shown === status}
            onClick={() => setShown(status)}
          >
            {t(`import_status_${status}`)}{' '}
            <strong className="numbers">{new Intl.NumberFormat(currentLanguage()).format(count[status])}</strong>
          </button>
        ))}
      </fieldset>
      <ImportAlike undecided={props.undecided} onAll={props.onAll} />
      <ImportLines
        key={shown}
        count={count[shown]}
        lineOf={(index) => lineOf(shown, index)}
        onSight={inSight}
        onChoice={props.onChoice}
        say={say}
      />
      {counts.doubtful > 0 && (
        <label className="tick">
          <input
            type="checkbox"
            checked={takeDoubtful}
            onChange={(event) => props.onTakeDoubtful(event.target.checked)}
          />
          {t('import_take_doubtful', { count: counts.doubtful })}
        </label>
      )}
      {leftOut > 0 && (
        <Notice tone="kunyit">
          <p>{t('import_left_out', { count: leftOut })}</p>
          <Button look="word" icon={Download} onClick={props.onRejected}>
            {t('import_rejected')}
          </Button>
        </Notice>
      )}
      <p role="status" className="soft small">
        {replanning ? t('import_replanning') : ''}
      </p>
      <p className="actions">
        <Button look="safe" disabled={willWrite === 0 || replanning} onClick={props.onImport}>
          {t('import_do', { count: willWrite })}
        </Button>
        <Button look="word" onClick={props.onBack}>
          {t('import_back')}
        </Button>
      </p>
    </section>
  );
}

const first = (counts: Props['counts'], ask: number): Shown =>
  ask > 0 ? 'ask' : counts.bad > 0 ? 'bad' : counts.doubtful > 0 ? 'doubtful' : 'all';
