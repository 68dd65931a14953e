import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Change } from '@/lib/domain/op.ts';
import { type Izin, launchIzin } from './support/chromium.ts';
import { compose, openGmail, sendOf, sent, warningOf } from './support/gmail-page.ts';
import { bytesInMemory } from './support/heap.ts';
import { faultsIn, openRooms, type Rooms } from './support/ledger-rooms.ts';
import { aConsent, aPerson, daysAgo } from './support/ledger-seed.ts';
import { wordsOnDisk } from './support/profile-files.ts';

/** Stands in every field of the person who is erased. Long enough to be nobody else's. */
const MARK = 'zarafenoqu';
const NAME = `${MARK} Wulandari`;
const EMAIL = `${MARK}@harian.example`;
const FRIEND = 'Teguh Wicaksono';

const marked: readonly Change[] = [
  {
    kind: 'person',
    set: {
      outlet: `${MARK} outlet`,
      honorific: `${MARK} honorific`,
      nicknames: [`${MARK} nickname`],
      groups: [`${MARK} group`],
      clients: [`${MARK} client`],
      topics: [`${MARK} topic`],
      source: { type: 'referral', detail: `${MARK} source` },
    },
  },
  { kind: 'point', point: { id: 'mark-ig', channel: 'instagram_dm', address: `@${MARK}` } },
  { kind: 'datum', datum: { id: 'mark-home', kind: 'address', value: `Jalan ${MARK} 12` } },
  { kind: 'note', note: { id: 'mark-note', text: `${MARK} note`, at: daysAgo(9) } },
  { kind: 'disclosed', disclosure: { id: 'mark-told', at: daysAgo(8), to: `${MARK} agency`, categories: ['phone'] } },
  ...aConsent({ words: `${MARK} words` }),
];

const profile = mkdtempSync(join(tmpdir(), 'izin-rights-'));
let izin: Izin;
let rooms: Rooms;
beforeAll(async () => {
  izin = await launchIzin({ profile });
  rooms = await openRooms(izin, [
    aPerson(NAME, EMAIL, marked),
    aPerson(FRIEND, 'teguh@kabar.example'),
    aPerson('Ayu Kartika', 'ayu@senja.example', [
      ...aConsent(),
      {
        kind: 'note',
        note: { id: 'ayu-note', text: `Datang bersama ${FRIEND}, teguh@kabar.example.`, at: daysAgo(3) },
      },
    ]),
  ]);
});
afterAll(async () => {
  await izin?.close();
  rmSync(profile, { recursive: true, force: true });
});

async function record(type: string, who: string): Promise<void> {
  const { page, goTo, press } = rooms;
  await goTo('requests');
  await press('Record a request');
  const form = page.getByRole('form', { name: 'Record a request' });
  await form.getByLabel('Person').fill(who.slice(0, 6));
  await form.getByRole('button', { name: who }).click();
  await form.getByLabel('What they ask for').selectOption(type);
  await form.getByLabel('In their words').fill(`${type}: data saya`);
  await form.getByRole('button', { name: 'Record' }).click();
  await page.getByRole('link', { name: who }).first().click();
  await page.getByRole('heading', { name: 'Where it stands' }).waitFor();
}

it('a request for access has its due time, with its law, from the moment that it is recorded', async () => {
  await record('access', 'Ayu Kartika');
  const words = await rooms.words();
  const [received = 0, due = 0] = [...words.matchAll(/(\d+ \w+ \d{4}) at (\d\d:\d\d)/g)].map(([, day, time]) =>
    Date.parse(`${day} ${time} UTC`),
  );
  expect(Math.round((due - received) / 86_400_000)).toBe(3);
  expect(words).toContain('UU 27/2022 Pasal 32');
  expect(await faultsIn(rooms.page)).toEqual([]);
});

it('its steps are ticked one by one, each with its proof', async () => {
  const { page, press } = rooms;
  await press('Confirm that it came');
  await page.getByRole('button', { name: 'Begin' }).click();
  for (const step of ['make sure who is asking', 'search everything we hold', 'hold back other people’s data']) {
    const button = page.getByRole('button', { name: new RegExp(`Done: ${step}`, 'i') });
    await page.getByLabel('Proof').fill(`bukti ${step.slice(0, 6)}`);
    await button.click();
    await button.waitFor({ state: 'detached' });
  }
  await expect.poll(rooms.words).toContain('bukti search');
});

