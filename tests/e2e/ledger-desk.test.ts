import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Change } from '@/lib/domain/op.ts';
import { type Izin, launchIzin } from './support/chromium.ts';
import { compose, openGmail, sendOf, sent, warningOf } from './support/gmail-page.ts';
import { faultsIn, openRooms, type Rooms } from './support/ledger-rooms.ts';
import { aConsent, aPerson, daysAgo } from './support/ledger-seed.ts';

const GROUP: Change = { kind: 'person', set: { groups: ['nasional'] } };
const source = (at: string): Change => ({ kind: 'person', set: { source: { type: 'referral', collectedAt: at } } });

let izin: Izin;
let rooms: Rooms;
beforeAll(async () => {
  izin = await launchIzin();
  rooms = await openRooms(
    izin,
    [
      aPerson('Bima Prasetya', 'bima@cakrawala.example', [
        GROUP,
        ...aConsent(),
        { kind: 'request', request: { id: 'q', type: 'access', receivedAt: daysAgo(1), state: 'open', zone: 'WIB' } },
      ]),
      aPerson('Habis Segera', 'habis@pos.example', [GROUP, ...aConsent({ until: daysAgo(-9) })]),
      aPerson('Dina Muda', 'dina@suara.example', [GROUP, { kind: 'person', set: { ageBand: 'child' } }, ...aConsent()]),
      aPerson('Sari Wulan', 'kembar@pos.example', [GROUP, ...aConsent()]),
      aPerson('Sari Wulan', 'Kembar@pos.example', [GROUP, ...aConsent()]),
      aPerson('Belum Ditanya', 'belum@pos.example', [GROUP]),
      aPerson('Lama Sekali', 'lama@arsip.example', [source(daysAgo(1_500))], daysAgo(1_500)),
      aPerson('Lama Juga', 'juga@arsip.example', [source(daysAgo(1_400))], daysAgo(1_400)),
    ],
    [
      { at: daysAgo(0), kind: 'held', rules: ['exposed-recipients'], people: [], tier: 'T3' },
      { at: daysAgo(0), kind: 'fixed', rules: ['exposed-recipients'], people: [] },
    ],
  );
});
afterAll(() => izin?.close());

it('a list is a rule that is kept, and says who may be written to, whose word runs out, who is a child, who is there twice', async () => {
  const { page, goTo, press } = rooms;
  await goTo('lists/new');
  await page.getByLabel('Name of the list').fill('Media nasional');
  await page.getByRole('checkbox', { name: /nasional/ }).check();
  await page
    .getByRole('status')
    .filter({ hasText: /of 6 may be written to now/ })
    .waitFor();
  await press('Save the list');
  await page.getByRole('heading', { name: 'Media nasional', level: 1 }).waitFor();
  await expect.poll(rooms.words).toContain('Consent of 1 person ends within 30 days');
  const row = (name: RegExp) => page.getByRole('row', { name }).innerText();
  await expect.poll(() => row(/^Children, the guardian has not agreed/)).toContain('Dina Muda');
  await expect.poll(() => row(/^Same address as another one/)).toContain('Sari Wulan');
  await expect.poll(() => row(/^Ask for consent first/)).toContain('Belum Ditanya');
  expect(await faultsIn(page)).toEqual([]);
});

it('the overview draws each answer, with its table one key away', async () => {
  const { page, goTo } = rooms;
  await goTo('overview');
  await page.getByRole('heading', { name: 'Whom may we write to, about what and where?' }).waitFor();
  const drawn = page.getByRole('region').filter({ has: page.locator('svg rect, svg path') });
  const tables = page.getByText('As a table', { exact: true });
  await expect.poll(async () => [await drawn.count(), await tables.count()]).toEqual([5, 6]);
  await page.locator('summary').first().focus();
  await page.keyboard.press('Enter');
  const table = page.getByRole('table').first();
  await table.waitFor();
  await expect.poll(() => table.innerText()).toMatch(/Press pitch/i);
  await expect.poll(rooms.words).toContain('1 message held, 1 mended, 0 sent anyway');
  expect(await faultsIn(page)).toEqual([]);
});

