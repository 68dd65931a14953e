import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { askForSite } from './support/allow-site.ts';
import {
  arrived,
  isWarned,
  judged,
  OPTED_OUT,
  press,
  SEVEN,
  says,
  startWatchedWebmail,
  type WatchedWebmail,
  warned,
  warningIn,
} from './support/watched-webmail.ts';
import { send } from './support/webmail-page.ts';

const PITCH = { to: SEVEN, subject: 'Undangan liputan', text: 'Kami mengundang Anda pada hari Kamis.' };
const [AYU] = SEVEN;
const LARRY = '#messagetoolbar a.send';

let mail: WatchedWebmail;
let page: Page;
beforeAll(async () => {
  mail = await startWatchedWebmail('larry');
  await askForSite(mail.browser, mail.own, mail.world.webmail.origin, 'allow');
});
afterAll(() => mail?.stop());
beforeEach(() => mail.world.sink.clear());
afterEach(() => page?.close());

const sent = () => mail.world.sink.received;

test('in the skin larry a pitch to seven is held, moved to Bcc, and reaches all of them with no address in it', async () => {
  page = await mail.write(PITCH);
  // The second press may land on what the first has opened.
  await page.dblclick(LARRY, { force: true });
  await press(page, /^Move 7 to Bcc/);
  await warningIn(page)
    ?.getByRole('button', { name: /^Send now/ })
    .waitFor();
  expect(sent()).toHaveLength(0);
  await press(page, /^Send now/);
  const messages = await arrived(mail, page);
  expect(messages.map(({ to }) => to)).toEqual([[...SEVEN].sort()]);
  for (const address of SEVEN) expect(messages[0]?.raw).not.toContain(address);
});

test('in the skin larry Enter on Send is held, and who opted out is taken out of Bcc', async () => {
  page = await mail.write({ ...PITCH, to: [], bcc: [AYU, OPTED_OUT] });
  await page.focus(LARRY);
  await page.keyboard.press('Enter');
  expect(await says(page, 'Hana Pratiwi')).toBe(true);
  expect(sent()).toHaveLength(0);
  await press(page, /^Remove/);
  await press(page, /^Send now/);
  expect((await arrived(mail, page)).map(({ to }) => to)).toEqual([[AYU]]);
});

test('in the skin larry a clean letter goes by the user’s own click, untouched', async () => {
  page = await mail.write({ to: [AYU], subject: 'Terima kasih', text: 'Terima kasih atas waktunya.' });
  await judged(page);
  await page.evaluate(() => {
    const seen: object[] = [];
    Object.assign(window, { seen });
    for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'])
      window.addEventListener(
        type,
        (event) => void seen.push({ type, trusted: event.isTrusted, prevented: event.defaultPrevented }),
        true,
      );
  });
  await send(page);
  expect(await page.evaluate(() => (window as unknown as { seen: object[] }).seen)).toEqual(
    ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'].map((type) => ({
      type,
      trusted: true,
      prevented: false,
    })),
  );
  expect(await arrived(mail, page)).toHaveLength(1);
  expect(await isWarned(page)).toBe(false);
});

test('in the skin larry "No subject" is asked after the release and answered once', async () => {
  page = await mail.write({ ...PITCH, subject: '' });
  await send(page);
  await press(page, /^Move 7 to Bcc/);
  await press(page, /^Send now/);
  await page.dblclick('.ui-dialog button.send.mainaction');
  expect((await arrived(mail, page)).map(({ to }) => to.length)).toEqual([7]);
});

test('in the skin larry a letter in a window of its own is held and released there', async () => {
  page = await mail.writeInWindow(PITCH);
  await send(page);
  await warned(page);
  expect(sent()).toHaveLength(0);
  await press(page, /^Move 7 to Bcc/);
  await press(page, /^Send now/);
  expect((await arrived(mail, page)).map(({ to }) => to.length)).toEqual([7]);
});
