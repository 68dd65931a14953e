import { useState } from 'react';
import { Notice } from '@/components/kit/notice.tsx';
import { writePhrase } from '@/components/kit/phrase.tsx';
import { OverviewPage } from '@/components/ledger/overview.tsx';
import { Progress } from '@/components/ledger/progress.tsx';
import { addMonths } from '@/lib/domain/instant.ts';
import { monthOf, monthsFrom } from '@/lib/domain/month.ts';
import { overviewTally } from '@/lib/domain/overview.ts';
import { activityOverview } from '@/lib/domain/overview-activity.ts';
import type { Policy } from '@/lib/domain/policy.ts';
import type { LoggedEntry } from '@/lib/ledger/activity.ts';
import type { Ledger } from '@/lib/ledger/ledger.ts';
import { t } from '@/lib/platform/words.ts';
import { peoplePages } from './people-pages.ts';
import { withDues } from './request-dues.ts';
import { goTo } from './route.ts';
import { useCounting } from './use-counting.ts';

export function OverviewRoom({ ledger, policy }: { readonly ledger: Ledger; readonly policy: Policy }) {
  const [now] = useState(() => new Date().toISOString());
  const [month, setMonth] = useState(monthOf(now));
  const counted = useCounting(async (signal, told) => {
    const tally = overviewTally(now, policy.purpose);
    let unread = 0;
    for await (const { people, done, total, damaged } of peoplePages(ledger, signal)) {
      tally.add(people.map((state) => withDues(state, policy)));
      unread = damaged;
      told(done, total);
    }
    return { overview: tally.result(), unread, lines: await linesSince(ledger, addMonths(now, -24), signal) };
  }, now);
  if (counted.kind === 'failed') return <Notice tone="bata">{writePhrase(counted.why)}</Notice>;
  if (counted.kind === 'busy')
    return (
      <div className="page">
        <h1>{t('room_overview')}</h1>
        <Progress label={t('overview_reading')} {...counted} onCancel={() => goTo('people')} />
      </div>
    );
  const { overview, unread, lines } = counted.value;
  const first = monthOf(addMonths(`${monthOf(now)}-01T00:00:00.000Z`, -11));
  return (
    <>
      {unread > 0 && <Notice tone="bata">{t('overview_damaged', { count: unread })}</Notice>}
      <OverviewPage
        overview={overview}
        activity={activityOverview(lines, month)}
        months={monthsFrom(first, 12).toReversed()}
        month={month}
        onMonth={setMonth}
        onPrint={() => window.print()}
        now={now}
      />
    </>
  );
}

const LINES = 500;

/** Lines of the log, newest first, as far back as a report can look. */
async function linesSince(ledger: Ledger, from: string, signal: AbortSignal): Promise<readonly LoggedEntry[]> {
  const lines: LoggedEntry[] = [];
  for (;;) {
    const before = lines.at(-1)?.seq;
    const page = await ledger.activity({ limit: LINES, ...(before === undefined ? {} : { before }) });
    signal.throwIfAborted();
    lines.push(...page);
    if (page.length < LINES || (page.at(-1)?.at ?? '') < from) return lines;
  }
}
