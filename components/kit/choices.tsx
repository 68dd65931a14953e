import { type ReactNode, useId } from 'react';
import { classNames } from './class-names.ts';

interface Choice<T extends string> {
  readonly value: T;
  readonly label: string;
  readonly hint?: string;
}

interface Props<T extends string> {
  readonly legend: string;
  readonly hideLegend?: boolean;
  readonly choices: readonly Choice<T>[];
  readonly value: T | undefined;
  readonly onChange: (value: T) => void;
  /** What the chosen one unfolds, right below it. */
  readonly below?: (value: T) => ReactNode;
}

/** One of several, all in sight. */
export function Choices<T extends string>({
  legend,
  hideLegend,
  choices,
  value,
  onChange,
  below,
}: Props<T>): ReactNode {
  const name = useId();
  return (
    <fieldset className="choices">
      <legend className={classNames('field-label', hideLegend && 'told')}>{legend}</legend>
      {choices.map((choice) => (
        <div key={choice.value} className="choice">
          <label className="choice-line">
            <input type="radio" name={name} checked={choice.value === value} onChange={() => onChange(choice.value)} />
            <span>
              {choice.label}
              {choice.hint && <span className="choice-hint">{choice.hint}</span>}
            </span>
          </label>
          {choice.value === value && below?.(choice.value)}
        </div>
      ))}
    </fieldset>
  );
}
