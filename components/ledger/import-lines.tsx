import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import type { Phrase } from '@/lib/domain/verdict.ts';
import { t } from '@/lib/platform/words.ts';
import { Chip, type Tone } from '../kit/chip.tsx';
import { Select } from '../kit/select.tsx';
import { type ChoiceView, type PreviewLine, type Status, whereOf } from './import-view.ts';

const TONES: Readonly<Record<Status, Tone>> = {
  new: 'daun',
  changed: 'nila',
  same: 'plain',
  doubtful: 'kunyit',
  bad: 'bata',
};
const ROW = 44;

interface Props {
  readonly count: number;
  /** Undefined: on its way. */
  readonly lineOf: (index: number) => PreviewLine | undefined;
  readonly onSight: (from: number, to: number) => void;
  /** Without a choice: undecided again. */
  readonly onChoice: (line: number, choice: ChoiceView | undefined) => void;
  readonly say: (phrase: Phrase) => string;
}

/** No browser lays out more than some 17 million pixels in one piece: what is behind is reached by the other filters. */
const MOST = 200_000;

/** The rows of the list, those in sight alone. */
export function ImportLines({ count: all, lineOf, onSight, onChoice, say }: Props) {
  const scroller = useRef<HTMLElement>(null);
  const count = Math.min(all, MOST);
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (lineOf(index)?.candidates ? ROW * 2 : ROW),
    overscan: 12,
    initialRect: { width: 600, height: 400 },
  });
  const inSight = virtual.getVirtualItems();
  const [from, to] = [inSight[0]?.index ?? 0, inSight.at(-1)?.index ?? 0];
  useEffect(() => onSight(from, to), [onSight, from, to]);
  return (
    <section
      className="preview-rows"
      ref={scroller}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1)
      tabIndex={0}
      aria-label={t('import_rows')}
      style={{ blockSize: `min(${Math.max(virtual.getTotalSize(), ROW) + 2}px, 420px, 60vh)` }}
    >
      {count === 0 && <p className="soft">{t('import_no_rows')}</p>}
      <ul style={{ blockSize: virtual.getTotalSize() }}>
        {inSight.map(({ index, start, key }) => {
          const row = lineOf(index);
          return (
            <li
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              style={{ transform: `translateY(${start}px)` }}
              aria-setsize={all}
              aria-posinset={index + 1}
            >
              {row && <span className="soft small numbers">{t('import_line', { line: String(row.line) })}</span>}
              {row && <Chip tone={TONES[row.status]}>{t(`import_status_${row.status}`)}</Chip>}
              <span dir="auto">{row?.name}</span>
              {row?.candidates && <Decide row={row} onChoice={onChoice} />}
              <span className="soft small preview-said">{row?.said.map(say).join(' · ')}</span>
            </li>
          );
        })}
      </ul>
      {all > MOST && <p className="soft small">{t('import_rows_more', { count: all - MOST })}</p>}
    </section>
  );
}

const UNDECIDED = '';
const APART = 'apart';
const SKIP = 'skip';

function Decide({ row, onChoice }: { readonly row: PreviewLine } & Pick<Props, 'onChoice'>) {
  const { choice } = row;
  const joins = (row.candidates ?? []).map((candidate) => ({
    value: `to ${candidate.ref}`,
    ref: candidate.ref,
    label: t('import_alike_join', { name: candidate.name, where: whereOf(candidate) }),
  }));
  const choose = (value: string): void => {
    const join = joins.find((one) => one.value === value);
    if (join) onChoice(row.line, { kind: 'join', ref: join.ref });
    else onChoice(row.line, value === APART || value === SKIP ? { kind: value } : undefined);
  };
  return (
    <Select
      inline
      hideLabel
      label={t('import_alike_choice', { line: String(row.line), name: row.name })}
      value={choice === undefined ? UNDECIDED : choice.kind === 'join' ? `to ${choice.ref}` : choice.kind}
      options={[
        { value: UNDECIDED, label: t('import_alike_undecided') },
        ...joins.map(({ value, label }) => ({ value, label })),
        // Two people already hold these addresses: a third beside them would be a third owner.
        ...(row.candidates?.every(({ by }) => by === 'address') && joins.length > 1
          ? []
          : [{ value: APART, label: t('import_alike_apart') }]),
        { value: SKIP, label: t('import_alike_skip') },
      ]}
      onChange={choose}
    />
  );
}
