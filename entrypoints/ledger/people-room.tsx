import { useMemo, useRef } from 'react';
import { Button } from '@/components/kit/button.tsx';
import { EmptyState } from '@/components/kit/empty-state.tsx';
import { Notice } from '@/components/kit/notice.tsx';
import { writePhrase } from '@/components/kit/phrase.tsx';
import { useReturn } from '@/components/kit/use-return.ts';
import { PeopleList } from '@/components/ledger/people-list.tsx';
import { PeopleWhose } from '@/components/ledger/people-whose.tsx';
import { PERSONAL_SPACE, type PersonState, type SpaceId } from '@/lib/domain/person.ts';
import type { Policy } from '@/lib/domain/policy.ts';
import type { Ledger } from '@/lib/ledger/ledger.ts';
import { phraseOf } from '@/lib/ledger/said.ts';
import { useLive } from '@/lib/ledger/use-live.ts';
import { t } from '@/lib/platform/words.ts';
import { NewPersonRoom } from './new-person-room.tsx';
import { peopleAt } from './people-path.ts';
import { PersonRoom } from './person-room.tsx';
import { goTo } from './route.ts';
import { usePeople } from './use-people.ts';
import { useView } from './view-store.ts';

const PAGE = 100;

export function PeopleRoom({
  ledger,
  policy,
  id,
  space: asked,
}: {
  readonly ledger: Ledger;
  readonly policy: Policy;
  readonly id?: string;
  /** Of the list that is shown; one's own unless told. */
  readonly space?: SpaceId;
}) {
  const { query, first, last, find, show } = useView();
  // A page before and one after what is in sight, so that a row is there before it is scrolled to.
  const from = Math.max(0, Math.floor(first / PAGE) - 1) * PAGE;
  const limit = Math.ceil((last + 1 + PAGE - from) / PAGE) * PAGE;
  const space = asked ?? PERSONAL_SPACE;
  const page = usePeople(ledger, space, query, from, limit);
  const spaces = useLive(ledger, () => ledger.spaces(), []);
  const teams = spaces?.ok
    ? spaces.value.flatMap(({ id: at, name, team }) => (team ? { id: at, name, team } : []))
    : [];
  const reads = teams.find((one) => one.id === space)?.team.writes === false;
  const choose = (to: SpaceId): void => {
    find('');
    goTo(peopleAt(to));
  };
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
        whose={
          teams.length > 0 && (
            <PeopleWhose
              value={space}
              own={PERSONAL_SPACE}
              lists={teams.map((one) => ({ space: one.id, list: one.name ?? '', team: one.team.name }))}
              onChange={choose}
            />
          )
        }
        hrefOf={(one) => `#/${peopleAt(asked, one)}`}
        addHref={reads ? null : `#/${peopleAt(space, 'new')}`}
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
            <Empty shared={space !== PERSONAL_SPACE} />
          ) : (
            <p className="soft people-empty">{t('people_none_found', { query })}</p>
          )
        }
      />
      <section className="detail">
        {id && (
          <p className="back">
            <a href={`#/${peopleAt(space)}`}>{t('people_back')}</a>
          </p>
        )}
        {id === undefined && page?.ok && page.value.total > 0 && <EmptyState sentence={t('people_choose')} />}
        {id === 'new' && <NewPersonRoom ledger={ledger} space={space} />}
        {id !== undefined && id !== 'new' && (
          <PersonRoom
            key={`${id} ${asked}`}
            ledger={ledger}
            policy={policy}
            id={id}
            now={now}
            {...(asked ? { space: asked } : {})}
          />
        )}
      </section>
    </div>
  );
}

const Empty = ({ shared }: { readonly shared: boolean }) =>
  shared ? (
    <EmptyState sentence={t('people_none_shared')} />
  ) : (
    <EmptyState
      sentence={t('people_none')}
      action={<Button onClick={() => goTo('import')}>{t('people_bring')}</Button>}
    />
  );
