import type { Channel, OverrideReason, Tier } from '@/lib/domain/enums.ts';
import { isWord, t, words } from '@/lib/platform/words.ts';
import { Button } from '../kit/button.tsx';
import { EmptyState } from '../kit/empty-state.tsx';
import { writeInstant } from '../kit/instant.tsx';
import { Notice } from '../kit/notice.tsx';
import { capital } from '../kit/sentence.ts';
import { Table } from '../kit/table.tsx';

interface ActivityLine {
  readonly seq: number;
  readonly at: string;
  readonly kind: string;
  readonly rules: readonly string[];
  readonly tier?: Tier;
  readonly people: readonly string[];
  readonly surface?: string;
  readonly channel?: Channel;
  readonly reason?: OverrideReason;
  readonly note?: string;
  readonly count?: number;
  readonly batch?: string;
}

interface Props {
  readonly lines: readonly ActivityLine[];
  readonly names: ReadonlyMap<string, string>;
  /** Undefined while it is being checked. */
  readonly chain: 'intact' | { readonly seq: number; readonly why: 'changed' | 'missing' | 'cut' } | undefined;
  readonly more: boolean;
  readonly onMore: () => void;
  /** Takes an import back as a whole. */
  readonly onUndo: (batch: string) => void;
}

/** What was held, mended and sent anyway, on this device. No word of any message. */
export function ActivityPage({ lines, names, chain, more, onMore, onUndo }: Props) {
  // An undo is newer than what it undoes, so it stands in the same list.
  const undone = new Set(lines.flatMap(({ kind, batch }) => (kind === 'undo' && batch ? [batch] : [])));
  return (
    <div className="page">
      <h1>{t('room_activity')}</h1>
      <p className="soft">{t('activity_what')}</p>
      {chain === 'intact' && lines.length > 0 && <Notice tone="daun">{t('activity_intact')}</Notice>}
      {typeof chain === 'object' && (
        <Notice tone="bata" live>
          {t(`activity_broken_${chain.why}`, { seq: chain.seq })}
        </Notice>
      )}
      {lines.length === 0 ? (
        <EmptyState sentence={t('activity_none')} />
      ) : (
        <Table
          caption={t('room_activity')}
          rows={lines}
          rowKey={({ seq }) => String(seq)}
          columns={[
            { id: 'at', head: t('activity_at'), cell: ({ at }) => writeInstant(at, 'moment') },
            { id: 'kind', head: t('activity_kind'), cell: (line) => kindWords(line) },
            { id: 'rules', head: t('activity_rules'), cell: ({ rules }) => rules.map(ruleName).join(', ') },
            { id: 'people', head: t('activity_people'), cell: ({ people }) => peopleWords(people, names) },
            {
              id: 'where',
              head: t('activity_where'),
              cell: ({ surface, channel }) => [surface, channel && t(`channel_${channel}`)].filter(Boolean).join(' · '),
            },
            {
              id: 'why',
              head: t('activity_why'),
              cell: ({ kind, reason, note, batch }) =>
                kind === 'import' && batch && !undone.has(batch) ? (
                  <Button look="word" onClick={() => onUndo(batch)}>
                    {t('import_undo')}
                  </Button>
                ) : (
                  [reason && t(`reason_${reason}`), note].filter(Boolean).join(' · ')
                ),
            },
          ]}
        />
      )}
      {more && (
        <p>
          <Button onClick={onMore}>{t('activity_more')}</Button>
        </p>
      )}
    </div>
  );
}

const kindWords = ({ kind, tier, count }: ActivityLine): string => {
  const key = `activity_kind_${kind.replaceAll('-', '_')}`;
  const head = isWord(key) ? words(key, { count: count ?? 0 }) : kind;
  return [capital(head), tier && t(`tier_${tier}`), count !== undefined && t('people_count', { count })]
    .filter(Boolean)
    .join(' · ');
};

const ruleName = (rule: string): string => {
  const key = `rule_${rule}_name`;
  return isWord(key) ? words(key) : rule;
};

const peopleWords = (people: readonly string[], names: ReadonlyMap<string, string>): string => {
  const shown = people.slice(0, 3).map((id) => names.get(id) ?? t('activity_gone'));
  const rest = people.length - shown.length;
  return [...shown, ...(rest > 0 ? [t('activity_others', { count: rest })] : [])].join(', ');
};
