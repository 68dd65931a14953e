import type { Tier } from '@/lib/domain/enums.ts';
import type { Count } from '@/lib/domain/rule-record.ts';
import type { RuleView } from '@/lib/domain/rule-view.ts';
import type { Phrase } from '@/lib/domain/verdict.ts';
import { t } from '@/lib/platform/words.ts';
import { BarChart } from '../kit/chart-bars.tsx';
import type { ChartTone } from '../kit/chart-parts.ts';
import { capital } from '../kit/sentence.ts';
import { Table } from '../kit/table.tsx';
import { Wrong } from '../kit/wrong.tsx';
import { type BudgetView, RulesBudget } from './rules-budget.tsx';
import { ruleName } from './rules-name.ts';
import { RuleTier } from './rules-tier.tsx';
import { RulesTrial, type TrialView } from './rules-trial.tsx';
import './rules.css';

export interface RulesActs {
  /** Undefined: as the catalogue gives it. */
  readonly onTier: (rule: string, tier: Tier | undefined) => void;
  readonly onPutBack: (rule: string) => void;
  readonly onTrial: (on: boolean) => void;
  readonly onBudget: (on: boolean) => void;
}

interface Props extends RulesActs {
  readonly rules: readonly RuleView[];
  readonly trial?: TrialView;
  readonly budget: BudgetView;
  readonly wrong?: Phrase;
}

const DRAWN = ['mended', 'overridden', 'notUseful', 'wrong'] as const satisfies readonly Count[];
const TONES: Readonly<Record<(typeof DRAWN)[number], ChartTone>> = {
  mended: 'daun',
  overridden: 'plain',
  notUseful: 'kunyit',
  wrong: 'bata',
};
const SHOWN = ['shown', ...DRAWN] as const satisfies readonly Count[];

/** What each rule has done here: figures alone, and how loud it is by them. */
export function RulesPage({ rules, trial, budget, wrong, ...acts }: Props) {
  const spoken = rules.filter(({ counts }) => counts.shown > 0);
  return (
    <div className="page rules">
      <p>
        <a href="#/settings">{t('room_settings')}</a>
      </p>
      <h1>{t('rules_head')}</h1>
      <p className="soft">{t('rules_what')}</p>
      <Wrong phrase={wrong} />
      <RulesTrial trial={trial} onTrial={acts.onTrial} />
      <RulesBudget budget={budget} onBudget={acts.onBudget} />
      <section className="block" aria-label={t('rules_record')}>
        <h2>{t('rules_record')}</h2>
        {spoken.length === 0 ? (
          <p className="soft">{t('rules_none')}</p>
        ) : (
          <BarChart
            label={t('rules_record')}
            rows={spoken.slice(0, 12).map(({ id, counts }) => ({
              id,
              label: ruleName(id),
              figure: t('backup_number', { count: counts.shown }),
              parts: DRAWN.map((kind) => ({
                id: kind,
                label: capital(t(`rules_${kind}`)),
                tone: TONES[kind],
                value: counts[kind],
              })),
            }))}
          />
        )}
        <Table
          caption={t('rules_table')}
          rows={rules}
          rowKey={({ id }) => id}
          columns={[
            { id: 'rule', head: t('rules_rule'), cell: ({ id }) => ruleName(id) },
            {
              id: 'tier',
              head: t('rules_tier'),
              cell: (rule) => <RuleTier rule={rule} name={ruleName(rule.id)} {...acts} />,
            },
            ...SHOWN.map((kind) => ({
              id: kind,
              head: capital(t(`rules_${kind}`)),
              numeric: true,
              cell: ({ counts }: RuleView) => t('backup_number', { count: counts[kind] }),
            })),
          ]}
        />
        <p className="soft small">{t('rules_how')}</p>
      </section>
    </div>
  );
}
