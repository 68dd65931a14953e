import { useEffect, useState } from 'react';
import { standingOf } from '@/components/ledger/standing.ts';
import { type FoundPerson, Popup, type TabState } from '@/components/popup/popup.tsx';
import { ask } from '@/lib/bus/bus.ts';
import { PERSONAL_SPACE } from '@/lib/domain/person.ts';
import type { Result } from '@/lib/domain/result.ts';
import type { LedgerFailure } from '@/lib/ledger/failure.ts';
import type { Ledger } from '@/lib/ledger/ledger.ts';
import { peopleNamed, spacesBeside } from '@/lib/ledger/spaces-for.ts';
import { openPanel } from '@/lib/platform/panel.ts';
import { requestSite } from '@/lib/platform/permissions.ts';
import { type CurrentTab, currentTab, openPage } from '@/lib/platform/tabs.ts';
import { tabState } from './tab-state.ts';
import { type Today, today } from './today.ts';

/** The tab's sentence does not wait for the ledger. */
export function App({ opening }: { readonly opening: Promise<Result<Ledger, LedgerFailure>> }) {
  const [tab, setTab] = useState<TabState>({ kind: 'asking' });
  const [figures, setFigures] = useState<Today | 'broken'>();
  const [at, setAt] = useState<CurrentTab>();
  useEffect(() => void tabState().then(setTab), []);
  useEffect(() => void currentTab().then(setAt), []);
  useEffect(() => {
    const load = async (): Promise<void> => {
      const opened = await opening;
      setFigures(opened.ok ? await today(opened.value, new Date()) : 'broken');
    };
    load().catch(() => setFigures('broken'));
  }, [opening]);

  const watch = async (origin: string): Promise<void> => {
    // First of all, while the click still counts.
    if (!(await requestSite(origin))) return setTab({ kind: 'refused' });
    const answer = await ask('sites', { origin, watch: true });
    setTab({ kind: answer.ok ? 'now-watched' : 'unreachable' });
  };
  const teach = async (): Promise<void> => {
    if (at === undefined) return;
    const answer = await ask('teach', { tabId: at.id });
    if (answer.ok) window.close();
    else setTab({ kind: 'unreachable' });
  };
  const panel = async (): Promise<void> => {
    // First of all, while the click still counts.
    if (await openPanel(at?.windowId)) window.close();
    else await open('sidepanel.html');
  };
  const open = async (path: string): Promise<void> => {
    await openPage(path);
    window.close();
  };
  return (
    <Popup
      tab={tab}
      today={figures}
      onWatch={(origin) => void watch(origin)}
      onTeach={() => void teach()}
      onPanel={() => void panel()}
      find={async (query) => find(await opening, query)}
      onOpen={(path) => void open(path)}
    />
  );
}

async function find(opened: Result<Ledger, LedgerFailure>, query: string): Promise<readonly FoundPerson[]> {
  if (!opened.ok) return [];
  const ledger = opened.value;
  const { purpose } = await ledger.policy(PERSONAL_SPACE);
  const people = await peopleNamed(ledger, await spacesBeside(ledger, PERSONAL_SPACE), query, 6);
  const now = new Date().toISOString();
  return people.map((state) => ({
    id: state.person.id,
    name: state.person.name,
    ...(state.person.outlet ? { outlet: state.person.outlet } : {}),
    state: standingOf(state, purpose, now).state,
  }));
}
