import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Izin, launchIzin } from './support/chromium.ts';
import { faultsIn, openRooms, type Rooms } from './support/ledger-rooms.ts';
import { aConsent, aPerson } from './support/ledger-seed.ts';

let izin: Izin;
let rooms: Rooms;
beforeAll(async () => {
  izin = await launchIzin();
  rooms = await openRooms(izin, [
    aPerson('Bima Prasetya', 'bima@cakrawala.example', [
      { kind: 'person', set: { outlet: 'Harian Cakrawala' } },
      { kind: 'point', point: { id: 'bima-wa', channel: 'whatsapp', address: '0812 5550 4711' } },
      ...aConsent(),
    ]),
    aPerson('Zoë “Zo” D’Angelo, S.Sos', 'zoe@warta.example', [{ kind: 'person', set: { outlet: 'Warta; Pagi' } }]),
  ]);
});
afterAll(() => izin?.close());

async function taken(format: string): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const { page, goTo, saved } = rooms;
  await goTo('people');
  await goTo('import');
  await page.getByLabel('Format').selectOption({ label: format });
  return saved(() => rooms.button(/^Export 2 people/).click());
}

it.each(['CSV, for spreadsheets', 'Excel (XLSX)', 'vCard 4, for phones and address books', 'Outlook (CSV)'])(
  'what is taken out as %s and brought in again is already here',
  async (format) => {
    const { page, goTo, press } = rooms;
    const file = await taken(format);
    await goTo('people');
    await goTo('import');
    await page.locator('input[type="file"]').setInputFiles({ name: file.name, mimeType: '', buffer: file.bytes });
    await page.getByLabel('How it was collected').selectOption('business_card');
    expect(await faultsIn(page)).toEqual([]);
    await press('Preview');
    const counted = async (status: string): Promise<string> =>
      page
        .getByRole('button', { name: new RegExp(`^${status} \\d`) })
        .locator('strong')
        .innerText();
    await page.getByRole('button', { name: /^all \d/ }).waitFor();
    expect(await Promise.all(['all', 'new', 'cannot be taken'].map(counted))).toEqual(['2', '0', '0']);
    expect(await faultsIn(page)).toEqual([]);
  },
);

it('what was taken out stands in the log by number and columns, without a name', async () => {
  const { goTo, page } = rooms;
  await goTo('activity');
  await page.getByText('The log is whole').waitFor();
  const log = await rooms.words();
  expect(log).toMatch(/export/i);
  expect(log).not.toContain('Bima');
});
