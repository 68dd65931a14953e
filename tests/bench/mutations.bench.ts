import type { Page } from 'playwright-core';
import type { Izin } from '../e2e/support/chromium.ts';
import { compose, openGmail } from '../e2e/support/gmail-page.ts';
import { busyOf } from './busy.ts';
import type { Figure } from './stats.ts';

const PER_SECOND = 20_000;
const WINDOWS = 12;
const WINDOW = 1_000;
const LETTER = { to: ['rina@harian.example'], subject: 'Undangan', body: 'Yth. Ibu Rina, '.repeat(20) };

/** A page that changes 20,000 nodes a second beside an open message: what of a core it takes, with Izin and without. */
export async function mutations(izin: Izin, bare: Izin): Promise<Figure> {
  return {
    what: `a page of ${PER_SECOND} mutations a second`,
    unit: '% of a core',
    samples: await load(izin),
    limit: { what: 'the page without Izin', samples: await load(bare) },
  };
}

async function load({ context }: Izin): Promise<number[]> {
  const page = await openGmail(context);
  await compose(page, LETTER);
  await page.waitForTimeout(1_000);
  await churn(page);
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable');
  const samples: number[] = [];
  for (let window = 0; window < WINDOWS; window += 1) {
    const [before, from] = [await busyOf(session), performance.now()];
    await page.waitForTimeout(WINDOW);
    samples.push((((await busyOf(session)) - before) * 100_000) / (performance.now() - from));
  }
  const done = await page.evaluate(() => Number(document.body.dataset.churned));
  if (done < (PER_SECOND * WINDOWS * WINDOW) / 2_000) throw new Error(`the page managed only ${done} mutations`);
  await page.close();
  return samples;
}

/** Half of them text, half attributes, in the page and in the message itself, as a busy client's own view layer makes them. */
const churn = (page: Page): Promise<void> =>
  page.evaluate((perSecond) => {
    const places = [document.body, document.querySelector('.editable')?.parentElement ?? document.body];
    const nodes = places.flatMap((place) =>
      Array.from({ length: 50 }, () => place.appendChild(document.createElement('span'))),
    );
    let [count, last] = [0, performance.now()];
    setInterval(() => {
      const now = performance.now();
      const due = Math.min(perSecond, Math.round(((now - last) * perSecond) / 1_000));
      last = now;
      for (let each = 0; each < due; each += 1) {
        const node = nodes[count % nodes.length];
        if (count % 2 === 0) node?.setAttribute('data-n', String(count));
        else if (node) node.textContent = String(count);
        count += 1;
      }
      document.body.dataset.churned = String(count);
    }, 10);
  }, PER_SECOND);
