import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { BROWSERS, createGround, PATIENCE } from '../surfaces/support/ground.ts';
import { createHand } from '../surfaces/support/hand.ts';
import type { Site } from '../surfaces/support/pages.ts';
import type { Seen, Sent } from '../surfaces/support/scene.ts';
import { createSpy, says } from '../surfaces/support/spy.ts';
import type { Browser, Tab } from '../surfaces/support/tab.ts';
import { CLEAN, HELD, plain } from '../surfaces/support/texts.ts';
import { pause, until } from '../surfaces/support/until.ts';
import { goBack, isOverPage, sendAnyway, warned } from '../surfaces/support/warning.ts';

const URL_OF_OUTLOOK = 'https://outlook.live.com/mail/0/';
const SEND = '[id$="__primaryActionButton"]';
const EDITOR = '[id^="editorParent_"] [role="textbox"]';

const file = (path: string): string =>
  readFileSync(fileURLToPath(new URL(`../surfaces/pages/${path}`, import.meta.url)), 'utf8');
/** The letter of the contract suite, put into a window without an address. */
const LETTER = `${['_shared/site.js', 'mail/parts.js', 'mail/outlook.js'].map(file).join('\n')}
mail.start(mail.sites['outlook.live.com']);`;

/**
 * The window is opened as about:blank, and filled after the guard has come to it: with nodes, or by writing its document,
 * which takes every listener away and gives it the address of its maker.
 */
const FILLED = { nodes: 'about:blank', written: URL_OF_OUTLOOK } as const;
type Filled = keyof typeof FILLED;

const OPENER = `<!doctype html><meta charset="utf-8"><title>Mail</title><body><button id="nodes">Open</button><button id="written">Open and write</button><script>
for (const button of document.querySelectorAll('button')) button.addEventListener('click', async () => {
  const opened = window.open('about:blank', '', 'width=900,height=700');
  const letter = await (await fetch('/letter.js')).text();
  if (button.id === 'written') {
    opened.document.open();
    opened.document.write('<!doctype html><html lang="en"><head><title>New message</title></head><body></body></html>');
    opened.document.close();
  }
  const app = opened.document.createElement('div');
  app.id = 'app';
  opened.document.body.append(app);
  const script = opened.document.createElement('script');
  script.textContent = letter;
  opened.document.body.append(script);
});
</script></body>`;

const OUTLOOK: Site = {
  url: URL_OF_OUTLOOK,
  answer: (address) => {
    const { origin, pathname } = new URL(address);
    if (origin !== new URL(URL_OF_OUTLOOK).origin) return undefined;
    const [body, type] = pathname === '/letter.js' ? [LETTER, 'text/javascript'] : [OPENER, 'text/html'];
    return { status: 200, headers: { 'content-type': `${type}; charset=utf-8` }, body };
  },
};

const ground = createGround({ urls: [URL_OF_OUTLOOK], people: [] });
afterAll(() => ground.close());

const sent = async (tab: Tab): Promise<readonly string[]> =>
  (await tab.run<readonly Sent[]>('site.sent')).map(({ text }) => plain(text));

async function expectSent(tab: Tab, ...expected: readonly string[]): Promise<void> {
  await until('the letter to leave', async () => (await sent(tab)).length >= expected.length);
  await pause(150);
  expect(await sent(tab)).toEqual(expected.map(plain));
}

async function write(browser: Browser, tab: Tab, text: string): Promise<void> {
  const spy = createSpy(browser, () => undefined);
  await spy.mark();
  await createHand(tab).type(EDITOR, text);
  const { draft } = await spy.judged(`a verdict on "${text}"`, says(text));
  expect(draft).toMatchObject({ surface: 'outlook', unreadable: [] });
  expect(draft.recipients.map(({ address }) => address)).toEqual(['ana@harian.example', 'budi@kabar.example']);
  await pause(60);
}

async function inWindow(browser: Browser, filled: Filled, check: (tab: Tab) => Promise<void>): Promise<void> {
  const page = await browser.open(OUTLOOK);
  const tab = await browser.popup(() => createHand(page).click(`#${filled}`));
  try {
    await until('the letter', () => tab.run<boolean>(`document.querySelector('${SEND}') !== null`));
    expect(await tab.run<string>('location.href')).toBe(FILLED[filled]);
    await check(tab);
  } finally {
    await tab.close();
  }
}

describe.each(['nodes', 'written'] as const)('a letter in a window of its own (%s)', (filled) => {
  const inBoth = (name: string, check: (browser: Browser, tab: Tab) => Promise<void>): void => {
    for (const each of BROWSERS)
      it.concurrent(
        `${name}, in ${each}`,
        () => ground.turn(each, (browser) => inWindow(browser, filled, (tab) => check(browser, tab))),
        PATIENCE,
      );
  };

  inBoth('is held by key and by button, and leaves once when it is let go', async (browser, tab) => {
    const hand = createHand(tab);
    await write(browser, tab, HELD);
    await hand.key('Control+Enter');
    await hand.rest('hard');
    await warned(tab);
    await goBack(tab);
    await expectSent(tab);

    await hand.click(SEND);
    await hand.rest('hard');
    await warned(tab);
    await sendAnyway(tab);
    await expectSent(tab, HELD);
    expect(await isOverPage(tab), 'a second question').toBe(false);
  });

  inBoth('goes by its own press when it is clean, untouched', async (browser, tab) => {
    await write(browser, tab, CLEAN);
    const before = (await tab.run<readonly Seen[]>('site.seen')).length;
    await createHand(tab).click(SEND);
    await expectSent(tab, CLEAN);
    const events = (await tab.run<readonly Seen[]>('site.seen')).slice(before).filter(({ own }) => !own);
    expect(events.map(({ type }) => type)).toContain('click');
    expect(events.filter(({ trusted, prevented }) => !trusted || prevented)).toEqual([]);
    expect(await isOverPage(tab), 'a question').toBe(false);
  });

  inBoth('is held when a script of the page presses Send', async (browser, tab) => {
    await write(browser, tab, HELD);
    await tab.run(`document.querySelector('${SEND}').click()`);
    await warned(tab);
    await expectSent(tab);
  });
});
