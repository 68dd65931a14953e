import { Plus } from 'lucide-react';
import { useRef, useState } from 'react';
import { isClosed } from '@/lib/domain/request.ts';
import type { Phrase } from '@/lib/domain/verdict.ts';
import { t } from '@/lib/platform/words.ts';
import { Button } from '../kit/button.tsx';
import { Chip } from '../kit/chip.tsx';
import { Disclosure } from '../kit/disclosure.tsx';
import { EmptyState } from '../kit/empty-state.tsx';
import { writeInstant } from '../kit/instant.tsx';
import { capital } from '../kit/sentence.ts';
import { Table } from '../kit/table.tsx';
import { useReturn } from '../kit/use-return.ts';
import { Due } from './request-due.tsx';
import { RequestForm } from './request-form.tsx';
import type { DueView, ErasureLine, NewRequest, RequestView } from './request-view.ts';
import type { KnownPerson } from './terms.tsx';

interface Props {
  readonly requests: readonly RequestView[];
  readonly erasures: readonly ErasureLine[];
  readonly now: string;
  readonly zones: readonly string[];
  readonly find: (query: string) => Promise<readonly KnownPerson[]>;
  /** When a request would be due. */
  readonly dueOf: (request: Pick<NewRequest, 'type' | 'receivedAt' | 'zone'>) => DueView;
  readonly record: (request: NewRequest) => Promise<Phrase | undefined>;
  readonly onCertificate: (id: string) => void;
}

/** The queue: what is due first stands first. */
export function Requests({ requests, erasures, now, zones, find, dueOf, record, onCertificate }: Props) {
  const [adding, setAdding] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  useReturn(adding, () => opener.current);
  const byDue = requests.toSorted((a, b) => Date.parse(a.due.at) - Date.parse(b.due.at));
  const open = byDue.filter(({ file }) => !isClosed(file.stage));
  const closed = byDue.filter(({ file }) => isClosed(file.stage)).toReversed();
  return (
    <div className="page">
      <h1>{t('room_requests')}</h1>
      <p className="soft">{t('requests_what')}</p>
      {adding ? (
        <RequestForm
          zones={zones}
          now={now}
          find={find}
          dueOf={dueOf}
          record={record}
          onDone={() => setAdding(false)}
        />
      ) : (
        <p>
          <Button ref={opener} icon={Plus} onClick={() => setAdding(true)}>
            {t('requests_add')}
          </Button>
        </p>
      )}
      {open.length === 0 ? (
        <EmptyState sentence={t('requests_none')} />
      ) : (
        <Queue rows={open} now={now} caption={t('requests_open')} />
      )}
      {closed.length > 0 && (
        <Disclosure summary={t('requests_closed', { count: closed.length })}>
          <Queue rows={closed} now={now} caption={t('requests_closed', { count: closed.length })} />
        </Disclosure>
      )}
      {erasures.length > 0 && <Erasures lines={erasures} onCertificate={onCertificate} />}
    </div>
  );
}

interface QueueProps {
  readonly rows: readonly RequestView[];
  readonly now: string;
  readonly caption: string;
}

const Queue = ({ rows, now, caption }: QueueProps) => (
  <Table
    caption={caption}
    rows={rows}
    rowKey={({ file }) => file.id}
    columns={[
      {
        id: 'who',
        head: t('requests_who'),
        cell: ({ personId, name, file }) => (
          <a href={`#/requests/${encodeURIComponent(personId)}/${encodeURIComponent(file.id)}`} dir="auto">
            {name} · {t(`request_${file.type}`)}
          </a>
        ),
      },
      {
        id: 'due',
        head: t('requests_due'),
        cell: ({ due, file }) => <Due due={due} now={now} closed={isClosed(file.stage)} />,
      },
      {
        id: 'stage',
        head: t('requests_stage'),
        cell: ({ file }) => <Chip>{capital(t(`request_stage_${file.stage}`))}</Chip>,
      },
      {
        id: 'next',
        head: t('requests_next'),
        cell: ({ file }) => (isClosed(file.stage) ? '' : capital(t(`request_step_${file.left[0] ?? 'none'}`))),
      },
    ]}
  />
);

const Erasures = ({
  lines,
  onCertificate,
}: {
  readonly lines: readonly ErasureLine[];
  readonly onCertificate: (id: string) => void;
}) => (
  <section className="block" aria-labelledby="erasures-head">
    <h2 id="erasures-head">{t('erasures_head')}</h2>
    <p className="soft small">{t('erasures_what')}</p>
    <ul className="points">
      {lines.map(({ id, at, rows }) => (
        <li key={id}>
          <span>
            {writeInstant(at, 'moment')} · {t('erasures_rows', { count: rows })}
          </span>
          <Button
            look="word"
            onClick={() => onCertificate(id)}
            aria-label={t('erasures_save_one', { at: writeInstant(at, 'moment') })}
          >
            {t('erasures_save')}
          </Button>
        </li>
      ))}
    </ul>
  </section>
);
