import type { FrameState, Writing, WritingIn } from '@/lib/bus/messages.ts';
import { browser } from '@/lib/platform/browser.ts';

type Frame = FrameState & { readonly frameId: number };

const key = (tabId: number): string => `tab:${tabId}`;

/** Which frames of a tab say that they are watched. Kept in session memory: the worker may sleep between a page and its popup. */
export async function framesOf(tabId: number): Promise<Readonly<Record<string, Frame>>> {
  const { [key(tabId)]: frames } = await browser.storage.session.get(key(tabId));
  return typeof frames === 'object' && frames !== null ? (frames as Record<string, Frame>) : {};
}

/** Frame 0 is the page itself: a new page in a tab forgets what stood there before. */
export async function rememberFrame(tabId: number, frameId: number, frame: FrameState): Promise<void> {
  const known = await framesOf(tabId);
  // A page tells its problems again and again; only another site, or none seen yet, means that it is another page.
  const frames = frameId === 0 && known[0]?.surface !== frame.surface ? {} : known;
  await browser.storage.session.set({ [key(tabId)]: { ...frames, [frameId]: { ...frame, frameId } } });
}

export async function allTabs(): Promise<readonly { readonly tabId: number; readonly frames: readonly Frame[] }[]> {
  const all = await browser.storage.session.get(null);
  return Object.entries(all).flatMap(([name, frames]) =>
    name.startsWith('tab:')
      ? [{ tabId: Number(name.slice(4)), frames: Object.values(frames as Record<string, Frame>) }]
      : [],
  );
}

const writingKey = (tabId: number): string => `writing:${tabId}`;

/**
 * Whom the composer in focus goes to: session memory, which is never on disk. The side panel listens to it there. A
 * frame that lost its focus does not take away what another one has since told.
 */
export async function rememberWriting(tabId: number, frameId: number, writing: Writing | null): Promise<void> {
  const key = writingKey(tabId);
  if (writing) return browser.storage.session.set({ [key]: { ...writing, frameId } satisfies WritingIn });
  const { [key]: known } = await browser.storage.session.get(key);
  if (typeof known === 'object' && known !== null && 'frameId' in known && known.frameId !== frameId) return;
  await browser.storage.session.remove(key);
}

/** The frame of the composer in focus; the page itself where none is known. */
export async function writingFrame(tabId: number): Promise<number> {
  const { [writingKey(tabId)]: known } = await browser.storage.session.get(writingKey(tabId));
  return (known as WritingIn | undefined)?.frameId ?? 0;
}

export const forgetTab = (tabId: number): Promise<void> =>
  browser.storage.session.remove([key(tabId), writingKey(tabId), `heard:${tabId}`]);
