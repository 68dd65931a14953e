import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Izin, launchIzin } from './support/chromium.ts';
import { compose, openGmail, sent, shownWarning, warningOf } from './support/gmail-page.ts';
import { sendAnyway } from './support/warning.ts';
import { harass, WAYS } from './support/ways.ts';

/** Held by the words alone, so that no ledger is needed. */
const UNFINISHED = 'Dear [name], here is our news.';
const TIMES = Number(process.env.TIMES ?? 10);

let izin: Izin;
let page: Page;
beforeAll(async () => {
  izin = await launchIzin({ touch: true });
  page = await openGmail(izin.context);
  page.setDefaultTimeout(20_000);
});
afterAll(() => izin.close());

describe.each(WAYS)('row $row: $name', (way) => {
  it(`lets nothing out under a hold and one message after release, ${TIMES} times over`, async () => {
    await page.reload();
    for (let time = 0; time < TIMES; time += 1) {
      const before = (await sent(page)).length;
      await compose(page, { to: ['ana@harian.example'], subject: `Try ${time}`, body: UNFINISHED, ...way.options });
      await way.press(page);
      const warning = await warningOf(page);
      await harass(page, way.options?.plain);
      expect((await sent(page)).length - before, 'under a hold').toBe(0);

      await sendAnyway(warning);
      if (way.after) await way.after(page);
      await page.waitForFunction((n) => (window as unknown as { __sent: unknown[] }).__sent.length > n, before);
      await page.waitForTimeout(40);
      expect((await sent(page)).length - before, 'after release').toBe(1);
      expect(await shownWarning(page), 'no second question').toBeUndefined();
    }
  });
});
