import { browser } from '@/lib/platform/browser.ts';
import { openPanel } from '@/lib/platform/panel.ts';
import { openPage } from '@/lib/platform/tabs.ts';

/** Firefox opens its sidebar by a command of its own, without us. */
export function watchCommands(): void {
  browser.commands.onCommand.addListener((command, tab) => {
    if (command !== 'open-panel') return;
    // In the same turn as the key: the browsers ask for that.
    void openPanel(tab?.windowId).then((opened) => (opened ? undefined : openPage('sidepanel.html')));
  });
}
