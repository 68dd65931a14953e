import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { signCorrection } from '../../lib/adapters/correction-file.ts';
import { fingerprintOf, type KeyPair, newKeyPair } from '../../lib/adapters/signing.ts';
import { writeTaught } from '../../lib/adapters/taught-file.ts';
import type { SiteHooks } from '../../lib/surfaces/hooks.ts';
import whatsapp from '../../lib/surfaces/whatsapp.surface.ts';
import whatsappCase from '../surfaces/cases/whatsapp.case.ts';
import { siteOf } from '../surfaces/support/pages.ts';
import { aBox, aSite } from '../unit/adapters/build.ts';
import { type Izin, launchIzin } from './support/chromium.ts';
import { warningOf } from './support/gmail-page.ts';
import { backToText } from './support/warning.ts';

/** Held by its words alone. */
const UNFINISHED = 'Halo [nama], ini kabar kami.';
const BUILT_IN = whatsapp.hooks as SiteHooks;
const NEXT = BUILT_IN.version + 1;

let izin: Izin;
let admin: KeyPair;
beforeAll(async () => {
  admin = await newKeyPair();
  izin = await launchIzin();
  const { answer } = siteOf(whatsappCase);
  await izin.context.route(/^https?:/, (route) => {
    const given = answer(route.request().url());
    return given ? route.fulfill(given) : route.abort();
  });
});
afterAll(() => izin?.close());
afterEach(async () => {
  for (const page of izin.context.pages().slice(1)) await page.close();
});

/** The room of taught sites and corrections. */
async function room(): Promise<Page> {
  const page = await izin.context.newPage();
  await page.goto(izin.url('ledger.html#/sites/taught'));
  await page.getByRole('heading', { name: 'Corrections', exact: true }).waitFor();
  return page;
}
const give = (page: Page, label: string, text: string): Promise<void> =>
  page.getByLabel(label).setInputFiles({ name: 'izin.json', mimeType: 'application/json', buffer: Buffer.from(text) });
const correct = async (page: Page, hooks: SiteHooks, keys = admin): Promise<void> =>
  give(page, 'Take in a correction', JSON.stringify(await signCorrection(hooks, keys)));
const version = (page: Page, number: number) => page.getByRole('listitem').filter({ hasText: `Version ${number} ` });

/** A page of the site, with a message written that must be held, whoever's hooks read it. */
async function writeOnSite(): Promise<Page> {
  const page = await izin.context.newPage();
  await page.goto(whatsappCase.url);
  await page.evaluate(() => Reflect.get(window, 'site').open('rani'));
  await page.locator('footer [contenteditable]').fill(UNFINISHED);
  await page.locator('footer [aria-label="Kirim"]').click();
  await backToText(await warningOf(page));
  expect(await page.evaluate(() => Reflect.get(window, 'site').sent)).toEqual([]);
  return page;
}

it('a correction is refused when it was changed after signing, and when nobody here trusts who signed it', async () => {
  const page = await room();
  const signed = await signCorrection({ ...BUILT_IN, version: NEXT }, admin);
  await give(page, 'Take in a correction', JSON.stringify({ ...signed, note: 'Changed on the way' }));
  await page.getByText('it was changed after it was signed').waitFor();
  await correct(page, { ...BUILT_IN, version: NEXT });
  await page.getByText(`a key that you do not trust: ${await fingerprintOf(admin.publicKey)}`).waitFor();
  await expect.poll(() => page.getByRole('heading', { name: 'WhatsApp' }).count()).toBe(0);
});

it('a correction of a trusted signer is tried on the live page, used if it finds no less, and left again by one press', async () => {
  const page = await room();
  await page.getByLabel('Name').fill('Admin humas');
  await page.getByLabel('Public key').fill(admin.publicKey);
  await page.getByRole('button', { name: 'Show the fingerprint' }).click();
  await page.getByText(await fingerprintOf(admin.publicKey)).waitFor();
  await page.getByRole('button', { name: 'Trust this key' }).click();
  await page.getByRole('button', { name: 'Trust no longer' }).waitFor();

  await correct(page, { ...BUILT_IN, version: NEXT });
  await version(page, NEXT).getByText('on trial').waitFor();
  await (await writeOnSite()).close();
  await version(page, NEXT).getByText('in use').waitFor();

  const blind = BUILT_IN.boxes.map(({ who: _, ...box }) => box);
  await correct(page, { ...BUILT_IN, version: NEXT + 1, boxes: blind });
  await version(page, NEXT).getByText('kept').waitFor();
  await (await writeOnSite()).close();
  await version(page, NEXT + 1)
    .getByText('set aside')
    .waitFor();
  await expect.poll(() => version(page, NEXT + 1).innerText()).toContain('It did not find the recipients');

  await page.getByRole('button', { name: `Go back to version ${NEXT}` }).click();
  await version(page, NEXT).getByText('on trial').waitFor();
  await (await writeOnSite()).close();
  await version(page, NEXT).getByText('in use').waitFor();
  await page.getByRole('button', { name: 'Go back to what Izin came with' }).click();
  await version(page, BUILT_IN.version).getByText('in use').waitFor();
  await version(page, NEXT).getByText('kept').waitFor();
  await writeOnSite();
});

it('what two people taught of one site becomes one, and no file allows a site by itself', async () => {
  const page = await room();
  const [mine, theirs] = [aSite('teacher-one'), aSite('teacher-two', { boxes: [aBox({ send: ['#kirim', '#send'] })] })];
  await give(page, 'Take in a taught site', writeTaught(mine));
  await page.getByText('was taken in').waitFor();
  await give(page, 'Take in a taught site', writeTaught(theirs));
  await page.getByText('both versions are merged').waitFor();
  await page.getByRole('link', { name: mine.origin }).click();
  await page.getByText('Taught by 2 people.').waitFor();
  await page.getByText('Send is found in 4 ways.').waitFor();
  await page.getByText('not allowed yet').waitFor();
});
