import { useMemo, useRef } from 'react';
import { Button } from '@/components/kit/button.tsx';
import { EmptyState } from '@/components/kit/empty-state.tsx';
import { Notice } from '@/components/kit/notice.tsx';
import { writePhrase } from '@/components/kit/phrase.tsx';
import { useReturn } from '@/components/kit/use-return.ts';
import { PeopleList } from '@/components/ledger/people-list.tsx';
import type { PersonState } from '@/lib/domain/person.ts';
import type { Policy } from '@/lib/domain/policy.ts';
import type { Ledger } from '@/lib/ledger/ledger.ts';
import { phraseOf } from '@/lib/ledger/said.ts';
import { t } from '@/lib/platform/words.ts';
import { NewPersonRoom } from './new-person-room.tsx';
import { PersonRoom } from './person-room.tsx';
import { goTo } from './route.ts';
import { usePeople } from './use-people.ts';
import { useView } from './view-store.ts';

const PAGE = 100;

export function PeopleRoom({
  ledger,
  policy,
  id,
}: {
  readonly ledger: Ledger;
  readonly policy: Policy;
  readonly id?: string;
}) {
  const { query, first, last, find, show } = useView();
  // A page before and one after what is in sight, so that a row is there before it is scrolled to.
  const from = Math.max(0, Math.floor(first / PAGE) - 1) * PAGE;
  const limit = Math.ceil((last + 1 + PAGE - from) / PAGE) * PAGE;
  const page = usePeople(ledger, query, from, limit);
  const rows = useMemo(
    () =>
      new Map<number, PersonState>(
        page?.ok ? page.value.people.map((state, index) => [page.value.from + index, state]) : [],
      ),
    [page],
  );
  const room = useRef<HTMLDivElement>(null);
  useReturn(id === 'new', () => (id ? undefined : room.current?.querySelector<HTMLElement>('.people-find a')));
  const now = new Date().toISOString();
  const damaged = page?.ok ? page.value.damaged.length : 0;
  return (
    <div ref={room} className={id ? 'two two-detail' : 'two'}>
      {page && !page.ok && <Notice tone="bata">{writePhrase(phraseOf(page.error))}</Notice>}
      <PeopleList
        query={query}
        onQuery={find}
        total={page?.ok ? page.value.total : 0}
        counting={page?.ok === true && !page.value.complete}
        rows={rows}
        onRange={show}
        current={id}
        purpose={policy.purpose}
        now={now}
        damaged={damaged}
        empty={
          page === undefined || (page.ok && !page.value.complete) ? null : query === '' ? (
            <Empty />
          ) : (
            <p className="soft people-empty">{t('people_none_found', { query })}</p>
          )
        }
      />
      <section className="detail">
        {id && (
          <p className="back">
            <a href="#/people">{t('people_back')}</a>
          </p>
        )}
        {id === undefined && page?.ok && page.value.total > 0 && <EmptyState sentence={t('people_choose')} />}
        {id === 'new' && <NewPersonRoom ledger={ledger} />}
        {id !== undefined && id !== 'new' && <PersonRoom key={id} ledger={ledger} policy={policy} id={id} now={now} />}
      </section>
    </div>
  );
}

const Empty = () => (
  <EmptyState
    sentence={t('people_none')}
    action={<Button onClick={() => goTo('import')}>{t('people_bring')}</Button>}
  />
);
