import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedLedger } from '../real/support/seed.ts';
import { type Izin, launchIzin } from './support/chromium.ts';
import { warningOf } from './support/gmail-page.ts';
import { press } from './support/warning.ts';

const RINA = 'rina@harianfajar.example';
const FOLDER = mkdtempSync(join(tmpdir(), 'izin-files-'));
const LIST = join(FOLDER, 'peserta.csv');
const rows = Array.from({ length: 12 }, (_, at) => `Peserta ${at},peserta${at}@warga.example`);

let izin: Izin;
let page: Page;
beforeAll(async () => {
  writeFileSync(LIST, ['Nama,Surel', ...rows].join('\n'));
  izin = await launchIzin();
  page = await izin.context.newPage();
  await page.goto(izin.url('ledger.html'));
  await seedLedger(page, [{ name: 'Rina Maharani', email: RINA, says: 'given' }]);
  await page.goto(izin.url('practice.html'));
});
afterAll(async () => {
  await izin?.close();
  rmSync(FOLDER, { recursive: true, force: true });
});

describe('a list of people that is attached', () => {
  it('is read on this machine, held by its name and count, removed by the page itself, and the letter goes once', async () => {
    const mail = page.locator('[data-practice="mail"]');
    await mail.locator('[name="to"]').fill(RINA);
    await mail.locator('[name="subject"]').fill('Undangan');
    await mail.locator('[name="body"]').fill('Berikut daftar peserta acara kami.');
    await mail.locator('input[type="file"]').setInputFiles(LIST);
    await mail.locator('[data-file="peserta.csv"]').waitFor();
    await mail.locator('[data-send]').click();

    const warning = await warningOf(page);
    await warning.getByRole('heading', { name: 'Contact data of 12 people in peserta.csv' }).waitFor();
    expect(await page.locator('[data-sent]').count()).toBe(0);

    await press(warning, 'Remove file');
    await mail.locator('[data-file]').waitFor({ state: 'detached' });
    await warning.getByRole('button', { name: 'Send now' }).click({ noWaitAfter: true });
    await page.locator('[data-sent="1"]').waitFor();
    expect(await page.locator('[data-sent-files]').count()).toBe(0);
  });
});
