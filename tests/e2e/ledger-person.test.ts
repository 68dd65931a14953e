import jsonld from 'jsonld';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Izin, launchIzin } from './support/chromium.ts';
import { faultsIn, openRooms, type Rooms } from './support/ledger-rooms.ts';
import { aConsent, aPerson } from './support/ledger-seed.ts';

const BORN = '1988-02-29';
let izin: Izin;
let rooms: Rooms;
beforeAll(async () => {
  izin = await launchIzin();
  rooms = await openRooms(izin, [
    aPerson('Bima Prasetya', 'bima@cakrawala.example', [
      { kind: 'person', set: { outlet: 'Harian Cakrawala', nicknames: ['Bim'] } },
      { kind: 'point', point: { id: 'bima-wa', channel: 'whatsapp', address: '0812 5550 4711' } },
      ...aConsent(),
    ]),
    aPerson('Citra Lestari', 'citra@warta.example', [
      { kind: 'point', point: { id: 'citra-ig', channel: 'instagram_dm', address: '@citra.menulis' } },
    ]),
    ...Array.from({ length: 40 }, (_, index) => aPerson(`Orang Lain ${index}`, `lain${index}@pos.example`)),
  ]);
});
afterAll(() => izin?.close());

const block = (name: string) => rooms.page.getByRole('region', { name });
const shown = (part: string) => rooms.page.getByRole('table', { name: part });

it('somebody is added by their name, outlet and address', async () => {
  const { page, goTo, press } = rooms;
  await goTo('people');
  await page.getByRole('link', { name: 'Add person' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Sari Wulandari');
  await page.getByLabel('Outlet or organisation').fill('Harian Senja');
  await press('Add person');
  await page.getByRole('heading', { name: 'Sari Wulandari', level: 1 }).waitFor();
  await page.getByLabel('Address, number or handle').fill('sari@senja.example');
  await press('Add address');
  await block('Addresses').getByText('sari@senja.example').waitFor();
});

it('what is edited keeps what it was, in the line of time', async () => {
  const { page, press } = rooms;
  await press('Edit');
  await page.getByLabel('Outlet or organisation').fill('Harian Fajar');
  await press('Save');
  await page.locator('.person-head').getByText('Harian Fajar').waitFor();
  for (const outlet of ['Harian Senja', 'Harian Fajar'])
    await expect.poll(() => block('Over time').innerText()).toContain(outlet);
});

it('consent is recorded with its evidence, and stands in the grid and in the line of time', async () => {
  const { page, press } = rooms;
  await press('Record consent');
  await page.getByLabel("The person's own words").fill('Silakan kirim siaran pers.');
  await page.getByLabel('Where the evidence is').fill('surat 4711');
  await page.getByRole('form', { name: 'Record what the person said' }).getByRole('button', { name: 'Record' }).click();
  const grid = page.getByRole('table', { name: /^Consent of Sari/ });
  await grid.getByRole('button', { name: /^Agreed · since/ }).waitFor();
  await expect.poll(() => block('Over time').innerText()).toContain('Silakan kirim siaran pers.');
});

it('protected data is hidden until it is asked for, and the asking stands in the log without the value', async () => {
  const { page, press, goTo } = rooms;
  await press('Add a datum');
  await page.getByRole('textbox', { name: 'Value' }).fill(BORN);
  await press('Keep');
  const held = shown('What we hold of Sari Wulandari');
  await held.getByRole('button', { name: 'Show birth date' }).waitFor();
  expect(await rooms.words()).not.toContain(BORN);
  await held.getByRole('button', { name: 'Show birth date' }).click();
  await held.getByText(BORN).waitFor();
  await held.getByRole('button', { name: 'Hide birth date' }).click();
  await expect.poll(rooms.words).not.toContain(BORN);
  const here = page.url();
  await goTo('activity');
  await page.getByText('The log is whole').waitFor();
  const log = await rooms.words();
  expect(log).toContain('birth_date');
  expect(log).not.toContain(BORN);
  await page.goto(here);
});

it('the receipt opens as a sheet in the person’s language, and is saved as linked data that reads back', async () => {
  const { page, saved, press } = rooms;
  await page.getByRole('link', { name: 'Receipt to print or send' }).click();
  await page.locator('article.receipt').waitFor();
  await expect.poll(() => page.locator('article.receipt').innerText()).toContain('Silakan kirim siaran pers.');
  expect(await faultsIn(page)).toEqual([]);
  const file = await saved(() => press('Save as data (JSON-LD)'));
  expect(file.name).toBe('izin-receipt.jsonld');
  const [graph] = (await jsonld.expand(JSON.parse(file.bytes.toString('utf8')))) as object[];
  expect(JSON.stringify(graph)).toContain('https://w3id.org/dpv');
  await page.goBack();
});

it.each([
  ['a part of a name', 'prasety', 'Bima Prasetya'],
  ['a nickname', 'bim', 'Bima Prasetya'],
  ['an outlet', 'cakraw', 'Bima Prasetya'],
  ['an address', 'citra@war', 'Citra Lestari'],
  ['a handle', 'menulis', 'Citra Lestari'],
  ['the end of a number', '4711', 'Bima Prasetya'],
])('somebody is found while typing by %s', async (_, typed, name) => {
  const { page, goTo } = rooms;
  await goTo('people');
  await page.getByLabel('Find a person').fill('');
  await page.getByLabel('Find a person').pressSequentially(typed);
  const first = page.getByRole('region', { name: 'List of people' }).getByRole('link').first();
  await expect.poll(() => first.innerText()).toContain(name);
});

it('the list and the person’s page have no fault that axe knows', async () => {
  const { page, goTo } = rooms;
  await goTo('people');
  await page.getByLabel('Find a person').fill('Sari');
  await page.getByRole('region', { name: 'List of people' }).getByRole('link', { name: 'Sari Wulandari' }).click();
  await page.getByRole('heading', { name: 'Sari Wulandari', level: 1 }).waitFor();
  expect(await faultsIn(page)).toEqual([]);
});
