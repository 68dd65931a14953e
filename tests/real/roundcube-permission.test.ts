import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { askForSite } from './support/allow-site.ts';
import { arrived, SEVEN, startWatchedWebmail, type WatchedWebmail, warned } from './support/watched-webmail.ts';
import { send } from './support/webmail-page.ts';

const PITCH = { to: SEVEN, subject: 'Undangan liputan', text: 'Kami mengundang Anda pada hari Kamis.' };

let mail: WatchedWebmail;
let page: Page;
beforeAll(async () => {
  mail = await startWatchedWebmail();
});
afterAll(() => mail?.stop());
beforeEach(() => mail.world.sink.clear());
afterEach(() => page?.close());

const askedAndAnswered = (answer: 'allow' | 'refuse'): Promise<boolean> =>
  askForSite(mail.browser, mail.own, mail.world.webmail.origin, answer);

test('a self-hosted webmail is not watched when the user refuses it', async () => {
  expect(await askedAndAnswered('refuse')).toBe(false);
  page = await mail.write(PITCH);
  await send(page);
  const [message] = await arrived(mail, page);
  expect(message?.headers).toContain(SEVEN[0]);
});

test('it is watched once the user allows this one site, in tabs that were open before too', async () => {
  page = await mail.write(PITCH);
  expect(await askedAndAnswered('allow')).toBe(true);
  await page.bringToFront();
  await send(page);
  await warned(page);
  expect(mail.world.sink.received).toHaveLength(0);
});
