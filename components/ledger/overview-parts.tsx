import { DUE, type ListAge, type Overview } from '@/lib/domain/overview.ts';
import { t } from '@/lib/platform/words.ts';
import { BarChart } from '../kit/chart-bars.tsx';
import { ColumnChart } from '../kit/chart-columns.tsx';
import type { ChartTone } from '../kit/chart-parts.ts';
import { monthName } from './overview-months.ts';
import { OverviewPart } from './overview-part.tsx';
import { OverviewTable } from './overview-table.tsx';

const n = (count: number): string => t('backup_number', { count });

export function ExpiringPart({ expiring, expired }: Pick<Overview, 'expiring' | 'expired'>) {
  const [now] = expiring;
  const all = expiring.reduce((sum, { count }) => sum + count, 0);
  return (
    <OverviewPart
      question={t('overview_expiring')}
      answer={`${t('overview_expiring_answer', { count: now?.count ?? 0, all })} ${t('overview_expired', { count: expired })}`}
    >
      {all > 0 && (
        <>
          <ColumnChart
            label={t('overview_expiring')}
            columns={expiring.map(({ month, count }, index) => ({
              id: month,
              label: monthName(month, 'short'),
              parts: [
                { id: 'all', label: '', tone: index === 0 ? ('kunyit' as const) : ('nila' as const), value: count },
              ],
            }))}
          />
          <OverviewTable
            caption={t('overview_table', { of: t('overview_expiring') })}
            rows={expiring}
            rowKey={({ month }) => month}
            columns={[
              { id: 'month', head: t('overview_month'), cell: ({ month }) => monthName(month, 'long') },
              { id: 'count', head: t('overview_consents'), numeric: true, cell: ({ count }) => n(count) },
            ]}
          />
        </>
      )}
    </OverviewPart>
  );
}

const DUE_TONE: Readonly<Record<(typeof DUE)[number], ChartTone>> = {
  overdue: 'bata',
  days3: 'kunyit',
  days14: 'nila',
  later: 'plain',
  none: 'plain',
};

export function RequestsPart({ requests }: Pick<Overview, 'requests'>) {
  const open = DUE.reduce((sum, due) => sum + requests[due], 0);
  return (
    <OverviewPart
      question={t('overview_requests')}
      answer={
        open === 0
          ? t('overview_requests_none')
          : t('overview_requests_answer', { count: open, late: requests.overdue })
      }
    >
      {open > 0 && (
        <>
          <BarChart
            label={t('overview_requests')}
            rows={DUE.map((due) => ({
              id: due,
              label: t(`overview_due_${due}`),
              figure: n(requests[due]),
              parts: [{ id: due, label: '', tone: DUE_TONE[due], value: requests[due] }],
            }))}
          />
          <OverviewTable
            caption={t('overview_table', { of: t('overview_requests') })}
            rows={DUE}
            rowKey={(due) => due}
            columns={[
              { id: 'due', head: t('overview_due'), cell: (due) => t(`overview_due_${due}`) },
              { id: 'count', head: t('overview_open'), numeric: true, cell: (due) => n(requests[due]) },
            ]}
          />
        </>
      )}
    </OverviewPart>
  );
}

const SHOWN = 8;

export function ListsPart({ lists }: { readonly lists: readonly ListAge[] }) {
  const stale = lists.reduce((sum, one) => sum + one.stale, 0);
  return (
    <OverviewPart question={t('overview_lists')} answer={t('overview_lists_answer', { count: stale })}>
      {lists.length > 0 && (
        <>
          <BarChart
            share
            label={t('overview_lists')}
            rows={lists.slice(0, SHOWN).map((list) => ({
              id: `list-${nameOf(list)}`,
              label: nameOf(list),
              figure: t('overview_of', { done: list.stale, total: list.people }),
              parts: [
                { id: 'stale', label: t('overview_stale'), tone: 'bata', value: list.stale },
                { id: 'undated', label: t('overview_undated'), tone: 'plain', value: list.undated },
                { id: 'fresh', label: t('overview_fresh'), tone: 'daun', value: list.fresh },
              ],
            }))}
          />
          <OverviewTable
            caption={t('overview_table', { of: t('overview_lists') })}
            rows={lists}
            rowKey={(list) => `list-${nameOf(list)}`}
            columns={[
              { id: 'list', head: t('overview_list'), cell: nameOf },
              { id: 'stale', head: t('overview_stale'), numeric: true, cell: (list) => n(list.stale) },
              { id: 'undated', head: t('overview_undated'), numeric: true, cell: (list) => n(list.undated) },
              { id: 'fresh', head: t('overview_fresh'), numeric: true, cell: (list) => n(list.fresh) },
            ]}
          />
        </>
      )}
    </OverviewPart>
  );
}

const nameOf = ({ group }: ListAge): string => group ?? t('overview_no_list');
