import { askGuard } from '@/lib/bus/to-guard.ts';
import { browser } from '@/lib/platform/browser.ts';
import { openPanel } from '@/lib/platform/panel.ts';
import { currentTab, openPage } from '@/lib/platform/tabs.ts';
import { takeWords } from './evidence.ts';
import { writingFrame } from './watched.ts';

const LOOK = 'look';
const RECORD = 'record-words';
const OWN_KEY = 'Alt+Shift+I';

/** Firefox opens its sidebar by a command of its own, without us. */
export function watchCommands(): void {
  browser.commands.onCommand.addListener((command, tab) => {
    if (command === LOOK) void look(tab?.id);
    if (command !== 'open-panel' && command !== RECORD) return;
    // In the same turn as the key: the browsers ask for that.
    const opening = openPanel(tab?.windowId);
    const taking = command === RECORD ? take(tab?.id) : undefined;
    void Promise.all([opening, taking]).then(([opened]) => (opened ? undefined : openPage('sidepanel.html')));
  });
}

/** To the frame in which somebody writes; a tab without a guard has nothing to show. */
async function look(tab: number | undefined): Promise<void> {
  const tabId = tab ?? (await currentTab())?.id;
  if (tabId === undefined) return;
  await askGuard({ tabId, frameId: await writingFrame(tabId) }, LOOK, null);
}

async function take(tab: number | undefined): Promise<void> {
  const tabId = tab ?? (await currentTab())?.id;
  if (tabId !== undefined) await takeWords({ tabId });
}

/** A browser that gave the command no key (another extension has it) leaves it to the page; one of the user's own ends it there. */
export async function pageKeyCounts(): Promise<boolean> {
  const all = await browser.commands.getAll();
  const key = all.find(({ name }) => name === LOOK)?.shortcut ?? '';
  return key === '' || plain(key) === OWN_KEY;
}

/** On a Mac Chromium writes "⌥⇧I", Firefox "Alt+Shift+I" everywhere. */
const plain = (key: string): string => key.replace(/⌥\+?/u, 'Alt+').replace(/⇧\+?/u, 'Shift+').trim();
