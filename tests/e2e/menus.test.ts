import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Izin, launchIzin } from './support/chromium.ts';
import { takeSamplePeople } from './support/panel.ts';

let izin: Izin;
beforeAll(async () => {
  izin = await launchIzin();
  await takeSamplePeople(izin);
});
afterAll(() => izin?.close());

/** What of the browser these tests act through: its own menus and address bar cannot be pressed without a window. */
interface Chrome {
  readonly contextMenus: {
    update(id: string, change: object): Promise<void>;
    readonly onClicked: { dispatch(info: object, tab: object): void };
  };
  readonly omnibox: {
    readonly onInputChanged: { dispatch(text: string, suggest: (found: unknown) => void): void };
    readonly onInputEntered: { dispatch(text: string, where: string): void };
  };
}

/** Without a press of a person the browser opens no panel: then its page comes in a tab. */
async function clicked(info: object): Promise<Page> {
  const worker = await izin.worker();
  const [page] = await Promise.all([
    izin.context.waitForEvent('page'),
    worker.evaluate((given) => {
      const { contextMenus } = (globalThis as unknown as { chrome: Chrome }).chrome;
      contextMenus.onClicked.dispatch(given, {});
    }, info),
  ]);
  await page.waitForLoadState();
  return page;
}

const said = async (page: Page, words: RegExp): Promise<void> => {
  await expect.poll(() => page.locator('body').innerText(), { timeout: 20_000 }).toMatch(words);
  await page.close();
};

describe('the context menu', () => {
  it('has its lines for selected words, links to a person, and places to write in', async () => {
    const worker = await izin.worker();
    const missing = await worker.evaluate(async () => {
      const { contextMenus } = (globalThis as unknown as { chrome: Chrome }).chrome;
      const asked = ['selection', 'link', 'editable'].map((id) =>
        contextMenus.update(id, {}).then(
          () => '',
          () => id,
        ),
      );
      return (await Promise.all(asked)).filter((id) => id !== '');
    });
    expect(missing).toEqual([]);
  });

  it('answers for a selected name', async () => {
    const page = await clicked({ menuItemId: 'selection', selectionText: ' Bima Adiguna ' });
    await said(page, /Bima Adiguna.*do not contact.*Not by e-mail: do not contact since \d+ \w+ 20\d\d\./s);
  });

  it('answers for an address behind a link, and says of a stranger that nothing is known', async () => {
    const link = { menuItemId: 'link', linkUrl: 'mailto:ayu@kabarnusantara.example?subject=Halo' };
    await said(await clicked(link), /Ayu Pertiwi.*Yes by e-mail: agreed since/s);
    const stranger = { menuItemId: 'link', linkUrl: 'mailto:baru@media.example' };
    await said(await clicked(stranger), /baru@media\.example.*not in your ledger/s);
  });

  it('shows in a place to write in whom the message goes to', async () => {
    await said(await clicked({ menuItemId: 'editable' }), /Click into a message/);
  });
});

describe('the address bar', () => {
  const suggestions = async (text: string): Promise<readonly { content: string; description: string }[]> =>
    (await izin.worker()).evaluate(
      (typed) =>
        new Promise((resolve) => {
          const { omnibox } = (globalThis as unknown as { chrome: Chrome }).chrome;
          omnibox.onInputChanged.dispatch(typed, (found) => resolve(found as never));
        }),
      text,
    );

  it('names who is meant and whether they may be written to, by name and by address', async () => {
    const [first] = await suggestions('bima');
    expect(first?.description).toMatch(
      /^Bima Adiguna \(Warta Pesisir\) – Not by e-mail: do not contact since \d+ \w+ 20\d\d\.$/,
    );
    expect((await suggestions('AYU@kabarnusantara.example')).map(({ description }) => description)).toEqual([
      expect.stringMatching(/^Ayu Pertiwi \(Kabar Nusantara\) – Yes by e-mail: agreed since/),
    ]);
    expect(await suggestions('nobody at all')).toEqual([]);
  });

  it('opens the person by Enter on a suggestion, and the question by Enter on what was typed', async () => {
    const worker = await izin.worker();
    const enter = async (text: string): Promise<Page> => {
      const [page] = await Promise.all([
        izin.context.waitForEvent('page'),
        worker.evaluate((typed) => {
          const { omnibox } = (globalThis as unknown as { chrome: Chrome }).chrome;
          omnibox.onInputEntered.dispatch(typed, 'newForegroundTab');
        }, text),
      ]);
      await page.waitForLoadState();
      return page;
    };
    const [first] = await suggestions('bima');
    const person = await enter(first?.content ?? '');
    expect(person.url()).toContain('/ledger.html#/people/');
    await said(person, /Bima Adiguna/);
    const asked = await enter('ayu');
    expect(asked.url()).toContain('/sidepanel.html#ask=ayu');
    await said(asked, /Ayu Pertiwi/);
  });
});
