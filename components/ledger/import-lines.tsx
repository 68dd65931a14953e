import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import type { Phrase } from '@/lib/domain/verdict.ts';
import { t } from '@/lib/platform/words.ts';
import { Chip, type Tone } from '../kit/chip.tsx';
import { Select } from '../kit/select.tsx';
import { type Choices, type PreviewLine, type Status, whereOf } from './import-view.ts';

const TONES: Readonly<Record<Status, Tone>> = {
  new: 'daun',
  changed: 'nila',
  same: 'plain',
  doubtful: 'kunyit',
  bad: 'bata',
};
const ROW = 44;

interface Props {
  readonly lines: readonly PreviewLine[];
  readonly choices: Choices;
  readonly onChoices: (choices: Choices) => void;
  readonly say: (phrase: Phrase) => string;
}

/** The rows of the list, those in sight alone. */
export function ImportLines({ lines, choices, onChoices, say }: Props) {
  const scroller = useRef<HTMLElement>(null);
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (lines[index]?.candidates ? ROW * 2 : ROW),
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
              {row?.candidates && <Decide row={row} choices={choices} onChoices={onChoices} />}
              <span className="soft small preview-said">{row?.said.map(say).join(' · ')}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

const UNDECIDED = '';
const APART = 'apart';
const SKIP = 'skip';

function Decide({ row, choices, onChoices }: { readonly row: PreviewLine } & Pick<Props, 'choices' | 'onChoices'>) {
  const choice = choices.get(row.line);
  const joins = (row.candidates ?? []).map((candidate) => ({
    value: `to ${candidate.ref}`,
    ref: candidate.ref,
    label: t('import_alike_join', { name: candidate.name, where: whereOf(candidate) }),
  }));
  const choose = (value: string): void => {
    const next = new Map(choices);
    const join = joins.find((one) => one.value === value);
    if (join) next.set(row.line, { kind: 'join', ref: join.ref });
    else if (value === APART || value === SKIP) next.set(row.line, { kind: value });
    else next.delete(row.line);
    onChoices(next);
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
