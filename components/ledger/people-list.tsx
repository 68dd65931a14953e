import { Plus } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import type { Purpose } from '@/lib/domain/enums.ts';
import type { PersonState } from '@/lib/domain/person.ts';
import { t } from '@/lib/platform/words.ts';
import { StateWord } from '../kit/chip.tsx';
import { TextField } from '../kit/field.tsx';
import { standingOf } from './standing.ts';
import { useLongList } from './use-long-list.ts';

interface Props {
  readonly query: string;
  readonly onQuery: (query: string) => void;
  /** Of all that match, as far as they were counted. */
  readonly total: number;
  readonly counting?: boolean;
  /** Rows that are here already, by their place in the list. */
  readonly rows: ReadonlyMap<number, PersonState>;
  /** Rows in sight, so that they can be fetched. */
  readonly onRange: (first: number, last: number) => void;
  readonly current?: string;
  readonly purpose: Purpose;
  readonly now: string;
  readonly damaged: number;
  readonly empty: ReactNode;
  /** Whose people these are, where there is a choice. */
  readonly whose?: ReactNode;
  readonly hrefOf?: (id: string) => string;
  /** Null: nobody can be added here. */
  readonly addHref?: string | null;
}

const ROW = 60;

export function PeopleList(props: Props) {
  const { query, onQuery, total, counting = false, rows, onRange, current, purpose, now, damaged, empty } = props;
  const { whose, hrefOf = ownHref, addHref = '#/people/new' } = props;
  return (
    <section className="people-list" aria-label={t('room_people')} onKeyDown={walk}>
      <div className="people-find">
        {whose}
        <TextField
          label={t('people_find')}
          type="search"
          value={query}
          placeholder={t('people_find_hint')}
          onChange={(event) => onQuery(event.target.value)}
        />
        {addHref !== null && (
          <a className="button button-plain" href={addHref}>
            <Plus size={16} strokeWidth={1.75} aria-hidden />
            {t('people_add')}
          </a>
        )}
      </div>
      <p className="soft small people-count" role="status">
        {t(counting ? 'people_counting' : 'people_count', { count: total })}
        {damaged > 0 && ` · ${t('people_damaged', { count: damaged })}`}
      </p>
      {total === 0 ? (
        empty
      ) : (
        <Rows
          total={total}
          rows={rows}
          onRange={onRange}
          current={current}
          purpose={purpose}
          now={now}
          hrefOf={hrefOf}
        />
      )}
    </section>
  );
}

const ownHref = (id: string): string => `#/people/${id}`;

/** From the search down into the list, and up again; what scrolls into sight is drawn by then. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const down = event.key === 'ArrowDown';
  if ((!down && event.key !== 'ArrowUp') || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const list = event.currentTarget;
  const stops: readonly (Element | null)[] = [
    ...list.querySelectorAll<HTMLElement>('.people-find input'),
    ...list.querySelectorAll<HTMLElement>('a.people-row'),
  ];
  const at = stops.indexOf(document.activeElement);
  const next = at < 0 ? undefined : stops[at + (down ? 1 : -1)];
  if (!(next instanceof HTMLElement)) return;
  event.preventDefault();
  next.focus();
}

type RowsProps = Pick<Props, 'total' | 'rows' | 'onRange' | 'current' | 'purpose' | 'now'> & {
  readonly hrefOf: (id: string) => string;
};

function Rows({ total, rows, onRange, current, purpose, now, hrefOf }: RowsProps) {
  const scroller = useRef<HTMLElement>(null);
  const { height, items } = useLongList(scroller, total, ROW);
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => onRange(first, last), [first, last, onRange]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section className="people-rows" ref={scroller} tabIndex={0} aria-label={t('people_rows')}>
      <ul style={{ blockSize: height }}>
        {items.map(({ index, start }) => (
          <li
            key={index}
            style={{ transform: `translateY(${start}px)`, blockSize: ROW }}
            aria-setsize={total}
            aria-posinset={index + 1}
          >
            <PersonRow state={rows.get(index)} current={current} purpose={purpose} now={now} hrefOf={hrefOf} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function PersonRow({
  state,
  current,
  purpose,
  now,
  hrefOf,
}: { readonly state: PersonState | undefined } & Pick<RowsProps, 'current' | 'purpose' | 'now' | 'hrefOf'>) {
  if (state === undefined) return <span className="people-row soft">…</span>;
  const { person, points } = state;
  return (
    <a className="people-row" href={hrefOf(person.id)} aria-current={person.id === current ? 'true' : undefined}>
      <span className="people-name" dir="auto">
        {person.name}
      </span>{' '}
      <StateWord state={standingOf(state, purpose, now).state} />{' '}
      <span className="people-more soft small" dir="auto">
        {[person.outlet, points[0]?.address].filter(Boolean).join(' · ')}
      </span>
    </a>
  );
}
