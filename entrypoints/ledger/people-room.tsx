import { useMemo, useRef } from 'react';
import { Button } from '@/components/kit/button.tsx';
import { EmptyState } from '@/components/kit/empty-state.tsx';
import { Notice } from '@/components/kit/notice.tsx';
import { writePhrase } from '@/components/kit/phrase.tsx';
import { useReturn } from '@/components/kit/use-return.ts';
import { PeopleList } from '@/components/ledger/people-list.tsx';
import type { PersonState } from '@/lib/domain/person.ts';
import { PERSONAL_SPACE } from '@/lib/domain/person.ts';
import type { Policy } from '@/lib/domain/policy.ts';
import type { Ledger } from '@/lib/ledger/ledger.ts';
import { phraseOf } from '@/lib/ledger/said.ts';
import { useLive } from '@/lib/ledger/use-live.ts';
import { t } from '@/lib/platform/words.ts';
import { NewPersonRoom } from './new-person-room.tsx';
import { PersonRoom } from './person-room.tsx';
import { goTo } from './route.ts';
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
  const from = Math.floor(first / PAGE) * PAGE;
  const limit = Math.max(PAGE, Math.ceil((last + 1 - from) / PAGE) * PAGE);
  const page = useLive(
    ledger,
    async () => ({ from, ...(await ledger.listPeople(PERSONAL_SPACE, { query, offset: from, limit })) }),
    [query, from, limit],
  );
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
        rows={rows}
        onRange={show}
        current={id}
        purpose={policy.purpose}
        now={now}
        damaged={damaged}
        empty={
          page === undefined ? null : query === '' ? (
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
