import { readdirSync } from 'node:fs';
import type { CDPSession, Locator, Page } from 'playwright-core';
import { extensionFolder, type Izin } from '../e2e/support/chromium.ts';
import type { SiteCase } from '../surfaces/case.ts';
import { isBuiltIn } from '../surfaces/support/built.ts';
import { siteOf } from '../surfaces/support/pages.ts';
import { busyOf, metricOf } from './busy.ts';
import { quantile } from './stats.ts';

const LOADS = 7;
const KEYS = 60;
const TEXT = 'Yth. Ibu, kami mengundang Anda ke peluncuran pada Kamis pukul sepuluh. ';

/** What one page costs: medians of loads and keystrokes in milliseconds, and the tab's script memory in megabytes after both. */
interface Cost {
  readonly load: number;
  readonly key: number;
  readonly memory: number;
}
export interface PageRow {
  readonly surface: string;
  readonly izin: Cost;
  readonly bare: Cost;
}

/** Every page of the contract suite at an address that Izin watches from the start, with Izin and without, in turn. */
export async function pages(izin: Izin, bare: Izin): Promise<readonly PageRow[]> {
  const rows: PageRow[] = [];
  for (const site of await watched()) {
    rows.push({ surface: site.surface, izin: await costOf(izin, site), bare: await costOf(bare, site) });
  }
  return rows;
}

async function watched(): Promise<readonly SiteCase[]> {
  const folder = new URL('../surfaces/cases/', import.meta.url);
  const found = await Promise.all(
    readdirSync(folder).map(
      async (name) => ((await import(new URL(name, folder).href)) as { default: SiteCase }).default,
    ),
  );
  return found
    .filter(({ url, boxes }) => boxes.length > 0 && isBuiltIn(extensionFolder(), url))
    .sort((a, b) => a.surface.localeCompare(b.surface));
}

async function costOf({ context }: Izin, site: SiteCase): Promise<Cost> {
  const page = await context.newPage();
  await page.bringToFront();
  const { answer } = siteOf(site);
  await page.route(/^https?:/, (route) => {
    const given = answer(route.request().url());
    return given ? route.fulfill(given) : route.abort();
  });
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable');
  const loads: number[] = [];
  for (let run = 0; run < LOADS; run += 1) {
    await page.goto(site.url, { waitUntil: 'load' });
    loads.push(await page.evaluate(() => performance.getEntriesByType('navigation')[0]?.duration ?? Number.NaN));
  }
  const keys = await keystrokes(page, session, site);
  await session.send('HeapProfiler.collectGarbage');
  const memory = (await metricOf(session, 'JSHeapUsedSize')) / 1_000_000;
  await page.close();
  return { load: quantile(loads, 0.5), key: quantile(keys, 0.5), memory };
}

async function keystrokes(page: Page, session: CDPSession, site: SiteCase): Promise<number[]> {
  const [box] = site.boxes;
  if (!box) return [];
  await page.evaluate(`site.open(${JSON.stringify(box.clean?.conversation ?? '')})`);
  if (box.open) await page.locator(box.open).first().click();
  await (await editorOf(page, box.editor, site.surface)).focus();
  await page.keyboard.insertText(TEXT);
  await page.waitForTimeout(600);
  const samples: number[] = [];
  for (let key = 0; key < KEYS; key += 1) {
    const before = await busyOf(session);
    await page.keyboard.press('a');
    // Long enough for the pause after which a draft is read.
    if (key % 10 === 9) await page.waitForTimeout(200);
    samples.push(((await busyOf(session)) - before) * 1_000);
  }
  return samples;
}

/** The box may stand in a frame of the page. */
async function editorOf(page: Page, selector: string, surface: string): Promise<Locator> {
  for (let tries = 0; tries < 100; tries += 1) {
    for (const frame of page.frames()) {
      const found = frame.locator(selector).locator('visible=true').first();
      if ((await found.count()) > 0) return found;
    }
    await page.waitForTimeout(100);
  }
  throw new Error(`${surface} shows no "${selector}"`);
}

export function pageTable(rows: readonly PageRow[]): string {
  const head = ['page', 'load ms', 'without', 'key ms', 'without', 'memory MB', 'without'];
  const cells = rows.map(({ surface, izin, bare }) => [
    surface,
    ...(['load', 'key', 'memory'] as const).flatMap((part) => [izin[part].toFixed(2), bare[part].toFixed(2)]),
  ]);
  const widths = head.map((title, at) => Math.max(title.length, ...cells.map((cell) => cell[at]?.length ?? 0)));
  return [head, ...cells].map((line) => line.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  ')).join('\n');
}
