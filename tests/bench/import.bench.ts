import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import type { Page } from 'playwright-core';
import type { Izin } from '../e2e/support/chromium.ts';
import { inventedList } from './import-list.ts';
import { inPage } from './in-page.ts';
import { spent } from './processes.ts';

/** Seconds of each step of one import, and beside them the bare work that no import could go below here. */
export interface ImportRow {
  readonly rows: number;
  readonly megabytes: number;
  /** File chosen → its columns shown. */
  readonly read: number;
  /** Preview pressed → every row settled and shown. */
  readonly plan: number;
  /** Import pressed → all of it in the ledger. */
  readonly write: number;
  /** Longest task of the page, milliseconds. */
  readonly standstill: number;
  /** All processes of the browser together, seconds of CPU. */
  readonly cpu: number;
  /** Of the largest of them, megabytes that were ever in memory. */
  readonly memory: number;
  readonly disk: number;
  /** Raw papaparse over the same text, in Node. */
  readonly papaparse: number;
  /** As many tokens as there are rows, by WebCrypto; then as many bytes into plain IndexedDB. In the same browser. */
  readonly hmac: number;
  readonly plain: number;
}

/** A list of invented people, brought in by the page as a user would. */
export async function importing(izin: Izin, rows: number, list = inventedList): Promise<ImportRow> {
  const folder = mkdtempSync(join(tmpdir(), 'izin-list-'));
  const file = join(folder, 'list.csv');
  for (const part of list(rows)) writeFileSync(file, part, { flag: 'a' });
  try {
    const steps = await walk(izin, file);
    const { hmac, plain } = await (await inPage(izin))('bare', rows, steps.disk * 1_000_000);
    const text = readFileSync(file, 'utf8');
    const papaparse = await seconds(async () => void Papa.parse(text));
    const bare = { papaparse, hmac: hmac / 1_000, plain: plain / 1_000 };
    return { rows, megabytes: text.length / 1_000_000, ...steps, ...bare };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

type Steps = Omit<ImportRow, 'rows' | 'megabytes' | 'papaparse' | 'hmac' | 'plain'>;

async function walk(izin: Izin, file: string): Promise<Steps> {
  const page = await izin.context.newPage();
  page.setDefaultTimeout(15 * 60_000);
  await page.goto(izin.url('ledger.html#/import'));
  await page.locator('input[type="file"]').waitFor({ state: 'attached' });
  await page.evaluate(() => {
    const watch = { longest: 0 };
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) watch.longest = Math.max(watch.longest, duration);
    }).observe({ type: 'longtask' });
    Object.assign(globalThis, { watch });
  });
  const before = { ...spent(), disk: await onDisk(page) };
  const press = (name: RegExp): Promise<void> => page.getByRole('button', { name }).click();
  const read = await seconds(async () => {
    await page.locator('input[type="file"]').setInputFiles(file);
    await page.getByLabel('How it was collected').waitFor();
  });
  await page.getByLabel('How it was collected').selectOption('business_card');
  const plan = await seconds(async () => {
    await press(/^Preview$/);
    await page.getByRole('button', { name: /^Import [\d,]+/ }).waitFor();
  });
  const write = await seconds(async () => {
    await press(/^Import [\d,]+/);
    await page.getByRole('button', { name: 'Undo the import' }).waitFor();
  });
  const standstill = await longest(page);
  const { cpu, memory } = spent();
  const disk = ((await onDisk(page)) - before.disk) / 1_000_000;
  await page.close();
  return { read, plan, write, standstill, cpu: cpu - before.cpu, memory, disk };
}

const onDisk = (page: Page): Promise<number> =>
  page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);

const longest = (page: Page): Promise<number> =>
  page.evaluate(() => (globalThis as unknown as { readonly watch: { readonly longest: number } }).watch.longest);

async function seconds(work: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1_000;
}

export const importTable = (row: ImportRow): string =>
  `${row.rows.toLocaleString('en')} rows, ${row.megabytes.toFixed(1)} MB: read ${row.read.toFixed(1)} s, plan ${row.plan.toFixed(1)} s, ` +
  `write ${row.write.toFixed(1)} s, ${row.cpu.toFixed(1)} s of CPU in all; the page stood still for ${row.standstill.toFixed(0)} ms ` +
  `at most; ${row.memory.toFixed(0)} MB in the largest process, ${row.disk.toFixed(0)} MB on disk. Bare: papaparse ` +
  `${row.papaparse.toFixed(1)} s, one HMAC a row ${row.hmac.toFixed(1)} s, as many bytes plain ${row.plain.toFixed(1)} s`;
