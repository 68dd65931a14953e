import type { Channel } from '@/lib/domain/enums.ts';
import { t } from '@/lib/platform/words.ts';
import { capital } from '../kit/sentence.ts';

interface Props {
  readonly available: readonly Channel[];
  readonly chosen: readonly Channel[];
  readonly onChange: (channels: readonly Channel[]) => void;
}

/** None ticked means every channel; that is said below. */
export function ChannelTicks({ available, chosen, onChange }: Props) {
  const toggle = (channel: Channel): void =>
    onChange(chosen.includes(channel) ? chosen.filter((one) => one !== channel) : [...chosen, channel]);
  return (
    <fieldset className="ticks">
      <legend className="field-label">{t('consent_channels')}</legend>
      {available.map((channel) => (
        <label key={channel} className="tick">
          <input type="checkbox" checked={chosen.includes(channel)} onChange={() => toggle(channel)} />
          {capital(t(`channel_${channel}`))}
        </label>
      ))}
      {chosen.length === 0 && <p className="field-hint">{t('consent_all_channels')}</p>}
    </fieldset>
  );
}
