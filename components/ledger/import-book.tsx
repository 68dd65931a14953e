import { t } from '@/lib/platform/words.ts';
import { Select } from '../kit/select.tsx';

interface Props {
  readonly sheets: readonly { readonly name: string; readonly hidden: boolean }[];
  readonly sheet: string;
  readonly hiddenParts: boolean;
  readonly hidden: boolean;
  readonly onBook: (sheet: string, hidden: boolean) => void;
}

/** Which sheet of a workbook is read. What is hidden is read only when somebody says so. */
export function ImportBook({ sheets, sheet, hiddenParts, hidden, onBook }: Props) {
  if (sheets.length < 2 && !hiddenParts) return null;
  return (
    <div className="form-grid">
      {sheets.length > 1 && (
        <Select
          label={t('import_sheet')}
          value={sheet}
          options={sheets.map(({ name, hidden: away }) => ({
            value: name,
            label: away ? t('import_sheet_hidden', { sheet: name }) : name,
          }))}
          onChange={(name) => onBook(name, false)}
        />
      )}
      {hiddenParts && (
        <label className="tick">
          <input type="checkbox" checked={hidden} onChange={(event) => onBook(sheet, event.target.checked)} />
          {t('import_hidden_too')}
        </label>
      )}
    </div>
  );
}