it('on paper the report has its tables open, and neither rail nor buttons', async () => {
  const { page } = rooms;
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  await expect.poll(() => page.getByRole('navigation').isVisible()).toBe(false);
  expect(await page.getByRole('button', { name: 'Print the report' }).isVisible()).toBe(false);
  await page.getByRole('table').nth(3).waitFor();
  expect((await page.pdf({ format: 'A4' })).subarray(0, 5).toString()).toBe('%PDF-');
  await page.emulateMedia({ media: null });
});

it('what is due for deletion is proposed, and done when it is confirmed', async () => {
  const { page, goTo, press } = rooms;
  await goTo('overview/retention');
  await page.getByText('2 people are due').waitFor();
  expect(await faultsIn(page)).toEqual([]);
  await page.getByRole('checkbox', { name: /Lama Sekali/ }).check();
  await press('Delete 1');
  await press('Erase them');
  await page.getByText('1 person was erased').waitFor();
  await goTo('people');
  await page.getByLabel('Find a person').fill('Lama');
  await page.getByRole('status').filter({ hasText: '1 person' }).waitFor();
  expect(await rooms.words()).not.toContain('Lama Sekali');
});

it('a law that a rule rests on stands beside it with its source, its date and how sure we are of it', async () => {
  const { page, goTo } = rooms;
  await goTo('people');
  await page.getByLabel('Find a person').fill('Bima');
  await page.getByRole('region', { name: 'List of people' }).getByRole('link', { name: 'Bima' }).click();
  const held = page.getByRole('region', { name: 'What we hold and why' });
  await held.getByText('How sensitive by').waitFor();
  await held.getByText('UU 27/2022 Pasal 4').first().click();
  await expect
    .poll(() => held.innerText())
    .toMatch(/Pasal 4 .*specific data.* (Read at|From a secondary source:) \S+.*20\d\d-\d\d\./);
});

it('an embargo is made with its moment and zone, and holds a message until then', async () => {
  const { page, goTo, press } = rooms;
  await goTo('terms');
  await press('Add release');
  const form = page.getByRole('form', { name: 'A release' });
  await form.getByLabel('Title').fill('Laporan Garuda');
  await form.getByLabel('Phrases').fill('laba Garuda');
  await form.getByLabel('Lifts on').fill('2099-01-05');
  await form.getByLabel('Zone').fill('WIT');
  await form.getByLabel('How secret until then').selectOption('Under embargo');
  await form.getByLabel('Lane').selectOption('Public information');
  await form.getByRole('checkbox', { name: /Economic resilience/ }).check();
  await form.getByRole('button', { name: 'Save' }).click();
  await form.waitFor({ state: 'detached' });
  await expect.poll(() => rooms.words()).toContain('Laporan Garuda');
  await expect.poll(rooms.words).toMatch(/5 January 2099 at 09:00 WIT/);
  await expect.poll(rooms.words).toContain('The consequence has to be tested by the PPID (Economic resilience)');
  const card = page.getByRole('article').filter({ hasText: 'Laporan Garuda' });
  await card.getByRole('button', { name: 'Ask for approval' }).click();
  await card.getByLabel('Of whom').fill('Kepala Biro');
  await card.getByRole('button', { name: 'Ask for approval' }).click();
  await card.getByRole('button', { name: 'Record approval' }).click();
  await card.getByRole('form').getByRole('button', { name: 'Record approval' }).click();
  await expect.poll(() => card.innerText()).toMatch(/approved\s+Waiting for approval, .*of Kepala Biro\s+Approved, /);
  expect(await faultsIn(page)).toEqual([]);
  const gmail: Page = await openGmail(izin.context);
  await compose(gmail, { to: ['bima@cakrawala.example'], subject: 'Kabar', body: 'Ini laba Garuda tahun ini.' });
  await sendOf(gmail).click();
  const warning = await warningOf(gmail);
  await expect.poll(() => warning.locator('body').innerText()).toContain('Laporan Garuda');
  await gmail.waitForTimeout(300);
  expect(await sent(gmail)).toHaveLength(0);
});
