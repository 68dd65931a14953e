import { t, type WordKey } from '@/lib/platform/words.ts';
import { Select } from '../kit/select.tsx';
import type { Column, ColumnAs } from './import-map.tsx';

interface Props<Field extends string> {
  readonly columns: readonly { readonly column: Column<Field>; readonly index: number }[];
  readonly fields: readonly Field[];
  readonly onMapping: (column: number, as: ColumnAs<Field>) => void;
}

const SKIP = '';

export const headingOf = (heading: string, index: number): string =>
  heading.trim() === '' ? t('import_column', { column: index + 1 }) : heading;

/** Each column, two of its cells, and what it is taken for. */
export function ImportColumns<Field extends string>({ columns, fields, onMapping }: Props<Field>) {
  const options = [
    { value: SKIP, label: t('import_skip') },
    ...fields.map((value) => ({ value: value as string, label: t(`import_field_${value}` as WordKey) })),
  ];
  return (
    <ul className="mapping">
      {columns.map(({ column, index }) => (
        <li key={index}>
          <Select
            label={headingOf(column.heading, index)}
            hint={column.field != null && column.confidence < 1 ? t('import_guess') : undefined}
            value={(column.field as string | null) ?? SKIP}
            options={options}
            onChange={(value) =>
              onMapping(index, { field: fields.find((field) => field === value) ?? null, confidence: 1 })
            }
          />
          <span className="soft small" dir="auto">
            {column.sample.join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  );
}
