import { Download } from 'lucide-react';
import { useState } from 'react';
import { t, type WordKey } from '@/lib/platform/words.ts';
import { Button } from '../kit/button.tsx';

interface Props<Field extends string> {
  readonly fields: readonly Field[];
  readonly initial: readonly Field[];
  readonly count: number;
  readonly onExport: (fields: readonly Field[]) => void;
}

/** People → CSV, with the columns that are needed and no more. */
export function ExportPeople<Field extends string>({ fields, initial, count, onExport }: Props<Field>) {
  const [chosen, setChosen] = useState<readonly Field[]>(initial);
  const toggle = (field: Field): void =>
    setChosen(fields.filter((one) => (one === field ? !chosen.includes(one) : chosen.includes(one))));
  return (
    <section className="block form" aria-labelledby="export-head">
      <h2 id="export-head">{t('export_head')}</h2>
      <p className="soft">{t('export_what')}</p>
      <fieldset className="ticks">
        <legend className="field-label">{t('export_columns')}</legend>
        {fields.map((field) => (
          <label key={field} className="tick">
            <input type="checkbox" checked={chosen.includes(field)} onChange={() => toggle(field)} />
            {t(`import_field_${field}` as WordKey)}
          </label>
        ))}
      </fieldset>
      <p>
        <Button icon={Download} disabled={chosen.length === 0 || count === 0} onClick={() => onExport(chosen)}>
          {t('export_do', { count })}
        </Button>
      </p>
    </section>
  );
}
