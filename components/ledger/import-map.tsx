import { type FormEvent, useState } from 'react';
import type { Purpose, SourceType, SubjectRole } from '@/lib/domain/enums.ts';
import type { LawRef } from '@/lib/domain/verdict.ts';
import { t } from '@/lib/platform/words.ts';
import { Button } from '../kit/button.tsx';
import { Notice } from '../kit/notice.tsx';
import { ImportBook } from './import-book.tsx';
import { ImportColumns } from './import-columns.tsx';
import { ImportExcess } from './import-excess.tsx';
import { ImportOrigin, type OriginDraft, originOf, startOrigin } from './import-origin.tsx';

export interface Origin {
  readonly source: SourceType;
  readonly detail?: string;
  readonly collectedAt: string;
  readonly purpose: Purpose;
  readonly role: SubjectRole;
}

/** What a column is taken for, as the mapping of the exchange has it. */
export interface ColumnAs<Field extends string> {
  readonly field: Field | null;
  readonly confidence: number;
  readonly purpose?: Purpose;
  readonly excess?: { readonly kind: string; readonly field?: Field; readonly law: readonly LawRef[] };
}

export interface Column<Field extends string> extends ColumnAs<Field> {
  readonly heading: string;
  /** First cells that hold something. */
  readonly sample: readonly string[];
  readonly filled: boolean;
}

interface Props<Field extends string> {
  /** What was found out about the file: format, encoding, rows. */
  readonly told: readonly string[];
  /** What was passed over or guessed. */
  readonly warned: readonly string[];
  readonly columns: readonly Column<Field>[];
  readonly fields: readonly Field[];
  readonly purposes: readonly Purpose[];
  readonly onMapping: (column: number, as: ColumnAs<Field>) => void;
  readonly asLastTime: boolean;
  readonly onSuggestAnew: () => void;
  readonly book?: {
    readonly sheets: readonly { readonly name: string; readonly hidden: boolean }[];
    readonly sheet: string;
    readonly hiddenParts: boolean;
    /** Hidden rows and columns are read too. */
    readonly hidden: boolean;
  };
  readonly onBook: (sheet: string, hidden: boolean) => void;
  readonly problems: readonly ('name-missing' | 'contact-missing' | 'twice' | 'purpose-missing')[];
  readonly purpose: Purpose;
  readonly onPreview: (origin: Origin) => void;
  readonly onBack: () => void;
}

/** Columns → fields, what is not needed, and what holds for the whole list. */
export function ImportMap<Field extends string>(props: Props<Field>) {
  const { told, warned, columns, fields, purposes, onMapping, problems, onPreview, onBack } = props;
  const [origin, setOrigin] = useState<OriginDraft>(() => startOrigin(props.purpose));
  /** Preview was pressed: only then is a missing origin a fault. */
  const [asked, setAsked] = useState(false);
  const go = (event: FormEvent): void => {
    event.preventDefault();
    setAsked(true);
    const whole = originOf(origin);
    if (problems.length === 0 && whole !== undefined) onPreview(whole);
  };
  const numbered = columns.map((column, index) => ({ column, index }));
  const empty = columns.filter(({ filled }) => !filled).length;
  return (
    <form className="block form" onSubmit={go}>
      <p className="soft">{told.join(' · ')}</p>
      {warned.map((sentence) => (
        <Notice key={sentence} tone="kunyit">
          {sentence}
        </Notice>
      ))}
      {props.book && <ImportBook {...props.book} onBook={props.onBook} />}
      <h2>{t('import_map_head')}</h2>
      {props.asLastTime && (
        <Notice tone="nila" live>
          <p>
            <strong>{t('import_as_last_time')}.</strong> {t('import_as_last_time_hint')}
          </p>
          <Button look="word" onClick={props.onSuggestAnew}>
            {t('import_suggest_anew')}
          </Button>
        </Notice>
      )}
      <ImportColumns
        columns={numbered.filter(({ column }) => column.filled && !column.excess)}
        fields={fields}
        onMapping={onMapping}
      />
      {empty > 0 && <p className="soft small">{t('import_empty_columns', { count: empty })}</p>}
      {problems.map((problem) => (
        <Notice key={problem} tone="kunyit" live>
          {t(PROBLEMS[problem])}
        </Notice>
      ))}
      <ImportExcess
        columns={numbered.filter(({ column }) => column.filled && column.excess)}
        purposes={purposes}
        onMapping={onMapping}
      />
      <h2>{t('import_origin')}</h2>
      <ImportOrigin origin={origin} onOrigin={setOrigin} asked={asked} />
      <p className="soft small">{t('import_evidence_rule')}</p>
      <p className="actions">
        <Button look="safe" type="submit" disabled={problems.length > 0}>
          {t('import_preview')}
        </Button>
        <Button look="word" onClick={onBack}>
          {t('import_other_file')}
        </Button>
      </p>
    </form>
  );
}

const PROBLEMS = {
  'name-missing': 'import_problem_name_missing',
  'contact-missing': 'import_problem_contact_missing',
  twice: 'import_problem_twice',
  'purpose-missing': 'import_problem_purpose_missing',
} as const;
