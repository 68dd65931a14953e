import { PURPOSES } from '@/lib/domain/enums.ts';
import { holds } from '@/lib/domain/verdict.ts';
import { t } from '@/lib/platform/words.ts';
import { Seal, type SealState } from '../kit/seal.tsx';
import { Select } from '../kit/select.tsx';
import { capital } from '../kit/sentence.ts';
import type { Stage, WarningActs, WarningView } from './view.ts';

export function Head({
  view,
  acts,
  titleId,
}: {
  readonly view: WarningView;
  readonly acts: WarningActs;
  readonly titleId: string;
}) {
  return (
    <header className="warning-head">
      <h1 id={titleId}>
        <Seal state={sealOf(view)} count={view.stage === 'looking' ? view.findings.length : 0} size={26} silent />
        {t(TITLES[view.stage])}
      </h1>
      <div className="warning-about">
        <span className="soft">{capital(t(`channel_${view.draft.channel}`))} ·</span>
        <Select
          inline
          hideLabel
          label={t('warning_purpose')}
          value={view.purpose}
          disabled={view.stage === 'released'}
          options={PURPOSES.map((value) => ({ value, label: t(`purpose_${value}`) }))}
          onChange={acts.purpose}
        />
      </div>
    </header>
  );
}

const TITLES = {
  waiting: 'warning_title_asking',
  reading: 'warning_title_reading',
  asking: 'warning_title_asking',
  unreachable: 'warning_title_unreachable',
  holding: 'warning_title_held',
  clear: 'warning_title_clear',
  looking: 'warning_title_look',
  released: 'warning_title_released',
} as const satisfies Record<Stage, string>;

function sealOf({ stage, findings }: WarningView): SealState {
  if (stage === 'holding') return 'held';
  if (stage === 'unreachable') return 'unread';
  if (stage === 'looking')
    return lookSeal(
      findings.some((each) => holds(each.tier)),
      findings.length,
    );
  return stage === 'asking' || stage === 'waiting' || stage === 'reading' ? 'quiet' : 'clear';
}

const lookSeal = (held: boolean, count: number): SealState => (held ? 'held' : count > 0 ? 'said' : 'clear');
