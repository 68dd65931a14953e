import type { TabState } from '@/components/popup/popup.tsx';
import { ask } from '@/lib/bus/bus.ts';
import { allowedSites } from '@/lib/platform/permissions.ts';
import { currentTab } from '@/lib/platform/tabs.ts';
import { matches } from '@/lib/surfaces/registry.ts';

/** What the background knows of the tab in front; a background that does not answer is said, never taken for "fine". */
export async function tabState(): Promise<TabState> {
  const tab = await currentTab();
  if (tab === undefined) return { kind: 'no-page' };
  const answer = await ask('tab', { tabId: tab.id });
  if (!answer.ok) return { kind: 'unreachable' };
  const { frames } = answer.value;
  const problems = [...new Set(frames.flatMap((frame) => frame.problems))];
  if (problems.length > 0) return { kind: 'degraded', problems };
  if (frames.length > 0) return { kind: 'watched' };
  if (tab.url === undefined || !/^https?:/.test(tab.url)) return { kind: 'no-page' };
  const { origin } = new URL(tab.url);
  const known = matches.some((match) => tab.url?.startsWith(match.replace(/\*$/, '')));
  if (known || (await allowedSites()).includes(origin)) return { kind: 'reload' };
  return tab.url.startsWith('https:') ? { kind: 'unsupported', origin } : { kind: 'unsupported' };
}
