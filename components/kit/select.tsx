import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Field } from './field.tsx';

interface Option<T extends string> {
  readonly value: T;
  readonly label: string;
}

interface Props<T extends string> {
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly hint?: string;
  readonly error?: string;
  readonly value: T;
  readonly options: readonly Option<T>[];
  readonly onChange: (value: T) => void;
  /** Without a box, inside a line of text. */
  readonly inline?: boolean;
  readonly disabled?: boolean;
}

/** The browser's own select: it works with every keyboard and screen reader, and is not clipped by our frame. */
export function Select<T extends string>(props: Props<T>): ReactNode {
  const { label, hideLabel, hint, error, value, options, onChange, inline, disabled } = props;
  return (
    <Field label={label} hint={hint} error={error} hideLabel={hideLabel}>
      {(ids) => (
        <span className={classNames('select', inline && 'select-inline')}>
          <select
            {...ids}
            value={value}
            disabled={disabled}
            onChange={(event) => {
              const chosen = options.find((option) => option.value === event.target.value);
              if (chosen) onChange(chosen.value);
            }}
          >
            {options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
          <ChevronDown size={16} strokeWidth={1.75} aria-hidden />
        </span>
      )}
    </Field>
  );
}
