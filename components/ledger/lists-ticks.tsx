import { t } from '@/lib/platform/words.ts';
import { Disclosure } from '../kit/disclosure.tsx';

interface Props<T extends string> {
  readonly legend: string;
  readonly options: readonly { readonly value: T; readonly label: string; readonly count?: number }[];
  readonly chosen: readonly T[];
  readonly onChange: (chosen: readonly T[]) => void;
}

const SHOWN = 12;

/** Several of several. What is chosen and what is common is in sight; the rest is one click away. */
export function Ticks<T extends string>({ legend, options, chosen, onChange }: Props<T>) {
  // What was chosen once and has nobody any more must still be possible to take out.
  const known = new Set(options.map(({ value }) => value));
  const all = [
    ...options,
    ...chosen.filter((one) => !known.has(one)).map((value) => ({ value, label: value, count: 0 })),
  ];
  if (all.length === 0) return null;
  const first = all.filter(({ value }, at) => at < SHOWN || chosen.includes(value));
  const rest = all.filter((one) => !first.includes(one));
  const toggle = (value: T): void =>
    onChange(chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value]);
  const tick = ({ value, label, count }: (typeof all)[number]) => (
    <label key={value} className="tick">
      <input type="checkbox" checked={chosen.includes(value)} onChange={() => toggle(value)} />
      <span dir="auto">{label}</span>
      {count !== undefined && <span className="soft small numbers">{count}</span>}
    </label>
  );
  return (
    <fieldset className="ticks">
      <legend className="field-label">{legend}</legend>
      {first.map(tick)}
      {rest.length > 0 && (
        <Disclosure summary={t('lists_more_words', { count: rest.length })}>
          <div className="ticks">{rest.map(tick)}</div>
        </Disclosure>
      )}
    </fieldset>
  );
}
