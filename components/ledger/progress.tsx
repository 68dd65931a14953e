import { t } from '@/lib/platform/words.ts';
import { Button } from '../kit/button.tsx';

interface Props {
  readonly label: string;
  readonly done: number;
  readonly total: number;
  /** Milliseconds since it began. */
  readonly elapsed: number;
  readonly onCancel: () => void;
}

/** Long work: how far, how long still, and the way out. */
export function Progress({ label, done, total, elapsed, onCancel }: Props) {
  const left = done > 0 && elapsed > 1000 ? Math.ceil(((elapsed / done) * (total - done)) / 1000) : undefined;
  return (
    <section className="block form" aria-busy="true">
      <p role="status">{label}</p>
      <progress max={Math.max(total, 1)} value={done} aria-label={label} />
      <p className="soft small numbers">
        {t('progress_of', { done, total })}
        {left !== undefined && ` · ${t('progress_left', { count: left })}`}
      </p>
      <p>
        <Button onClick={onCancel}>{t('kit_cancel')}</Button>
      </p>
    </section>
  );
}
