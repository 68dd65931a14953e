import { browser } from '@/lib/platform/browser.ts';
import { loadLanguage } from '@/lib/platform/language.ts';
import { askPanel, openPanel } from '@/lib/platform/panel.ts';
import { openPage } from '@/lib/platform/tabs.ts';
import { t } from '@/lib/platform/words.ts';
import { takeWords } from './evidence.ts';

/** Links that lead to one person; any other link has no answer, and so no line in the menu. */
const PERSON_LINKS = [
  'mailto:*',
  'tel:*',
  ...['wa.me', 'instagram.com', 'tiktok.com', 'x.com', 'twitter.com', 'linkedin.com', 't.me', 'm.me'].flatMap(
    (host) => [`*://${host}/*`, `*://www.${host}/*`],
  ),
];

/** The menu stays over restarts of the worker; it is made anew when its words change. */
async function place(): Promise<void> {
  await loadLanguage('stay');
  await browser.contextMenus.removeAll();
  const make = (id: string, title: string, contexts: readonly string[], more: object = {}): void =>
    void browser.contextMenus.create({ id, title, contexts, ...more } as never, () => {
      const failed = browser.runtime.lastError;
      if (failed) console.error('Izin: menu', failed.message);
    });
  make('words', t('said_menu'), ['selection']);
  make('selection', t('menu_ask'), ['selection']);
  make('link', t('menu_link'), ['link'], { targetUrlPatterns: PERSON_LINKS });
  make('editable', t('menu_writing'), ['editable']);
}

interface Clicked {
  readonly menuItemId: string | number;
  readonly selectionText?: string;
  readonly linkUrl?: string;
  readonly frameId?: number;
}

interface Tab {
  readonly id?: number;
  readonly windowId?: number;
}

const questionOf = ({ menuItemId, selectionText = '', linkUrl = '' }: Clicked): string =>
  menuItemId === 'selection' ? selectionText : menuItemId === 'link' ? linkUrl : '';

/** The panel first, while the press still counts; where it cannot be opened, its page in a tab. */
async function answer(clicked: Clicked, tab: Tab | undefined): Promise<void> {
  const opening = openPanel(tab?.windowId);
  if (clicked.menuItemId === 'words' && tab?.id !== undefined)
    await takeWords({
      tabId: tab.id,
      ...(clicked.frameId === undefined ? {} : { frameId: clicked.frameId }),
      ...(clicked.selectionText === undefined ? {} : { shown: clicked.selectionText }),
    });
  const query = questionOf(clicked);
  if (query !== '') await askPanel(query);
  if (!(await opening)) await openPage('sidepanel.html');
}

export function watchMenus(): void {
  browser.runtime.onInstalled.addListener(() => void place());
  browser.runtime.onStartup.addListener(() => void place());
  browser.storage.local.onChanged.addListener((changes) => {
    if ('language' in changes) void place();
  });
  browser.contextMenus.onClicked.addListener((clicked, tab) => void answer(clicked, tab));
}
