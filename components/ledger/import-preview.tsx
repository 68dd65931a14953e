import { Download } from 'lucide-react';
import { useState } from 'react';
import type { Phrase } from '@/lib/domain/verdict.ts';
import { currentLanguage, t } from '@/lib/platform/words.ts';
import { Button } from '../kit/button.tsx';
import { Notice } from '../kit/notice.tsx';
import { ImportAlike } from './import-alike.tsx';
import { ImportLines } from './import-lines.tsx';
import { type Choices, type PreviewLine, STATUSES, type Status } from './import-view.ts';

interface Props {
  readonly counts: Readonly<Record<Status, number>>;
  readonly lines: readonly PreviewLine[];
  readonly choices: Choices;
  readonly onChoices: (choices: Choices) => void;
  /** Asked only for rows in sight: a list may have 100,000. */
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

type Shown = Status | 'all' | 'ask';

/** What would happen, before it does. */
export function ImportPreview(props: Props) {
  const { counts, lines, choices, onChoices, say, willWrite, leftOut, replanning, takeDoubtful } = props;
  const ask = lines.filter(({ candidates }) => candidates !== undefined);
  const [shown, setShown] = useState<Shown>(() => first(counts, ask.length));
  const count: Readonly<Record<Shown, number>> = { ...counts, all: lines.length, ask: ask.length };
  const filtered = shown === 'all' ? lines : shown === 'ask' ? ask : lines.filter(({ status }) => status === shown);
  return (
    <section className="block form" aria-label={t('import_preview')} aria-busy={replanning}>
      {props.wrong && (
        <Notice tone="kunyit" live>
          {props.wrong}
        </Notice>
      )}
      <fieldset className="filters">
        <legend className="told">{t('import_show')}</legend>
        {(['all', ...STATUSES, ...(ask.length > 0 ? (['ask'] as const) : [])] as const).map((status) => (
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
      <ImportAlike lines={ask} choices={choices} onChoices={onChoices} />
      <ImportLines lines={filtered} choices={choices} onChoices={onChoices} say={say} />
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
