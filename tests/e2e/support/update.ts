import type { Worker } from 'playwright-core';
import type { Izin } from './chromium.ts';

interface Chrome {
  readonly chrome: {
    readonly runtime: { reload(): void };
    readonly developerPrivate: { updateProfileConfiguration(set: { inDeveloperMode: boolean }): Promise<void> };
  };
}

/**
 * An unpacked extension comes back from a reload only in developer mode; without it, Chromium switches it off. Both
 * are used: the first is an update, the second leaves the page's guard without anything behind it.
 */
export async function allowReload({ context }: Izin): Promise<void> {
  const page = await context.newPage();
  await page.goto('chrome://extensions/');
  await page.evaluate(() =>
    (globalThis as unknown as Chrome).chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true }),
  );
  await page.close();
}

/** As an update does: the old background ends, every script of it in a page is orphaned, and the new one starts. */
export async function update(izin: Izin): Promise<Worker> {
  const next = izin.context.waitForEvent('serviceworker');
  await switchOff(izin);
  return next;
}

export async function switchOff(izin: Izin): Promise<void> {
  const worker = await izin.worker();
  // The worker ends in the middle of its answer.
  await worker.evaluate(() => (globalThis as unknown as Chrome).chrome.runtime.reload()).catch(() => {});
}
