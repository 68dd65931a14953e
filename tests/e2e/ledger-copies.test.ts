import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { type Izin, launchIzin } from './support/chromium.ts';
import { faultsIn, openRooms, type Rooms } from './support/ledger-rooms.ts';
import { aConsent, aPerson } from './support/ledger-seed.ts';

const PASSPHRASE = 'kapur sirih empat belas pintu';
const profiles = ['first', 'second'].map((name) => mkdtempSync(join(tmpdir(), `izin-copies-${name}-`)));
const [first = '', second = ''] = profiles;
let izin: Izin;
let rooms: Rooms;
afterAll(async () => {
  await izin?.close();
  for (const profile of profiles) rmSync(profile, { recursive: true, force: true });
});

async function start(profile: string, ...ops: Parameters<typeof openRooms>[1] & object): Promise<void> {
  await izin?.close();
  izin = await launchIzin({ profile, ...(readdirSync(profile).length > 0 ? { welcome: 'stay' as const } : {}) });
  rooms = await openRooms(izin, ops);
}
async function find(name: string, count: string): Promise<void> {
  await rooms.goTo('people');
  await rooms.page.getByLabel('Find a person').fill(name);
  await rooms.page.getByRole('status').filter({ hasText: count }).waitFor();
}

let file: { readonly name: string; readonly bytes: Buffer };
it('a backup is a file in which nothing stands in clear', async () => {
  await start(
    first,
    aPerson('Bima Prasetya', 'bima@cakrawala.example', aConsent()),
    aPerson('Citra Lestari', 'citra@warta.example'),
  );
  await rooms.goTo('settings/backup');
  expect(await faultsIn(rooms.page)).toEqual([]);
  await rooms.page.getByLabel('Passphrase of the file').fill(PASSPHRASE);
  file = await rooms.saved(() => rooms.press('Save backup'));
  await rooms.page.getByText(`${file.name} was given to the browser`).waitFor();
  for (const word of ['Bima', 'Citra', 'cakrawala', 'citra@warta.example'])
    expect(file.bytes.includes(word)).toBe(false);
});

it('on another device its passphrase opens it, after another one did not', async () => {
  await start(second, aPerson('Sari Wulan', 'sari@pos.example'));
  const { page, goTo, press } = rooms;
  await goTo('settings/backup');
  await page
    .getByLabel('Backup file')
    .setInputFiles({ name: file.name, mimeType: 'application/octet-stream', buffer: file.bytes });
  const passphrase = page.getByRole('region', { name: 'Check or restore a file' }).getByLabel('Passphrase of the file');
  await passphrase.fill('bukan ini sama sekali');
  await press('Check the file');
  await page.getByText('This passphrase does not open the file').waitFor();
  await passphrase.fill(PASSPHRASE);
  await press('Check the file');
  await page.getByText('What the file would bring').waitFor();
});

it('what it would bring is shown before anything is written; merged, all are there, and it can be taken out again', async () => {
  const { page, press } = rooms;
  const preview = page.getByRole('table', { name: 'What the file would bring' });
  await expect.poll(async () => (await preview.innerText()).replace(/\s+/g, ' ')).toMatch(/not known here 2/i);
  expect(await faultsIn(page)).toEqual([]);
  await press('Merge into this ledger');
  await page.getByText(/changes came in/).waitFor();
  await press('Take it out again');
  await page.getByText(/were taken out again/).waitFor();
  await find('', '1 person');
});

it('a file that was changed on its way is refused, and nothing of it is taken', async () => {
  const { page, goTo, press } = rooms;
  const bytes = Buffer.from(file.bytes);
  const at = Math.floor(bytes.length * 0.7);
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
  await goTo('settings');
  await goTo('settings/backup');
  await page
    .getByLabel('Backup file')
    .setInputFiles({ name: file.name, mimeType: 'application/octet-stream', buffer: bytes });
  await page
    .getByRole('region', { name: 'Check or restore a file' })
    .getByLabel('Passphrase of the file')
    .fill(PASSPHRASE);
  await press('Check the file');
  await page.getByText(/Nothing of it was taken/).waitFor();
  await find('', '1 person');
});

it('a ledger that does not open leads to the recovery page: nothing is begun anew, and the file brings all back', async () => {
  await start(first);
  const { page, goTo, press, saved } = rooms;
  await goTo('settings');
  await page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const request = indexedDB.deleteDatabase('izin-keys');
        request.onsuccess = resolve;
        request.onerror = reject;
        request.onblocked = reject;
      }),
  );
  await page.reload();
  await page.getByRole('heading', { name: 'The ledger did not open' }).waitFor();
  await page.getByText('Nothing was deleted, and no new ledger was begun.').waitFor();
  expect(await faultsIn(page)).toEqual([]);
  expect(await rooms.button('Begin an empty ledger').isDisabled()).toBe(true);
  const raw = await saved(() => press('Save what can be read'));
  expect(raw.bytes.length).toBeGreaterThan(1_000);
  await page.getByRole('checkbox', { name: /The copy lies where I keep it/ }).check();
  await press('Begin an empty ledger');
  await page.getByRole('heading', { name: 'Backups', level: 1 }).waitFor();
  await page
    .getByLabel('Backup file')
    .setInputFiles({ name: file.name, mimeType: 'application/octet-stream', buffer: file.bytes });
  await page
    .getByRole('region', { name: 'Check or restore a file' })
    .getByLabel('Passphrase of the file')
    .fill(PASSPHRASE);
  await press('Check the file');
  await press('Merge into this ledger');
  await page.getByText(/changes came in/).waitFor();
  await find('', '2 people');
});

it('databases that the browser lost are told too: no empty ledger stands in for the one that was there', async () => {
  const { page, goTo } = rooms;
  await goTo('settings');
  await page.evaluate(async () => {
    for (const name of ['izin', 'izin-keys'])
      await new Promise((resolve, reject) => {
        const request = indexedDB.deleteDatabase(name);
        request.onsuccess = resolve;
        request.onerror = reject;
      });
  });
  await page.reload();
  await page.getByText('A ledger was begun here, and the browser has none of it any more.').waitFor();
  await page.reload();
  await page.getByRole('heading', { name: 'The ledger did not open' }).waitFor();
});
