import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type MailWorld, RINA, startMailWorld } from './support/mail-world.ts';
import { compose, logIn, send } from './support/webmail-page.ts';

let world: MailWorld;
let browser: Browser;

beforeAll(async () => {
  world = await startMailWorld();
  browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
});
afterAll(async () => {
  await browser?.close();
  await world?.stop();
});

test('without Izin, Roundcube shows every address in To to everybody', async () => {
  const page = await browser.newPage();
  await logIn(page, world.webmail.origin, RINA);
  await compose(page, world.webmail.origin, {
    to: ['ayu@harian.example', 'bima@kabar.example'],
    bcc: ['citra@warta.example'],
    subject: 'Undangan',
    text: 'Kami mengundang Anda.',
  });
  await send(page);
  const [message] = await world.sink.arrived(1);
  expect(message?.to).toEqual(['ayu@harian.example', 'bima@kabar.example', 'citra@warta.example']);
  expect(message?.headers).toContain('bima@kabar.example');
  expect(message?.headers).not.toContain('citra@warta.example');
  expect(message?.email.subject).toBe('Undangan');
});
