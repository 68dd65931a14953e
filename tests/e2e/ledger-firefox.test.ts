import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  isWarnedInFirefox,
  launchFirefox,
  openGmailInFirefox,
  ownPageInFirefox,
  warnedInFirefox,
} from './support/firefox.ts';
import type { GmailWindow } from './support/gmail-page.ts';
import { openRoomsInFirefox, type RoomsInFirefox } from './support/ledger-firefox.ts';
import { aConsent, aPerson, daysAgo, writing } from './support/ledger-seed.ts';

const PASSPHRASE = 'kapur sirih empat belas pintu';
const BIMA = aPerson('Bima Prasetya', 'bima@cakrawala.example', [
  { kind: 'datum', datum: { id: 'born', kind: 'birth_date', value: '1988-02-29' } },
  ...aConsent(),
  {
    kind: 'request',
    request: { id: 'bima-erase', type: 'erase', receivedAt: daysAgo(1), state: 'open', zone: 'WIB' },
  },
]);

let browser: Browser;
let rooms: RoomsInFirefox;
beforeAll(async () => {
  browser = await launchFirefox();
  const own = await ownPageInFirefox(browser);
  await own.evaluate(await writing([BIMA, aPerson('Citra Lestari', 'citra@warta.example')]));
  rooms = await openRoomsInFirefox(browser, own);
});
afterAll(() => browser?.close());

it('in Firefox a person’s page shows what they agreed to, and protected data when it is asked for', async () => {
  await rooms.goTo(`people/${BIMA.subject}`);
  await rooms.says('Over time');
  const before = await rooms.words();
  expect(before).toContain('Agreed');
  expect(before).not.toContain('1988-02-29');
  await rooms.press('Show birth date');
  await rooms.says('1988-02-29');
});

let file: { readonly name: string; readonly base64: string };
it('in Firefox a backup is made in which nothing stands in clear', async () => {
  await rooms.goTo('settings/backup');
  await rooms.fill('Passphrase of the file', PASSPHRASE);
  file = await rooms.saved('Save backup');
  await rooms.says('was given to the browser');
  expect(Buffer.from(file.base64, 'base64').includes('Bima')).toBe(false);
});

it('in Firefox a list is previewed, imported, and found', async () => {
  await rooms.goTo('import');
  await rooms.says('Choose a file');
  const csv = 'Nama;Surel;Media\nSari Puspita;sari@tabloid.example;Tabloid\nDewi Anggraini;dewi@pos.example;Pos\n';
  await rooms.give({ name: 'daftar.csv', base64: Buffer.from(csv).toString('base64') });
  await rooms.fill('How it was collected', 'business_card');
  await rooms.press('Preview');
  await rooms.press('Import 2');
  await rooms.says('2 rows are in the ledger');
  await rooms.goTo('people');
  await rooms.fill('Find a person', 'Tabloid');
  await rooms.says('Sari Puspita');
});

it('in Firefox an erasure leaves nobody to find, and a message to them is held', async () => {
  await rooms.goTo(`requests/${BIMA.subject}/bima-erase`);
  await rooms.press('Confirm that it came');
  await rooms.press('Begin');
  await rooms.press('Done: make sure who is asking');
  await rooms.press('Done: search everything we hold');
  await rooms.fill('Write the name to confirm', 'Bima Prasetya');
  await rooms.press('Erase now');
  await rooms.says('The data are gone from this device');
  await rooms.press('Done, forget them');
  await rooms.goTo('people');
  await rooms.fill('Find a person', 'Bima');
  await rooms.says('Nobody matches “Bima”');
  const gmail = await openGmailInFirefox(browser);
  await gmail.bringToFront();
  await gmail.evaluate(
    () =>
      void (window as unknown as GmailWindow).openCompose({
        to: ['bima@cakrawala.example'],
        subject: 'Undangan',
        body: 'Halo.',
      }),
  );
  await gmail.focus('.editable');
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  await (await gmail.$('.dC > [role="button"]:not(.hG)'))?.click();
  await warnedInFirefox(gmail);
  expect(await isWarnedInFirefox(gmail)).toBe(true);
  expect(await gmail.evaluate(() => (window as unknown as GmailWindow).__sent)).toHaveLength(0);
  await gmail.close();
});

it('in Firefox the backup does not bring back who was erased since', async () => {
  await rooms.goTo('settings/backup');
  await rooms.says('Check or restore a file');
  await rooms.give(file);
  await rooms.says('Check the file');
  await rooms.fill('Passphrase of the file', PASSPHRASE, 'last');
  await rooms.press('Check the file');
  await rooms.says('erased here: stays erased');
  await rooms.goTo('people');
  await rooms.fill('Find a person', 'Bima');
  await rooms.says('Nobody matches “Bima”');
});
