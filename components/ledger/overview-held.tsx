import { type ActivityOverview, OUTCOMES, type Outcome } from '@/lib/domain/overview-activity.ts';
import { isWord, t, words } from '@/lib/platform/words.ts';
import { BarChart } from '../kit/chart-bars.tsx';
import { ColumnChart } from '../kit/chart-columns.tsx';
import type { ChartTone } from '../kit/chart-parts.ts';
import { capital } from '../kit/sentence.ts';
import { monthName } from './overview-months.ts';
import { OverviewPart } from './overview-part.tsx';
import { OverviewTable } from './overview-table.tsx';

const DRAWN = ['fixed', 'override', 'back'] as const satisfies readonly Outcome[];
const TONES: Readonly<Record<(typeof DRAWN)[number], ChartTone>> = { fixed: 'daun', override: 'bata', back: 'plain' };

/** A hold ends in one of the three that are drawn; it is counted beside them, not among them. */
export function HeldPart({ activity, month }: { readonly activity: ActivityOverview; readonly month: string }) {
  const { months, rules } = activity;
  const own = months.find((one) => one.month === month);
  const partsOf = (of: Readonly<Record<(typeof DRAWN)[number], number>>) =>
    DRAWN.map((id) => ({ id, label: capital(t(`overview_${id}`)), tone: TONES[id], value: of[id] }));
  const name = monthName(month, 'long');
  if (months.every((one) => OUTCOMES.every((id) => one[id] === 0)))
    return <OverviewPart question={t('overview_held')} answer={t('overview_held_none')} />;
  return (
    <OverviewPart
      question={t('overview_held')}
      answer={t('overview_held_answer', {
        month: name,
        count: own?.held ?? 0,
        fixed: own?.fixed ?? 0,
        override: own?.override ?? 0,
      })}
    >
      <ColumnChart
        label={t('overview_held')}
        columns={months.map((one) => ({ id: one.month, label: monthName(one.month, 'short'), parts: partsOf(one) }))}
      />
      <OverviewTable
        caption={t('overview_table', { of: t('overview_held') })}
        rows={months}
        rowKey={(one) => one.month}
        columns={[
          { id: 'month', head: t('overview_month'), cell: (one) => monthName(one.month, 'long') },
          ...OUTCOMES.map((id) => ({
            id,
            head: capital(t(id === 'held' ? 'overview_held_word' : `overview_${id}`)),
            numeric: true,
            cell: (one: (typeof months)[number]) => t('backup_number', { count: one[id] }),
          })),
        ]}
      />
      {rules.length > 0 && (
        <>
          <h3>{t('overview_rules', { month: name })}</h3>
          <BarChart
            label={t('overview_rules', { month: name })}
            rows={rules.map((row) => ({
              id: row.rule,
              label: ruleName(row.rule),
              figure: t('backup_number', { count: row.fixed + row.override + row.back }),
              parts: partsOf(row),
            }))}
          />
          <OverviewTable
            caption={t('overview_table', { of: t('overview_rules', { month: name }) })}
            rows={rules}
            rowKey={({ rule }) => rule}
            columns={[
              { id: 'rule', head: t('overview_rule'), cell: ({ rule }) => ruleName(rule) },
              ...DRAWN.map((id) => ({
                id,
                head: capital(t(`overview_${id}`)),
                numeric: true,
                cell: (row: (typeof rules)[number]) => t('backup_number', { count: row[id] }),
              })),
            ]}
          />
        </>
      )}
    </OverviewPart>
  );
}

const ruleName = (rule: string): string => {
  const key = `rule_${rule}_name`;
  return isWord(key) ? capital(words(key)) : rule;
};
