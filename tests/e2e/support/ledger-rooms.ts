import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Download, Page } from 'playwright-core';
import type { Op } from '@/lib/domain/op.ts';
import type { ActivityEntry } from '@/lib/ledger/activity.ts';
import type { Izin } from './chromium.ts';
import { writing } from './ledger-seed.ts';

/** The ledger's page, walked as its user does. */
export interface Rooms {
  readonly page: Page;
  readonly goTo: (path: string) => Promise<void>;
  readonly button: (name: string | RegExp) => ReturnType<Page['getByRole']>;
  readonly press: (name: string | RegExp) => Promise<void>;
  /** What a press saves: its name and its bytes. */
  readonly saved: (press: () => Promise<unknown>) => Promise<{ readonly name: string; readonly bytes: Buffer }>;
  readonly words: () => Promise<string>;
}

/** What is written first is written by another page, which is closed: this one never held it. */
export async function openRooms(izin: Izin, ops: readonly Op[] = [], lines: readonly ActivityEntry[] = []) {
  const page = await izin.context.newPage();
  page.setDefaultTimeout(20_000);
  if (ops.length + lines.length > 0) {
    const writer = await izin.context.newPage();
    await writer.goto(izin.url('ledger.html'));
    await writer.evaluate(await writing(ops, lines));
    await writer.close();
  }
  await page.goto(izin.url('ledger.html'));
  await page.getByRole('navigation').waitFor();
  return roomsOf(izin, page);
}

function roomsOf(izin: Izin, page: Page): Rooms {
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
  return {
    page,
    button,
    goTo: async (path) => {
      await page.bringToFront();
      await page.goto(izin.url(`ledger.html#/${path}`));
    },
    press: (name) => button(name).click(),
    saved: async (press) => {
      const [file]: [Download, unknown] = await Promise.all([page.waitForEvent('download'), press()]);
      return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
    },
    words: () => page.locator('main').innerText(),
  };
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds wrong with the page as it stands, contrast too, each with its element. */
export async function faultsIn(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    return (await axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  });
}
