import type { ReadProblem } from '@/lib/domain/draft.ts';
import { browser } from '@/lib/platform/browser.ts';

export interface Frame {
  readonly surface: string;
  readonly problems: readonly ReadProblem[];
}

const key = (tabId: number): string => `tab:${tabId}`;

/** Which frames of a tab say that they are watched. Kept in session memory: the worker may sleep between a page and its popup. */
export async function framesOf(tabId: number): Promise<Readonly<Record<string, Frame>>> {
  const { [key(tabId)]: frames } = await browser.storage.session.get(key(tabId));
  return typeof frames === 'object' && frames !== null ? (frames as Record<string, Frame>) : {};
}

/** Frame 0 is the page itself: a new page in a tab forgets what stood there before. */
export async function rememberFrame(tabId: number, frameId: number, frame: Frame): Promise<void> {
  const frames = frameId === 0 ? {} : await framesOf(tabId);
  await browser.storage.session.set({ [key(tabId)]: { ...frames, [frameId]: frame } });
}

export const forgetTab = (tabId: number): Promise<void> => browser.storage.session.remove(key(tabId));
