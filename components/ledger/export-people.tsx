import { Download } from 'lucide-react';
import { useState } from 'react';
import { t, type WordKey } from '@/lib/platform/words.ts';
import { Button } from '../kit/button.tsx';
import { Notice } from '../kit/notice.tsx';
import { Select } from '../kit/select.tsx';
import { listed } from '../kit/sentence.ts';

interface Props<Format extends string, Field extends string> {
  readonly formats: readonly { readonly id: Format; readonly carries: (field: Field) => boolean }[];
  readonly fields: readonly Field[];
  readonly initial: readonly Field[];
  readonly count: number;
  readonly onExport: (format: Format, fields: readonly Field[]) => void;
}

const fieldName = (field: string): string => t(`import_field_${field}` as WordKey);

/** People → a file, with the columns that are needed and no more. */
export function ExportPeople<Format extends string, Field extends string>(props: Props<Format, Field>) {
  const { formats, fields, initial, count, onExport } = props;
  const [chosen, setChosen] = useState<readonly Field[]>(initial);
  const [format, setFormat] = useState(formats[0]?.id);
  const one = formats.find(({ id }) => id === format);
  const toggle = (field: Field): void =>
    setChosen(fields.filter((name) => (name === field ? !chosen.includes(name) : chosen.includes(name))));
  const carried = chosen.filter((field) => one?.carries(field));
  const left = chosen.filter((field) => !carried.includes(field));
  return (
    <section className="block form" aria-labelledby="export-head">
      <h2 id="export-head">{t('export_head')}</h2>
      <p className="soft">{t('export_what')}</p>
      {format !== undefined && (
        <Select
          label={t('export_format')}
          value={format}
          onChange={setFormat}
          options={formats.map(({ id }) => ({ value: id, label: t(`export_format_${id}` as WordKey) }))}
        />
      )}
      <fieldset className="ticks">
        <legend className="field-label">{t('export_columns')}</legend>
        {fields.map((field) => (
          <label key={field} className="tick">
            <input type="checkbox" checked={chosen.includes(field)} onChange={() => toggle(field)} />
            {fieldName(field)}
          </label>
        ))}
      </fieldset>
      <p className="actions">
        <Button look="word" disabled={chosen.length === fields.length} onClick={() => setChosen(fields)}>
          {t('export_all')}
        </Button>
        <Button look="word" disabled={chosen.length === 0} onClick={() => setChosen([])}>
          {t('export_none')}
        </Button>
      </p>
      {left.length > 0 && (
        <Notice tone="kunyit" live>
          {t('export_not_carried', { count: left.length, names: listed(left.map(fieldName)) })}
        </Notice>
      )}
      <p>
        <Button
          icon={Download}
          disabled={carried.length === 0 || count === 0}
          onClick={() => format !== undefined && onExport(format, chosen)}
        >
          {t('export_do', { count })}
        </Button>
      </p>
    </section>
  );
}
