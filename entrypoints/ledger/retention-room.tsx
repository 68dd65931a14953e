import { useState } from 'react';
import { Notice } from '@/components/kit/notice.tsx';
import { writePhrase } from '@/components/kit/phrase.tsx';
import { Progress } from '@/components/ledger/progress.tsx';
import { RetentionPage } from '@/components/ledger/retention.tsx';
import { PERSONAL_SPACE, SELF } from '@/lib/domain/person.ts';
import type { Policy } from '@/lib/domain/policy.ts';
import { byAge, type RetentionDue, retentionDue, retentionOf } from '@/lib/domain/retention.ts';
import type { Phrase } from '@/lib/domain/verdict.ts';
import type { Ledger } from '@/lib/ledger/ledger.ts';
import { phraseOf } from '@/lib/ledger/said.ts';
import { note } from '@/lib/ledger/writing.ts';
import { t } from '@/lib/platform/words.ts';
import { peoplePages } from './people-pages.ts';
import { goTo } from './route.ts';
import { useCounting } from './use-counting.ts';

export function RetentionRoom({ ledger, policy }: { readonly ledger: Ledger; readonly policy: Policy }) {
  const [turn, setTurn] = useState(0);
  const counted = useCounting(async (signal, told) => {
    const now = new Date().toISOString();
    const due: RetentionDue[] = [];
    for await (const { people, done, total } of peoplePages(ledger, signal)) {
      due.push(...retentionDue(people, policy, now));
      told(done, total);
    }
    return due.toSorted(byAge);
  }, turn);
  const remove = async (people: readonly string[]): Promise<Phrase | undefined> => {
    let done = 0;
    try {
      for (const person of people) {
        const erased = await ledger.erase({ space: PERSONAL_SPACE, person, by: SELF });
        if (!erased.ok) return phraseOf(erased.error);
        done += 1;
      }
      return undefined;
    } finally {
      if (done > 0) await note(ledger, { kind: 'retention', count: done });
      setTurn(turn + 1);
    }
  };
  if (counted.kind === 'failed') return <Notice tone="bata">{writePhrase(counted.why)}</Notice>;
  if (counted.kind === 'busy')
    return (
      <div className="page">
        <h1>{t('retention_head')}</h1>
        <Progress label={t('overview_reading')} {...counted} onCancel={() => goTo('overview')} />
      </div>
    );
  return <RetentionPage due={counted.value} {...retentionOf(policy)} onDelete={remove} />;
}
