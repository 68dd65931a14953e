import type { Summary } from '@/lib/bus/messages.ts';
import { holds } from '@/lib/domain/verdict.ts';
import { browser } from '@/lib/platform/browser.ts';

/** The light tokens of turmeric and brick: a badge knows no dark. */
const ADVISE = '#9A6A00';
const HELD = '#A63D2A';

/** Tabs that show nothing, of which there is nothing to take away: a tab that goes elsewhere loses what it showed. */
const bare = new Set<number>();

/** How many things there are to say of the message in this tab; nothing when there are none. */
export async function showBadge(tabId: number | undefined, { count, tier }: Summary): Promise<void> {
  if (tabId === undefined || (count === 0 && bare.has(tabId))) return;
  if (count === 0) {
    await browser.action.setBadgeText({ tabId, text: '' });
    bare.add(tabId);
    return;
  }
  bare.delete(tabId);
  await Promise.all([
    browser.action.setBadgeBackgroundColor({ tabId, color: holds(tier) ? HELD : ADVISE }),
    browser.action.setBadgeText({ tabId, text: String(count) }),
  ]);
}
