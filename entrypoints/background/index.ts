import { defineBackground } from 'wxt/utils/define-background';
import { answer } from '@/lib/bus/bus.ts';
import { browser } from '@/lib/platform/browser.ts';
import { watchBackups } from './backup.ts';
import { watchCommands } from './commands.ts';
import { handlers } from './handlers.ts';
import { watchMenus } from './menus.ts';
import { watchOmnibox } from './omnibox.ts';
import { forgetSitesWithout, putIntoOpenTabs, watchAllowedSites, watchedMatches } from './sites.ts';
import { watchTeams } from './teams.ts';
import { forgetTab } from './watched.ts';

export default defineBackground(() => {
  answer(handlers);
  watchMenus();
  watchOmnibox();
  watchCommands();
  watchBackups();
  watchTeams();
  browser.runtime.onInstalled.addListener(({ reason }) => {
    const ready = reason === 'install' ? Promise.resolve() : watchAllowedSites();
    void ready.then(watchedMatches).then(putIntoOpenTabs);
    if (reason === 'install') void browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
  });
  browser.permissions.onRemoved.addListener(({ origins }) => void forgetSitesWithout(origins ?? []));
  browser.tabs.onRemoved.addListener((tabId) => void forgetTab(tabId));
});
