import { t } from '@/lib/platform/words.ts';

interface Props {
  readonly legend: string;
  readonly options: readonly { readonly id: string; readonly name: string }[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

/** Any number of lists, or of members. */
export function TeamTicks({ legend, options, chosen, onChange }: Props) {
  return (
    <fieldset className="ticks">
      <legend className="field-label">{legend}</legend>
      {options.length === 0 && <span className="soft small">{t('team_none')}</span>}
      {options.map(({ id, name }) => (
        <label key={id} className="tick">
          <input
            type="checkbox"
            checked={chosen.includes(id)}
            onChange={({ target }) => onChange(target.checked ? [...chosen, id] : chosen.filter((one) => one !== id))}
          />
          <span dir="auto">{name}</span>
        </label>
      ))}
    </fieldset>
  );
}
