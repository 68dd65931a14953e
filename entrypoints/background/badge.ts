import type { Summary } from '@/lib/bus/messages.ts';
import { holds } from '@/lib/domain/verdict.ts';
import { browser } from '@/lib/platform/browser.ts';

/** The light tokens of turmeric and brick: a badge knows no dark. */
const ADVISE = '#9A6A00';
const HELD = '#A63D2A';

/** How many things there are to say of the message in this tab; nothing when there are none. */
export async function showBadge(tabId: number | undefined, { count, tier }: Summary): Promise<void> {
  if (tabId === undefined) return;
  await browser.action.setBadgeBackgroundColor({ tabId, color: holds(tier) ? HELD : ADVISE });
  await browser.action.setBadgeText({ tabId, text: count === 0 ? '' : String(count) });
}
