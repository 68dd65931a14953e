import { t } from '@/lib/platform/words.ts';
import { Button } from '../kit/button.tsx';
import { Notice } from '../kit/notice.tsx';
import { Table } from '../kit/table.tsx';

const KINDS = ['new', 'changed', 'same', 'conflict', 'erased-here', 'erased-there'] as const;
type Counts = Readonly<Record<(typeof KINDS)[number], number>>;

export interface PreviewView {
  readonly people: Counts;
  readonly others: Counts;
  readonly ops: number;
  readonly log: number;
  readonly unreadable: number;
  readonly sameDevice: boolean;
  readonly conflicts: readonly string[];
}

interface Props {
  readonly preview: PreviewView;
  readonly onMerge: () => void;
  readonly onBack: () => void;
}

/** What a file would bring, before anything is written. */
export function BackupPreview({ preview, onMerge, onBack }: Props) {
  const { people, others, conflicts } = preview;
  const brings = KINDS.some((kind) => kind !== 'same' && kind !== 'erased-here' && people[kind] + others[kind] > 0);
  return (
    <div className="form">
      <Table
        caption={t('restore_preview')}
        showCaption
        rows={KINDS.filter((kind) => !kind.startsWith('erased') || people[kind] > 0)}
        rowKey={(kind) => kind}
        columns={[
          { id: 'kind', head: t('restore_kind'), cell: (kind) => t(`restore_is_${underscored(kind)}`) },
          { id: 'people', head: t('restore_people'), numeric: true, cell: (kind) => number(people[kind]) },
          { id: 'others', head: t('restore_others'), numeric: true, cell: (kind) => number(others[kind]) },
        ]}
      />
      {conflicts.length > 0 && (
        <Notice tone="nila">
          <p>{t('restore_conflict_what')}</p>
          <p>{conflicts.join(', ')}</p>
        </Notice>
      )}
      {people['erased-there'] > 0 && (
        <Notice tone="kunyit">{t('restore_erases', { count: people['erased-there'] })}</Notice>
      )}
      {!preview.sameDevice && <Notice tone="nila">{t('restore_other_device')}</Notice>}
      {preview.unreadable > 0 && (
        <Notice tone="kunyit">{t('restore_unreadable', { count: preview.unreadable })}</Notice>
      )}
      {!brings && <Notice tone="daun">{t('restore_nothing')}</Notice>}
      <p className="actions">
        {brings && (
          <Button look="safe" onClick={onMerge}>
            {t('restore_merge')}
          </Button>
        )}
        <Button look={brings ? 'word' : 'plain'} onClick={onBack}>
          {t(brings ? 'restore_back' : 'restore_another')}
        </Button>
      </p>
    </div>
  );
}

const number = (value: number): string => t('backup_number', { count: value });
const underscored = (kind: (typeof KINDS)[number]) => kind.replace('-', '_') as 'new' | 'erased_here';
