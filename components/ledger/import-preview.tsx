import { useVirtualizer } from '@tanstack/react-virtual';
import { Download } from 'lucide-react';
import { useRef, useState } from 'react';
import type { Phrase } from '@/lib/domain/verdict.ts';
import { currentLanguage, t } from '@/lib/platform/words.ts';
import { Button } from '../kit/button.tsx';
import { Chip, type Tone } from '../kit/chip.tsx';
import { Notice } from '../kit/notice.tsx';

const STATUSES = ['new', 'changed', 'same', 'doubtful', 'bad'] as const;
export type Status = (typeof STATUSES)[number];
const TONES: Readonly<Record<Status, Tone>> = {
  new: 'daun',
  changed: 'nila',
  same: 'plain',
  doubtful: 'kunyit',
  bad: 'bata',
};

interface PreviewLine {
  readonly line: number;
  readonly name: string;
  readonly status: Status;
  readonly said: readonly Phrase[];
}

interface Props {
  readonly counts: Readonly<Record<Status, number>>;
  readonly lines: readonly PreviewLine[];
  /** Asked only for rows in sight: a list may have 100,000. */
  readonly say: (phrase: Phrase) => string;
  /** People that the import would write. */
  readonly willWrite: number;
  readonly takeDoubtful: boolean;
  readonly onTakeDoubtful: (take: boolean) => void;
  readonly onImport: () => void;
  readonly onRejected: () => void;
  readonly onBack: () => void;
}

/** What would happen, before it does. */
export function ImportPreview(props: Props) {
  const { counts, lines, say, willWrite, takeDoubtful, onTakeDoubtful, onImport, onRejected, onBack } = props;
  const [shown, setShown] = useState<Status | 'all'>(counts.bad > 0 ? 'bad' : counts.doubtful > 0 ? 'doubtful' : 'all');
  const left = counts.bad + (takeDoubtful ? 0 : counts.doubtful);
  const filtered = shown === 'all' ? lines : lines.filter(({ status }) => status === shown);
  return (
    <section className="block form" aria-label={t('import_preview')}>
      <fieldset className="filters">
        <legend className="told">{t('import_show')}</legend>
        {(['all', ...STATUSES] as const).map((status) => (
          <button
            key={status}
            type="button"
            className="filter"
            aria-pressed={shown === status}
            onClick={() => setShown(status)}
          >
            {t(`import_status_${status}`)}{' '}
            <strong className="numbers">
              {new Intl.NumberFormat(currentLanguage()).format(status === 'all' ? lines.length : counts[status])}
            </strong>
          </button>
        ))}
      </fieldset>
      <Lines lines={filtered} say={say} />
      {counts.doubtful > 0 && (
        <label className="tick">
          <input type="checkbox" checked={takeDoubtful} onChange={(event) => onTakeDoubtful(event.target.checked)} />
          {t('import_take_doubtful', { count: counts.doubtful })}
        </label>
      )}
      {left > 0 && (
        <Notice tone="kunyit">
          <p>{t('import_left_out', { count: left })}</p>
          <Button look="word" icon={Download} onClick={onRejected}>
            {t('import_rejected')}
          </Button>
        </Notice>
      )}
      <p className="actions">
        <Button look="safe" disabled={willWrite === 0} onClick={onImport}>
          {t('import_do', { count: willWrite })}
        </Button>
        <Button look="word" onClick={onBack}>
          {t('import_back')}
        </Button>
      </p>
    </section>
  );
}

const ROW = 44;

function Lines({ lines, say }: Pick<Props, 'lines' | 'say'>) {
  const scroller = useRef<HTMLElement>(null);
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    getItemKey: (index) => lines[index]?.line ?? index,
    overscan: 12,
    initialRect: { width: 600, height: 400 },
  });
  return (
    <section
      className="preview-rows"
      ref={scroller}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1)
      tabIndex={0}
      aria-label={t('import_rows')}
      style={{ blockSize: `min(${Math.max(virtual.getTotalSize(), ROW) + 2}px, 420px, 60vh)` }}
    >
      {lines.length === 0 && <p className="soft">{t('import_no_rows')}</p>}
      <ul style={{ blockSize: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start, key }) => {
          const row = lines[index];
          return (
            <li
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              style={{ transform: `translateY(${start}px)` }}
              aria-setsize={lines.length}
              aria-posinset={index + 1}
            >
              <span className="soft small numbers">{t('import_line', { line: String(row?.line ?? '') })}</span>
              {row && <Chip tone={TONES[row.status]}>{t(`import_status_${row.status}`)}</Chip>}
              <span dir="auto">{row?.name}</span>
              <span className="soft small preview-said">{row?.said.map(say).join(' · ')}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
