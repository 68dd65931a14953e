import { useEffect, useState } from 'react';
import type { WritingIn } from '@/lib/bus/messages.ts';
import { followTab } from '@/lib/platform/follow-tab.ts';
import { onSessionChange, sessionItem } from '@/lib/platform/session.ts';

export interface Seen {
  readonly tabId?: number;
  /** Null: no message in this tab has the focus. */
  readonly writing: WritingIn | null;
}

/** The message in focus in the tab in front of our window: from tab to tab, from composer to composer. Undefined: not known yet. */
export function useWriting(): Seen | undefined {
  const [seen, setSeen] = useState<Seen>();
  useEffect(() => {
    const ended = new AbortController();
    const { signal } = ended;
    let tabId: number | undefined;
    const look = async (): Promise<void> => {
      const mine = tabId;
      const found = mine === undefined ? undefined : await sessionItem(`writing:${mine}`);
      if (signal.aborted || mine !== tabId) return;
      const writing = isWriting(found) ? found : null;
      setSeen((before) =>
        sameSeen(before, mine, writing) ? before : { ...(mine === undefined ? {} : { tabId: mine }), writing },
      );
    };
    followTab((to) => {
      tabId = to;
      void look();
    }, signal);
    onSessionChange('writing:', () => void look(), signal);
    return () => ended.abort();
  }, []);
  return seen;
}

const isWriting = (value: unknown): value is WritingIn =>
  typeof value === 'object' && value !== null && 'recipients' in value && 'surface' in value;

/** The guard tells again and again what has not changed; a form that is open must not lose its words over it. */
const sameSeen = (before: Seen | undefined, tabId: number | undefined, writing: WritingIn | null): boolean =>
  before !== undefined && before.tabId === tabId && JSON.stringify(before.writing) === JSON.stringify(writing);
