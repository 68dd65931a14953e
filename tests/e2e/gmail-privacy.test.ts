import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { seedLedger } from '../real/support/seed.ts';
import { type Izin, launchIzin } from './support/chromium.ts';
import { compose, type GmailWindow, openGmail, sendOf, warningOf } from './support/gmail-page.ts';
import { judged } from './support/seal.ts';

const NAME = 'Sari Puspita';
const STOPPED = 'sari@tabloid.example';
/** Words of the warning, of the seal and of the ledger that the page could only have from us. */
const OURS = /Sari|Puspita|Held before|anyway|withdrew|asked us|opted|\b[Ii]zin\b|consent|T[234]\b/;

let izin: Izin;
let page: Page;
beforeAll(async () => {
  izin = await launchIzin();
  const ledger = await izin.context.newPage();
  await ledger.goto(izin.url('ledger.html'));
  await seedLedger(ledger, [{ name: NAME, email: STOPPED, says: 'stopped' }]);
  await ledger.close();
  page = await openGmail(izin.context);
  await compose(page, { to: [STOPPED], subject: 'News', body: 'Our news.' });
  await judged(page, 'held');
  await sendOf(page).click();
  const warning = await warningOf(page);
  await warning.getByText(NAME).first().waitFor();
});
afterAll(() => izin?.close());

it('the page finds no word of ours in its markup, attributes or open shadow roots', async () => {
  const everything = await page.evaluate(() => {
    const read = (root: ParentNode): string =>
      [...root.querySelectorAll('*')]
        .map(
          (each) =>
            `${[...each.attributes].map((a) => `${a.name}=${a.value}`).join(' ')} ${each.shadowRoot ? read(each.shadowRoot) + each.shadowRoot.textContent : ''}`,
        )
        .join('\n');
    for (const template of document.querySelectorAll('template')) template.remove();
    return read(document) + document.documentElement.textContent + document.title;
  });
  expect(OURS.exec(everything)?.[0]).toBeUndefined();
});

it('the page sees neither frame nor window of ours, and hears no message', async () => {
  const seen = await page.evaluate(() => ({
    frames: window.length,
    named: Object.keys(window).filter((key) => /izin/i.test(key)),
    iframes: document.querySelectorAll('iframe').length,
    messages: (window as unknown as GmailWindow).__messages,
    active: document.activeElement?.tagName,
    at: document.elementsFromPoint(640, 400).map((each) => each.tagName),
  }));
  expect(seen).toMatchObject({ frames: 0, named: [], iframes: 0, messages: [] });
  expect(seen.at).not.toContain('IFRAME');
});

it('what we hang into the page is bare and closed', async () => {
  const ours = await page.evaluate(() =>
    [...document.documentElement.children]
      .filter((each) => each.tagName === 'DIV')
      .map((each) => ({
        attributes: each.getAttributeNames(),
        children: each.childNodes.length,
        root: each.shadowRoot,
      })),
  );
  expect(ours.length).toBeGreaterThan(0);
  for (const each of ours) expect(each).toEqual({ attributes: ['style'], children: 0, root: null });
});

it('no performance entry carries a name, a state or a secret', async () => {
  const entries = await page.evaluate(() => performance.getEntries().map((each) => each.name));
  for (const entry of entries.filter((each) => each.includes('extension:')))
    expect(new URL(entry).search + new URL(entry).hash).toBe('');
  expect(entries.filter((each) => !each.includes('extension:')).join('\n')).not.toMatch(OURS);
});

it('a page that probes for our files learns nothing', async () => {
  await izin.context.route('https://nosy.example/**', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<title>nosy</title>' }),
  );
  const nosy = await izin.context.newPage();
  await nosy.goto('https://nosy.example/');
  const found = await nosy.evaluate(async (id) => {
    const reached = await Promise.all(
      ['warning.html', 'ledger.html', 'background.js', 'icons/128.png'].map((file) =>
        fetch(`chrome-extension://${id}/${file}`).then(
          () => file,
          () => '',
        ),
      ),
    );
    return reached.filter(Boolean);
  }, izin.id);
  expect(found).toEqual([]);
  await nosy.close();
});

it('a page that frames the warning and makes up a secret is shown nothing of the ledger', async () => {
  const worker = await izin.worker();
  const address = await worker.evaluate(() =>
    (globalThis as unknown as { chrome: { runtime: { getURL(path: string): string } } }).chrome.runtime.getURL(
      'warning.html',
    ),
  );
  const nosy = await izin.context.newPage();
  await nosy.goto('https://nosy.example/');
  await nosy.evaluate(async (src) => {
    const frame = Object.assign(document.createElement('iframe'), { src });
    document.body.append(frame);
    await new Promise((resolve) => frame.addEventListener('load', resolve));
    const { port1, port2 } = new MessageChannel();
    const heard: unknown[] = [];
    Object.assign(window, { heard });
    port1.onmessage = (event) => heard.push(event.data);
    frame.contentWindow?.postMessage({ izin: 'made-up' }, '*', [port2]);
    const draft = {
      surface: 'gmail',
      channel: 'email',
      audience: 'people',
      recipients: [{ field: 'to', address: 'sari@tabloid.example' }],
      text: 'x',
      attachments: [],
      unreadable: [],
    };
    port1.postMessage({
      kind: 'held',
      draft,
      why: 'send',
      can: { moveToBcc: true, remove: true, goTo: true },
      surfaceName: 'x',
    });
  }, address);
  await nosy.waitForTimeout(1_000);
  const shown = await Promise.all(
    nosy.frames().map((frame) =>
      frame
        .locator('body')
        .innerText()
        .catch(() => ''),
    ),
  );
  expect(shown.join('\n')).not.toContain(NAME);
  const heard = await nosy.evaluate(() => JSON.stringify((window as unknown as { heard: unknown[] }).heard));
  expect(heard).not.toContain(NAME);
  await nosy.close();
});
