import { useEffect, useMemo, useState } from 'react';
import { Notice } from '@/components/kit/notice.tsx';
import { writePhrase } from '@/components/kit/phrase.tsx';
import { Panel } from '@/components/sidepanel/panel.tsx';
import type { Found, Message } from '@/components/sidepanel/view.ts';
import { PERSONAL_SPACE, type SpaceId } from '@/lib/domain/person.ts';
import type { Policy } from '@/lib/domain/policy.ts';
import { spaceOf } from '@/lib/domain/space-of.ts';
import type { Ledger } from '@/lib/ledger/ledger.ts';
import { phraseOf } from '@/lib/ledger/said.ts';
import { useLive } from '@/lib/ledger/use-live.ts';
import { takeAsked } from '@/lib/platform/panel.ts';
import { onSessionChange } from '@/lib/platform/session.ts';
import { answerTo } from './answer-to.ts';
import { messageOf } from './message-of.ts';
import { officeOf } from './office.ts';
import { useEvidence, useWaiting, viewsOf, type Waiting } from './use-evidence.ts';
import { type Seen, useWriting } from './use-writing.ts';

export function App({ ledger }: { readonly ledger: Ledger }) {
  const seen = useWriting();
  const waiting = useWaiting(seen);
  const [query, setQuery] = useQuestion();
  const space = seen?.writing ? spaceOf(seen.writing.surface) : PERSONAL_SPACE;
  // Asking has its own space: from the practice mailbox one asks about its people, elsewhere about one's own.
  const read = useLive(ledger, async () => {
    const policy = await ledger.policy(space);
    const now = new Date().toISOString();
    const [message, found, views] = await Promise.all([
      seen?.writing ? messageOf(ledger, seen.writing, policy) : null,
      query.trim() === '' ? undefined : answerTo(ledger, space, query, policy),
      viewsOf(waiting, seen, { ledger, space, policy }, now),
    ]);
    return { policy, message, found, now, views, of: { seen, query } };
  }, [seen, query, space, waiting.evidence, waiting.heard]);
  if (read && !read.ok) return <Notice tone="bata">{writePhrase(phraseOf(read.error))}</Notice>;
  if (!read || !seen) return null;
  return (
    <Shown
      ledger={ledger}
      space={space}
      seen={seen}
      waiting={waiting}
      query={query}
      onQuery={setQuery}
      {...read.value}
    />
  );
}

interface ShownProps {
  readonly ledger: Ledger;
  readonly space: SpaceId;
  readonly seen: Seen;
  readonly waiting: Waiting;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly policy: Policy;
  readonly message: Message | null;
  readonly found: Found | undefined;
  readonly now: string;
  readonly views: Awaited<ReturnType<typeof viewsOf>>;
}

function Shown({ ledger, space, seen, waiting, query, onQuery, policy, message, found, now, views }: ShownProps) {
  const office = useMemo(() => officeOf(ledger, space, seen, policy, now), [ledger, space, seen, policy, now]);
  const evidence = useEvidence(waiting, views, { ledger, space, policy }, office);
  return (
    <Panel
      query={query}
      onQuery={onQuery}
      message={message}
      office={office}
      evidence={evidence}
      {...(found ? { found } : {})}
    />
  );
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
