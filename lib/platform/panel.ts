import { browser } from './browser.ts';

/** What the two browsers call the same thing; the types that we use know neither. */
interface Panels {
  readonly sidePanel?: { open(where: { windowId: number }): Promise<void> };
  readonly sidebarAction?: { open(): Promise<void> };
}

/**
 * Opens our panel beside the page. Both browsers want this to be the first thing after a press: nothing may be awaited
 * before. False: it could not be opened here.
 */
export async function openPanel(windowId: number | undefined): Promise<boolean> {
  const { sidePanel, sidebarAction } = browser as unknown as Panels;
  try {
    if (sidePanel && windowId !== undefined) await sidePanel.open({ windowId });
    else if (sidebarAction) await sidebarAction.open();
    else return false;
    return true;
  } catch {
    return false;
  }
}

const ASKED = 'asked';

/** What the panel is to look up. In session memory: the panel may only be on its way when it is asked. */
export interface Asked {
  readonly query: string;
  /** Two questions in the same words are two. */
  readonly at: number;
}

export const askPanel = (query: string): Promise<void> =>
  browser.storage.session.set({ [ASKED]: { query, at: Date.now() } satisfies Asked });

/** The question that waits, once: who opens the panel tomorrow does not find it there again. */
export async function takeAsked(): Promise<Asked | undefined> {
  const { [ASKED]: asked } = await browser.storage.session.get(ASKED);
  if (!isAsked(asked)) return undefined;
  await browser.storage.session.remove(ASKED);
  return asked;
}

const isAsked = (value: unknown): value is Asked =>
  typeof value === 'object' && value !== null && 'query' in value && typeof value.query === 'string' && 'at' in value;
