import { t } from '@/lib/platform/words.ts';
import { Button } from '../kit/button.tsx';

interface Props {
  readonly label: string;
  readonly done: number;
  /** 0: not known yet. */
  readonly total: number;
  /** Milliseconds that it will still take (`timeLeft`); undefined: too early to say. */
  readonly left?: number | undefined;
  readonly onCancel: () => void;
}

/** Long work: how far, how long still, and the way out. */
export function Progress({ label, done, total, left, onCancel }: Props) {
  return (
    <section className="block form" aria-busy="true">
      <p role="status">{label}</p>
      <progress {...(total > 0 ? { max: total, value: done } : {})} aria-label={label} />
      <p className="soft small numbers">
        {total > 0 ? t('progress_of', { done, total }) : done > 0 ? t('progress_so_far', { count: done }) : ''}
        {left !== undefined && ` · ${saidLeft(left)}`}
      </p>
      <p>
        <Button onClick={onCancel}>{t('kit_cancel')}</Button>
      </p>
    </section>
  );
}

function saidLeft(left: number): string {
  const seconds = Math.ceil(left / 1_000);
  return seconds < 90
    ? t('progress_left', { count: Math.max(seconds, 1) })
    : t('progress_left_minutes', { count: Math.round(seconds / 60) });
}
