import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyWithLeave } from '../surfaces/support/built.ts';
import { type Izin, launchIzin } from './support/chromium.ts';
import { allowReload, update } from './support/update.ts';

const ORIGIN = 'https://webmail.kantor.example';

describe('a site that was allowed', () => {
  let izin: Izin;
  const copy = copyWithLeave('chrome-mv3', () => [ORIGIN]);
  beforeAll(async () => {
    izin = await launchIzin({ folder: copy.path });
    const page = await izin.context.newPage();
    await page.goto(izin.url('ledger.html#/sites'));
    await page.evaluate(
      (origin) =>
        (
          globalThis as unknown as { chrome: { runtime: { sendMessage: (m: object) => Promise<unknown> } } }
        ).chrome.runtime.sendMessage({ izin: 'sites', question: { origin, watch: true } }),
      ORIGIN,
    );
    await page.close();
    await allowReload(izin);
  });
  afterAll(async () => {
    await izin?.close();
    rmSync(copy.path, { recursive: true, force: true });
  });

  it('is watched after an update as before', async () => {
    const before = await registered(await izin.worker());
    expect(before).toEqual([`site:${ORIGIN}`]);
    const worker = await update(izin);
    await expect.poll(() => registered(worker), { timeout: 20_000 }).toEqual(before);
  });
});

const registered = (worker: Awaited<ReturnType<Izin['worker']>>): Promise<string[]> =>
  worker.evaluate(async () => {
    const { chrome } = globalThis as unknown as {
      chrome: { scripting: { getRegisteredContentScripts: () => Promise<{ readonly id: string }[]> } };
    };
    return (await chrome.scripting.getRegisteredContentScripts()).map(({ id }) => id);
  });
