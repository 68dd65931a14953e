import type { Purpose } from '@/lib/domain/enums.ts';
import type { LawRef } from '@/lib/domain/verdict.ts';
import { t, type WordKey } from '@/lib/platform/words.ts';
import { Select } from '../kit/select.tsx';
import { headingOf } from './import-columns.tsx';
import type { Column, ColumnAs } from './import-map.tsx';

interface Props<Field extends string> {
  readonly columns: readonly { readonly column: Column<Field>; readonly index: number }[];
  readonly purposes: readonly Purpose[];
  readonly onMapping: (column: number, as: ColumnAs<Field>) => void;
}

const DROP = 'drop';
const OTHER = 'other';

/** What a list brings along and nobody needs: left out, unless a purpose is named. Its cells are not shown. */
export function ImportExcess<Field extends string>({ columns, purposes, onMapping }: Props<Field>) {
  if (columns.length === 0) return null;
  return (
    <section className="excess" aria-labelledby="excess-head">
      <h2 id="excess-head">{t('import_excess_head')}</h2>
      <p className="soft">{t('import_excess_what')}</p>
      <ul className="mapping">
        {columns.map(({ column, index }) => (
          <li key={index}>
            <Excess column={column} index={index} purposes={purposes} onMapping={onMapping} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Excess<Field extends string>({
  column,
  index,
  purposes,
  onMapping,
}: Omit<Props<Field>, 'columns'> & { readonly column: Column<Field>; readonly index: number }) {
  const { excess, purpose } = column;
  if (excess === undefined) return null;
  const { field } = excess;
  const options = [
    { value: DROP, label: t('import_excess_drop') },
    ...(field === undefined
      ? []
      : purposes.map((one) => ({
          value: one as string,
          label: t('import_excess_keep', { purpose: t(`purpose_${one}`) }),
        }))),
    { value: OTHER, label: t('import_excess_other') },
  ];
  const choose = (value: string): void => {
    const kept = purposes.find((one) => one === value);
    if (value === OTHER) onMapping(index, { field: null, confidence: 1 });
    else if (kept !== undefined && field !== undefined)
      onMapping(index, { field, confidence: 1, excess, purpose: kept });
    else onMapping(index, { field: null, confidence: 1, excess });
  };
  return (
    <Select
      label={headingOf(column.heading, index)}
      hint={whyNot(excess.kind, field === undefined, excess.law)}
      value={column.field === null ? DROP : (purpose ?? DROP)}
      options={options}
      onChange={choose}
    />
  );
}

const whyNot = (kind: string, never: boolean, law: readonly LawRef[]): string =>
  [
    t(`import_why_${kind}` as WordKey),
    ...(never ? [t('import_excess_never')] : []),
    `(${law.map(({ article, mark }) => (mark === 'NV' ? `${article}, ${t('kit_not_verified')}` : article)).join('; ')})`,
  ].join(' ');
