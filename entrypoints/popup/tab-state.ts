import type { TabState } from '@/components/popup/popup.tsx';
import { ask } from '@/lib/bus/bus.ts';
import type { FrameState } from '@/lib/bus/messages.ts';
import { allowedSites, originsOf } from '@/lib/platform/permissions.ts';
import { currentTab } from '@/lib/platform/tabs.ts';
import surfaces, { matches } from '@/lib/surfaces/registry.ts';

/** What the background knows of the tab in front; a background that does not answer is said, never taken for "fine". */
export async function tabState(): Promise<TabState> {
  const tab = await currentTab();
  if (tab === undefined) return { kind: 'no-page' };
  const answer = await ask('tab', { tabId: tab.id });
  if (!answer.ok) return { kind: 'unreachable' };
  const { frames } = answer.value;
  // The frame that somebody writes in tells more than the page around it.
  const frame = frames.find(({ boxes }) => boxes > 0) ?? frames[0];
  if (frame) {
    const site = siteOf(frame, tab.id);
    const problems = [...new Set(frames.flatMap((each) => each.problems))];
    return problems.length > 0 ? { kind: 'degraded', problems, ...site } : { kind: 'watched', ...site };
  }
  if (tab.url === undefined || !/^https?:/.test(tab.url)) return { kind: 'no-page' };
  const { origin } = new URL(tab.url);
  const known = originsOf(matches).includes(origin);
  if (known || (await allowedSites()).includes(origin)) return { kind: 'reload' };
  return { kind: 'unsupported', teachable: true, ...(origin.startsWith('https:') && { origin }) };
}

function siteOf(frame: FrameState & { readonly frameId: number }, tabId: number) {
  const surface = surfaces.find(({ id }) => id === frame.surface);
  return {
    name: surface?.name ?? frame.surface.replace(/^taught:/, ''),
    proof: surface?.proof ?? ({ grade: 'taught', on: new Date().toISOString().slice(0, 10) } as const),
    boxes: frame.boxes,
    report: `ledger.html#/sites/report/${tabId}/${frame.frameId}`,
  };
}
