import type { Instant } from '@/lib/domain/person.ts';
import type { TrialStage } from '@/lib/domain/rule-policy.ts';
import { t } from '@/lib/platform/words.ts';
import { Button } from '../kit/button.tsx';
import { writeInstant } from '../kit/instant.tsx';
import { ruleName } from './rules-name.ts';

export interface TrialView {
  readonly stage: TrialStage | 'over';
  readonly from: Instant;
  /** When the rules begin to speak, and when they hold again. */
  readonly speaks: Instant;
  readonly holds: Instant;
  /** The team began it: it is the team's to end. */
  readonly team: boolean;
  /** Messages that went and would have been held, and by which rules; the most frequent first. */
  readonly spared: number;
  readonly byRule: readonly { readonly rule: string; readonly count: number }[];
}

/** Two weeks in which rules are only watched, and what they would have done. */
export function RulesTrial({
  trial,
  onTrial,
}: {
  readonly trial?: TrialView;
  readonly onTrial: (on: boolean) => void;
}) {
  return (
    <section className="block" aria-label={t('rules_trial')}>
      <h2>{t('rules_trial')}</h2>
      {trial ? <Report trial={trial} /> : <p className="soft">{t('rules_trial_what')}</p>}
      {!trial?.team && (
        <p>
          <Button onClick={() => onTrial(!trial)}>{t(trial ? 'rules_trial_end' : 'rules_trial_begin')}</Button>
        </p>
      )}
    </section>
  );
}

function Report({ trial: { stage, from, speaks, holds, team, spared, byRule } }: { readonly trial: TrialView }) {
  const params = { from: writeInstant(from), speaks: writeInstant(speaks), holds: writeInstant(holds) };
  return (
    <>
      {team && <p>{t('rules_by_team')}</p>}
      <p>{t(`rules_trial_${stage}`, params)}</p>
      <p>
        <strong>{t('rules_trial_spared', { count: spared })}</strong>
      </p>
      {byRule.length > 0 && (
        <ul className="said-list">
          {byRule.map(({ rule, count }) => (
            <li key={rule}>{t('rules_trial_rule', { rule: ruleName(rule), count })}</li>
          ))}
        </ul>
      )}
    </>
  );
}
