import { t } from '@/lib/platform/words.ts';
import { Chip } from '../kit/chip.tsx';
import { Disclosure } from '../kit/disclosure.tsx';
import type { DueView } from './request-view.ts';
import { inZone } from './zones.ts';

/** Until when, whether that is law or our own target, and whether it has passed. */
export function Due({
  due,
  now,
  closed = false,
}: {
  readonly due: DueView;
  readonly now: string;
  readonly closed?: boolean;
}) {
  const late = !closed && Date.parse(due.at) < Date.parse(now);
  return (
    <span className="due">
      <span dir="auto">{inZone(due.at, due.zone)}</span>{' '}
      {due.policy ? <Chip>{t('due_note_policy')}</Chip> : <Chip tone="nila">{due.article}</Chip>}{' '}
      {late && <Chip tone="bata">{t('request_late')}</Chip>}
    </span>
  );
}

/** Every row that applies, with its sentence and what has to be said beside it. */
export function Dues({ dues, now }: { readonly dues: readonly DueView[]; readonly now: string }) {
  return (
    <Disclosure summary={t('request_why_due')}>
      <ul className="small">
        {dues.map((due) => (
          <li key={`${due.article} ${due.at}`}>
            <Due due={due} now={now} closed /> <span dir="auto">{due.sentence}</span>
            {due.notes.length > 0 && <span className="soft"> · {due.notes.join(' · ')}</span>}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