it('the file for reading and the one for machines are saved, with other people held back', async () => {
  const { saved, press } = rooms;
  const page = await saved(() => press('Save to read'));
  expect(page.name).toMatch(/\.html$/);
  const html = page.bytes.toString('utf8');
  expect(html).toContain('ayu@senja.example');
  expect(html).toContain('Datang bersama');
  const data = await saved(() => press('Save for machines'));
  const json = JSON.parse(data.bytes.toString('utf8')) as { '@context'?: unknown };
  expect(json['@context']).toBeDefined();
  for (const file of [html, data.bytes.toString('utf8')]) {
    expect(file).not.toContain('Teguh');
    expect(file).not.toContain('teguh@kabar.example');
  }
});

it('it is closed when all is done, and the answer says so in the person’s language', async () => {
  const { page, press } = rooms;
  await press(/Done: send the file/i);
  await press('Close as fulfilled');
  await page.getByText('Fulfilled', { exact: true }).waitFor();
  await expect.poll(() => page.getByLabel('What to write to the person').inputValue()).toMatch(/Ayu Kartika/);
});

let certificate = '';
it('an erasure says what goes and what stays, asks for the name, and hands out its certificate', async () => {
  const { page, press, saved } = rooms;
  await record('erase', NAME);
  await press('Confirm that it came');
  await page.getByRole('button', { name: 'Begin' }).click();
  await press(/Done: make sure who is asking/i);
  await press(/Done: search everything/i);
  await page.getByRole('heading', { name: 'Erase the data' }).waitFor();
  await press('Erase now');
  await page.getByText('That is not the name').waitFor();
  await page.getByLabel(/Write the name to confirm/).fill(NAME);
  await press('Erase now');
  await page.getByRole('heading', { name: 'Erased' }).waitFor();
  certificate = (await saved(() => press('Save certificate'))).bytes.toString('utf8');
  expect(Object.keys(JSON.parse(certificate) as object)).toContain('signature');
  for (const word of [MARK, 'harian.example', 'Wulandari']) expect(certificate.toLowerCase()).not.toContain(word);
});

it('when its page is left, nobody finds the person, and the log that names them no more is whole', async () => {
  const { page, goTo } = rooms;
  await page.getByRole('link', { name: /forget them/ }).click();
  await page.getByRole('heading', { name: 'Erasures' }).waitFor();
  await goTo('people');
  await page.getByLabel('Find a person').fill(MARK);
  await page.getByText(`Nobody matches “${MARK}”.`).waitFor();
  await page.getByLabel('Find a person').fill('');
  await goTo('activity');
  await page.getByText('The log is whole').waitFor();
  expect((await rooms.words()).toLowerCase()).not.toContain(MARK);
});

it('the memory of the page that stays open holds nothing of them', async () => {
  const { page } = rooms;
  // What is in it is found: else finding nothing would prove nothing.
  await page.evaluate(() => {
    (globalThis as unknown as { kept: object }).kept = { word: ['kontrol', 'ingatan4711'].join('') };
  });
  // What the page was still drawing when they were erased is let go of a moment later.
  await expect
    .poll(() => bytesInMemory(page, ['kontrolingatan4711', MARK]), { timeout: 60_000, interval: 1_000 })
    .toEqual(['kontrolingatan4711']);
});

it('a message to that address is still held, by its token', async () => {
  const gmail: Page = await openGmail(izin.context);
  await compose(gmail, { to: [EMAIL], subject: 'Undangan', body: 'Halo.' });
  await sendOf(gmail).click();
  const warning = await warningOf(gmail);
  await expect.poll(() => warning.locator('body').innerText()).toContain('Asked to be erased');
  await gmail.waitForTimeout(300);
  expect(await sent(gmail)).toHaveLength(0);
  await gmail.close();
});

it('no file of the profile holds a word of them, the browser’s own notes of its session with them', async () => {
  const worker = await izin.worker();
  await worker.evaluate(() =>
    (
      globalThis as unknown as { chrome: { storage: { local: { set(items: object): Promise<void> } } } }
    ).chrome.storage.local.set({ control: 'kontrolberkas4711' }),
  );
  await izin.close();
  const ours = new RegExp(`${izin.id}|IndexedDB|Extension|Service Worker|blob_storage|Local Storage|Session`);
  expect(wordsOnDisk(profile, ours, ['kontrolberkas4711'])).toEqual(['kontrolberkas4711']);
  expect(wordsOnDisk(profile, ours, [MARK, NAME, EMAIL, `Jalan ${MARK}`])).toEqual([]);
});
