import { afterAll, beforeAll, expect, it } from 'vitest';
import { inventedList } from '../bench/import-list.ts';
import { type Izin, launchIzin } from './support/chromium.ts';
import { openRooms, type Rooms } from './support/ledger-rooms.ts';

// Larger than one transaction: what stands there when the worker dies is a part of it.
const list = Buffer.from([...inventedList(12_000)].join(''));
/** As long as it takes on a machine that has other things to do. */
const LONG = { timeout: 100_000 };

let izin: Izin;
let rooms: Rooms;
beforeAll(async () => {
  izin = await launchIzin();
  rooms = await openRooms(izin);
});
afterAll(() => izin?.close());

const brings = () => rooms.page.getByRole('button', { name: /^Import [\d,]+/ });
const preview = async (): Promise<void> => {
  await rooms.goTo('import');
  await rooms.page
    .locator('input[type="file"]')
    .setInputFiles({ name: 'daftar.csv', mimeType: 'text/csv', buffer: list });
  await rooms.page.getByLabel('How it was collected').selectOption('business_card');
  await rooms.press('Preview');
  await brings().waitFor(LONG);
};

it('a worker that dies in the middle of a write leaves nothing behind, and the list can be brought again', async () => {
  const { page } = rooms;
  await preview();
  await brings().click();
  await page.locator('section[aria-busy] progress[value]:not([value="0"])').waitFor();
  const [worker] = page.workers();
  expect(worker?.url()).toContain('import.worker');
  // It says nothing to anybody, as one that the browser ended.
  void worker?.evaluate(() => close()).catch(() => undefined);
  await page.getByText('The browser ended the import on its own').waitFor();
  await rooms.goTo('people');
  await page.getByText('Nobody is in your ledger yet').waitFor();

  await preview();
  const rows = Number((await brings().innerText()).replaceAll(/\D/g, ''));
  await brings().click();
  await page.getByRole('button', { name: 'Undo the import' }).waitFor(LONG);
  expect(rows).toBeGreaterThan(10_000);
  await rooms.goTo('people');
  await page
    .getByRole('status')
    .filter({ hasText: `${rows.toLocaleString('en')} people` })
    .waitFor();
});
