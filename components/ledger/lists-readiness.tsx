import type { SavedList } from '@/lib/domain/saved-list.ts';
import { PLACES, type Readiness } from '@/lib/domain/segment.ts';
import { t } from '@/lib/platform/words.ts';
import { capital } from '../kit/sentence.ts';
import { Table } from '../kit/table.tsx';

interface Props {
  readonly list: Pick<SavedList, 'purpose' | 'channel'>;
  readonly found: Readiness;
  readonly nameOf: (id: string) => string;
}

/** Best first, as one reads: who may be written to, and then what stands in the way of the others. */
const ORDER = PLACES.toReversed();
const NAMED = 5;
const WIDE = 600;
const HIGH = 28;

/** The list as one bar, and the same as a table. */
export function ReadinessView({ list, found, nameOf }: Props) {
  const { total, places } = found;
  if (total === 0) return <p className="soft">{t('lists_ready_none')}</p>;
  const sum = t('lists_ready_sum', {
    ready: places.ready.length,
    total,
    channel: t(`channel_${list.channel}`),
    purpose: t(`purpose_${list.purpose}`),
  });
  const rows = ORDER.filter((place) => places[place].length > 0);
  return (
    <>
      <p role="status">{sum}</p>
      <Bar places={places} total={total} label={sum} />
      <Table
        caption={sum}
        rows={rows}
        rowKey={(place) => place}
        columns={[
          {
            id: 'place',
            head: t('lists_place'),
            cell: (place) => (
              <span className="ready-place">
                <svg className={`ready-${place}`} width={14} height={14} viewBox="0 0 14 14" aria-hidden="true">
                  <rect width={14} height={14} rx={3} />
                </svg>
                {capital(t(`lists_place_${place}`))}
              </span>
            ),
          },
          { id: 'count', head: t('lists_count'), numeric: true, cell: (place) => places[place].length },
          { id: 'who', head: t('lists_who'), cell: (place) => <Names ids={places[place]} nameOf={nameOf} /> },
        ]}
      />
    </>
  );
}

function Bar({ places, total, label }: Pick<Readiness, 'places' | 'total'> & { readonly label: string }) {
  let from = 0;
  const parts = ORDER.flatMap((place) => {
    const count = places[place].length;
    if (count === 0) return [];
    const wide = (count / total) * WIDE;
    const part = { place, count, from, wide };
    from += wide;
    return [part];
  });
  return (
    <svg className="ready-bar" viewBox={`0 0 ${WIDE} ${HIGH}`} role="img" aria-label={label}>
      {parts.map((part) => (
        <g key={part.place} className={`ready-${part.place}`}>
          {/* A gap of two, so that parts are told apart without their colours. */}
          <rect x={part.from} width={Math.max(part.wide - 2, 1)} height={HIGH} rx={4} />
          {part.wide > 24 && (
            <text x={part.from + part.wide / 2} y={HIGH / 2} textAnchor="middle" dominantBaseline="central">
              {part.count}
            </text>
          )}
        </g>
      ))}
    </svg>
  );
}

function Names({ ids, nameOf }: { readonly ids: readonly string[]; readonly nameOf: (id: string) => string }) {
  const rest = ids.length - NAMED;
  return (
    <>
      {ids.slice(0, NAMED).map((id, at) => (
        <span key={id}>
          {at > 0 && ', '}
          <a href={`#/people/${id}`} dir="auto">
            {nameOf(id)}
          </a>
        </span>
      ))}
      {rest > 0 && <span className="soft"> {t('lists_and_more', { count: rest })}</span>}
    </>
  );
}
