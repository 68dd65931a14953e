import { useEffect, useMemo, useRef } from 'react';
import { Button } from '@/components/kit/button.tsx';
import { EmptyState } from '@/components/kit/empty-state.tsx';
import { Notice } from '@/components/kit/notice.tsx';
import { writePhrase } from '@/components/kit/phrase.tsx';
import { ListsIndex } from '@/components/ledger/lists-index.tsx';
import { PERSONAL_SPACE } from '@/lib/domain/person.ts';
import type { Policy } from '@/lib/domain/policy.ts';
import { facetsOf } from '@/lib/domain/segment.ts';
import type { Ledger } from '@/lib/ledger/ledger.ts';
import { phraseOf } from '@/lib/ledger/said.ts';
import { useLive } from '@/lib/ledger/use-live.ts';
import { t } from '@/lib/platform/words.ts';
import { everybody } from './everybody.ts';
import { ListRoom } from './lists-one.tsx';
import { goTo } from './route.ts';

interface Props {
  readonly ledger: Ledger;
  readonly policy: Policy;
  readonly id?: string;
}

/** Lists are rules: what they come to is computed here from everybody, each time that the ledger moves. */
export function ListsRoom({ ledger, policy, id }: Props) {
  const alive = useRef(new AbortController());
  useEffect(() => {
    alive.current = new AbortController();
    return () => alive.current.abort();
  }, []);
  const lists = useLive(ledger, () => ledger.lists(PERSONAL_SPACE), []);
  const people = useLive(ledger, () => everybody(ledger, alive.current.signal), []);
  const all = people?.ok ? people.value : undefined;
  const facets = useMemo(() => facetsOf(all ?? []), [all]);
  const failed = [lists, people].find((one) => one !== undefined && !one.ok);
  if (failed && !failed.ok) return <Notice tone="bata">{writePhrase(phraseOf(failed.error))}</Notice>;
  if (!lists?.ok) return null;
  const list = lists.value.find((one) => one.id === id);
  return (
    <div className={id ? 'two two-detail' : 'two'}>
      <ListsIndex lists={lists.value} {...(id ? { current: id } : {})} />
      <section className="detail">
        {id && (
          <p className="back">
            <a href="#/lists">{t('lists_back')}</a>
          </p>
        )}
        {id === undefined && lists.value.length === 0 && (
          <EmptyState
            sentence={t('lists_none')}
            action={<Button onClick={() => goTo('lists/new')}>{t('lists_new')}</Button>}
          />
        )}
        {id && !all && (
          <p className="soft" role="status">
            {t('lists_reading')}
          </p>
        )}
        {id && all && !list && id !== 'new' && <EmptyState sentence={t('lists_gone')} />}
        {id && all && (list || id === 'new') && (
          <ListRoom key={id} ledger={ledger} policy={policy} people={all} facets={facets} list={list} />
        )}
      </section>
    </div>
  );
}
