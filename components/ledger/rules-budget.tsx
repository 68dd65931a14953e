import { BUDGET, type Budget } from '@/lib/domain/rule-policy.ts';
import { t } from '@/lib/platform/words.ts';

export interface BudgetView {
  readonly budget?: Budget;
  readonly team: boolean;
}

/** How often a message may be held. What it costs is said beside it. */
export function RulesBudget({
  budget: { budget, team },
  onBudget,
}: {
  readonly budget: BudgetView;
  readonly onBudget: (on: boolean) => void;
}) {
  const { holds, sends, perDay } = budget ?? BUDGET;
  return (
    <section className="block" aria-label={t('rules_budget')}>
      <h2>{t('rules_budget')}</h2>
      {team && <p>{t('rules_by_team')}</p>}
      <label className="tick">
        <input
          type="checkbox"
          checked={budget !== undefined}
          disabled={team}
          onChange={() => onBudget(budget === undefined)}
        />
        <span>{t('rules_budget_tick', { holds, sends, perDay })}</span>
      </label>
      <p className="soft small">{t('rules_budget_what')}</p>
    </section>
  );
}
