import { type InputHTMLAttributes, type ReactNode, type Ref, type TextareaHTMLAttributes, useId } from 'react';
import { t } from '@/lib/platform/words.ts';
import { classNames } from './class-names.ts';

interface FieldProps {
  readonly label: string;
  readonly hint?: string;
  /** What is wrong and what to do; told at once. */
  readonly error?: string;
  readonly hideLabel?: boolean;
}

/** Else the browser writes what stands in a field to its own session files, in clear: names, words, people who were erased. */
const UNKEPT = 'off';

interface Ids {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

/** A label, a control, and what is said about it. The control takes the ids that it is given. */
export function Field({
  label,
  hint,
  error,
  hideLabel,
  children,
}: FieldProps & { readonly children: (ids: Ids) => ReactNode }) {
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className="field">
      <label htmlFor={id} className={classNames('field-label', hideLabel && 'told')}>
        {label}
      </label>
      {children({ id, 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined })}
      {hint && (
        <p id={`${id}-hint`} className="field-hint">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="field-error" role="alert">
          {error}
        </p>
      )}
    </div>
  );
}

type InputProps = FieldProps &
  Omit<InputHTMLAttributes<HTMLInputElement>, 'id'> & { readonly ref?: Ref<HTMLInputElement> };

export function TextField({ label, hint, error, hideLabel, className, ...input }: InputProps) {
  return (
    <Field label={label} hint={hint} error={error} hideLabel={hideLabel}>
      {(ids) => (
        <input dir="auto" autoComplete={UNKEPT} {...input} {...ids} className={classNames('input', className)} />
      )}
    </Field>
  );
}

type AreaProps = FieldProps &
  Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'id'> & { readonly ref?: Ref<HTMLTextAreaElement> };

/** With `maxLength` it says how much is left. */
export function TextArea({ label, hint, error, hideLabel, className, ...area }: AreaProps) {
  const { maxLength, value } = area;
  const used = typeof value === 'string' ? value.length : 0;
  const left = maxLength === undefined ? undefined : t('kit_left', { count: used, max: maxLength });
  return (
    <Field
      label={label}
      hint={[hint, left].filter(Boolean).join(' · ') || undefined}
      error={error}
      hideLabel={hideLabel}
    >
      {(ids) => (
        <textarea
          dir="auto"
          rows={3}
          autoComplete={UNKEPT}
          {...area}
          {...ids}
          className={classNames('input', className)}
        />
      )}
    </Field>
  );
}
