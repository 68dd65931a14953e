import type { Tier } from '@/lib/domain/enums.ts';
import type { RuleView } from '@/lib/domain/rule-view.ts';
import { t } from '@/lib/platform/words.ts';
import { Button } from '../kit/button.tsx';
import { writeInstant } from '../kit/instant.tsx';
import { Select } from '../kit/select.tsx';
import { capital } from '../kit/sentence.ts';

interface Props {
  readonly rule: RuleView;
  readonly name: string;
  readonly onTier: (rule: string, tier: Tier | undefined) => void;
  readonly onPutBack: (rule: string) => void;
}

interface Choice {
  readonly value: Tier | 'usual';
  readonly label: string;
}
const optionOf = (tier: Tier): Choice => ({ value: tier, label: t(`tier_${tier}`) });

/** How loud a rule is, why, and what may be done about it. */
export function RuleTier({ rule, name, onTier, onPutBack }: Props) {
  const { id, now, usual, why, falls, choices, settled } = rule;
  const usualOption: Choice = { value: 'usual', label: t('rules_usual') };
  return (
    <div className="rule-tier">
      <strong>{capital(t(`tier_${now}`))}</strong>
      {why !== 'usual' && <span className="soft small">{t(`rules_why_${why}`)}</span>}
      {falls.map((fall) => (
        <span key={fall.from} className="soft small">
          {t('rules_fell', {
            from: t(`tier_${fall.from}`),
            to: t(`tier_${fall.to}`),
            at: writeInstant(fall.at),
            bad: fall.bad,
            of: fall.of,
          })}
        </span>
      ))}
      {falls.length > 0 && (
        <Button look="word" aria-label={t('rules_put_back_of', { rule: name })} onClick={() => onPutBack(id)}>
          {t('rules_put_back')}
        </Button>
      )}
      {choices.length > 0 && (
        <Select
          hideLabel
          inline
          label={t('rules_tier_of', { rule: name })}
          value={settled === undefined || settled === usual ? 'usual' : settled}
          options={[usualOption, ...choices.filter((tier) => tier !== usual).map(optionOf)]}
          onChange={(value) => onTier(id, value === 'usual' ? undefined : value)}
        />
      )}
    </div>
  );
}
