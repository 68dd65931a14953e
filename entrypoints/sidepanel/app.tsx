import { useEffect, useMemo, useState } from 'react';
import { Notice } from '@/components/kit/notice.tsx';
import { writePhrase } from '@/components/kit/phrase.tsx';
import { Panel } from '@/components/sidepanel/panel.tsx';
import { PERSONAL_SPACE } from '@/lib/domain/person.ts';
import { spaceOf } from '@/lib/domain/space-of.ts';
import type { Ledger } from '@/lib/ledger/ledger.ts';
import { phraseOf } from '@/lib/ledger/said.ts';
import { useLive } from '@/lib/ledger/use-live.ts';
import { takeAsked } from '@/lib/platform/panel.ts';
import { onSessionChange } from '@/lib/platform/session.ts';
import { answerTo } from './answer-to.ts';
import { messageOf } from './message-of.ts';
import { officeOf } from './office.ts';
import { useWriting } from './use-writing.ts';

export function App({ ledger }: { readonly ledger: Ledger }) {
  const seen = useWriting();
  const [query, setQuery] = useQuestion();
  const space = seen?.writing ? spaceOf(seen.writing.surface) : PERSONAL_SPACE;
  // Asking has its own space: from the practice mailbox one asks about its people, elsewhere about one's own.
  const read = useLive(ledger, async () => {
    const policy = await ledger.policy(space);
    const [message, found] = await Promise.all([
      seen?.writing ? messageOf(ledger, seen.writing, policy) : null,
      query.trim() === '' ? undefined : answerTo(ledger, space, query, policy.region),
    ]);
    return { policy, message, found, now: new Date().toISOString(), of: { seen, query } };
  }, [seen, query, space]);
  const office = useMemo(
    () => (read?.ok ? officeOf(ledger, space, seen, read.value.policy, read.value.now) : undefined),
    [ledger, space, seen, read],
  );
  if (read && !read.ok) return <Notice tone="bata">{writePhrase(phraseOf(read.error))}</Notice>;
  if (!read || !office || !seen) return null;
  const { message, found } = read.value;
  return <Panel query={query} onQuery={setQuery} message={message} office={office} {...(found ? { found } : {})} />;
}

/** What is asked: typed here, brought by a menu, or standing in our address. */
function useQuestion(): readonly [string, (query: string) => void] {
  const [query, setQuery] = useState(() => decodeURIComponent(/^#ask=(.*)$/s.exec(location.hash)?.[1] ?? ''));
  useEffect(() => {
    const ended = new AbortController();
    const take = (): void => void takeAsked().then((asked) => asked && setQuery(asked.query.trim()));
    onSessionChange('asked', take, ended.signal);
    take();
    return () => ended.abort();
  }, []);
  return [query, setQuery];
}
