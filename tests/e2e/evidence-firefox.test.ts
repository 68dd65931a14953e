import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchFirefox, openGmailInFirefox, ownPageInFirefox } from './support/firefox.ts';

let browser: Browser;
let own: Page;
beforeAll(async () => {
  browser = await launchFirefox();
  own = await ownPageInFirefox(browser);
});
afterAll(() => browser?.close());

const WORDS = 'Tolong jangan kirim lagi ke alamat ini.';

async function openPanelPage(): Promise<Page> {
  const before = new Set(await browser.pages());
  await own.evaluate(`browser.tabs.create({ url: browser.runtime.getURL('/sidepanel.html') }).then(() => {})`);
  await expect.poll(async () => (await browser.pages()).length, { timeout: 20_000 }).toBe(before.size + 1);
  return (await browser.pages()).find((page) => !before.has(page)) as Page;
}
const says = (page: Page, words: string) =>
  expect.poll(() => page.evaluate(() => document.body.innerText).catch(() => ''), { timeout: 20_000 }).toContain(words);

interface Read {
  readonly text: string;
  readonly message: string;
  readonly writers: readonly { readonly raw: string; readonly name: string; readonly sure: boolean }[];
}

/** BiDi presses no line of the browser's own menu: what that line starts is started from a page of ours instead. */
async function readInGmail(): Promise<Read> {
  const gmail = await openGmailInFirefox(browser);
  await gmail.evaluate((text) => {
    const make = (tag: string, attributes: Readonly<Record<string, string>>, words = ''): HTMLElement => {
      const element = document.createElement(tag);
      for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
      element.textContent = words;
      return element;
    };
    const letter = make('div', { 'data-message-id': '#msg-f:17' });
    const body = make('div', {}, text);
    letter.append(make('span', { class: 'gD', email: 'sari@lentera.example' }, 'Sari'), body);
    document.body.append(letter);
    getSelection()?.selectAllChildren(body);
  }, WORDS);
  const read = await own.evaluate(`browser.tabs.query({ url: 'https://mail.google.com/*' })
    .then(([tab]) => browser.scripting.executeScript({ target: { tabId: tab.id, frameIds: [0] }, files: ['content-scripts/evidence.js'] }))
    .then(([answer]) => answer.result)`);
  return read as Read;
}

it('in Firefox what is selected in a letter is read with its sender, and recorded from the panel', async () => {
  const read = await readInGmail();
  expect(read).toMatchObject({
    text: WORDS,
    message: '#msg-f:17',
    writers: [{ raw: 'sari@lentera.example', name: 'Sari', sure: true }],
  });
  const said = {
    excerpt: read.text,
    sha256: 'ab12'.repeat(16),
    at: new Date().toISOString(),
    own: false,
    channel: 'email',
    heard: { outcome: 'stop', words: 'Tolong jangan kirim lagi' },
    writers: [{ channel: 'email', address: 'sari@lentera.example', name: 'Sari', sure: true }],
  };
  const panel = await openPanelPage();
  await own.evaluate(
    (evidence) =>
      (
        globalThis as unknown as { browser: { storage: { session: { set(items: object): Promise<void> } } } }
      ).browser.storage.session.set({ evidence }),
    { kind: 'said', tabId: 0, said },
  );
  await says(panel, 'What they wrote');
  await says(panel, 'sari@lentera.example · not in your ledger yet');
  await panel.evaluate(() => document.querySelector<HTMLElement>('[data-outcome="stop"]')?.click());
  await says(panel, 'Recorded: Sari does not want this');
  await panel.evaluate(() => document.querySelector<HTMLElement>('.said-done .button')?.click());
  await says(panel, 'Undone.');
});
