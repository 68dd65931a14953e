import type { Page } from 'playwright-core';
import type { Izin } from './chromium.ts';

interface Letter {
  readonly from: string;
  readonly name: string;
  readonly text: string;
}

/** A letter as Gmail shows it in a thread (the sender's header by its public attributes), and its words selected. */
export const selectLetter = (page: Page, letter: Letter): Promise<void> =>
  page.evaluate(({ from, name, text }) => {
    const make = (tag: string, attributes: Readonly<Record<string, string>>, words = ''): HTMLElement => {
      const element = document.createElement(tag);
      for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
      element.textContent = words;
      return element;
    };
    const letter = make('div', { class: 'adn', 'data-message-id': '#msg-f:17' });
    const head = make('div', { class: 'gE' });
    head.append(
      make('span', { class: 'gD', email: from, name }, name),
      make('span', { class: 'g2', email: 'me@humas.example' }, 'me'),
    );
    const body = make('div', { class: 'a3s' }, text);
    letter.append(head, body);
    document.getElementById('threads')?.append(letter);
    getSelection()?.selectAllChildren(body);
  }, letter);

interface Chrome {
  readonly tabs: { query(of: object): Promise<readonly { id: number }[]> };
  readonly contextMenus: { readonly onClicked: { dispatch(info: object, tab: object): void } };
}

/** The line of the menu, as the browser tells it. Without a press of a person no panel opens: its page comes in a tab. */
export async function chooseRecord(izin: Izin, url: string, selectionText: string): Promise<Page> {
  const worker = await izin.worker();
  const [panel] = await Promise.all([
    izin.context.waitForEvent('page'),
    worker.evaluate(
      async ({ url, selectionText }) => {
        const { tabs, contextMenus } = (globalThis as unknown as { chrome: Chrome }).chrome;
        const [tab] = await tabs.query({ url });
        contextMenus.onClicked.dispatch({ menuItemId: 'words', frameId: 0, selectionText }, { id: tab?.id });
      },
      { url, selectionText },
    ),
  ]);
  panel.setDefaultTimeout(20_000);
  await panel.waitForLoadState();
  return panel;
}
