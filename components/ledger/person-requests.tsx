import type { RightsRequest } from '@/lib/domain/person.ts';
import { isClosed } from '@/lib/domain/request.ts';
import { requestFile } from '@/lib/domain/request-fold.ts';
import { t } from '@/lib/platform/words.ts';
import { Chip } from '../kit/chip.tsx';
import { writeInstant } from '../kit/instant.tsx';
import { capital } from '../kit/sentence.ts';

interface Props {
  readonly requests: readonly RightsRequest[];
  readonly now: string;
  /** Where a request is worked on. */
  readonly hrefOf: (id: string) => string;
}

/** What the person asked for and still waits for, soonest due first. */
export function OpenRequests({ requests, now, hrefOf }: Props) {
  const open = requests
    .map(requestFile)
    .filter(({ stage }) => !isClosed(stage))
    .toSorted((a, b) => ((a.due?.at ?? '9') < (b.due?.at ?? '9') ? -1 : 1));
  if (open.length === 0) return null;
  return (
    <section className="block" aria-labelledby="asked-head">
      <h2 id="asked-head">{t('asked_head')}</h2>
      <ul className="points">
        {open.map(({ id, type, stage, due, receivedAt }) => (
          <li key={id}>
            <a href={hrefOf(id)}>{capital(t(`request_${type}`))}</a>
            <span className="soft small">
              {t(`request_stage_${stage}`)} · {t('asked_received', { at: writeInstant(receivedAt, 'short') })}
            </span>
            <DueTime {...(due ? { at: due.at } : {})} now={now} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function DueTime({ at, now }: { readonly at?: string; readonly now: string }) {
  if (at === undefined) return <span className="soft small">{t('asked_no_due')}</span>;
  const over = Date.parse(at) < Date.parse(now);
  return (
    <Chip tone={over ? 'bata' : 'kunyit'}>
      {t(over ? 'asked_over' : 'asked_due', { at: writeInstant(at, 'moment') })}
    </Chip>
  );
}
