import type { Izin } from '../e2e/support/chromium.ts';
import { bodyOf, compose, openGmail } from '../e2e/support/gmail-page.ts';
import { busyOf } from './busy.ts';
import type { Figure } from './stats.ts';

const KEYS = 300;
const LETTER = { to: ['rina@harian.example'], subject: 'Undangan', body: 'Yth. Ibu Rina, '.repeat(20) };

/** Main-thread work of one keystroke, the reading of the draft that follows it included, with Izin and without. */
export async function typing(izin: Izin, bare: Izin): Promise<Figure> {
  const [withIzin, without] = [await keystrokes(izin), await keystrokes(bare)];
  return {
    what: 'one keystroke, main thread',
    samples: withIzin,
    limit: { what: 'the page without Izin', samples: without },
  };
}

async function keystrokes({ context }: Izin): Promise<number[]> {
  const page = await openGmail(context);
  await compose(page, LETTER);
  await page.waitForTimeout(800);
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable');
  const samples: number[] = [];
  for (let key = 0; key < KEYS; key += 1) {
    const before = await busyOf(session);
    await bodyOf(page).press('a');
    // Long enough for the pause after which a draft is read.
    if (key % 10 === 9) await page.waitForTimeout(200);
    samples.push(((await busyOf(session)) - before) * 1000);
  }
  await page.close();
  return samples;
}
