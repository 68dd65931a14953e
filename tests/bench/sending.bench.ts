import type { Frame, Page } from 'playwright-core';
import type { Izin } from '../e2e/support/chromium.ts';
import { compose, openGmail, sendOf } from '../e2e/support/gmail-page.ts';
import type { Figure } from './stats.ts';

const SENDS = 30;
const WARNINGS = 15;
const CLEAN = { to: ['tamu@media.example'], subject: 'Rapat', body: 'Rapat pukul sepuluh.' };
const HELD = { ...CLEAN, to: ['rina@harian.example'], body: 'Yth. [Nama], rapat pukul sepuluh.' };

/** From the release of the mouse on Send to the page's own handler, for a draft that is clear. */
export async function cleanSend(izin: Izin, bare: Izin): Promise<Figure> {
  return {
    what: 'Send to the page, clean draft',
    samples: await presses(izin),
    limit: { what: 'the page without Izin', samples: await presses(bare) },
  };
}

async function presses({ context }: Izin): Promise<number[]> {
  const page = await openGmail(context);
  const samples: number[] = [];
  for (let run = 0; run < SENDS; run += 1) {
    await compose(page, CLEAN);
    await page.waitForTimeout(500);
    await sendOf(page).evaluate((button) =>
      button.addEventListener(
        'mouseup',
        (event) => document.body.setAttribute('data-took', String(performance.now() - event.timeStamp)),
        { once: true },
      ),
    );
    await sendOf(page).click();
    samples.push(Number(await page.getAttribute('body', 'data-took')));
    await page.waitForTimeout(100);
  }
  await page.close();
  return samples;
}

/** From the press on Send to the frame in which the findings are painted; beside an empty dialog that the page opens itself. */
export async function warningPainted({ context }: Izin): Promise<Figure> {
  const page = await openGmail(context);
  const [samples, limit]: [number[], number[]] = [[], []];
  for (let run = 0; run < WARNINGS; run += 1) {
    await page.reload();
    await compose(page, HELD);
    const frame = await prepared(page);
    const painted = frame.evaluate<number>(paintedAt('.finding'));
    samples.push(await timed(page, await centre(page), painted));
    await page.reload();
    limit.push(await emptyDialog(page));
  }
  await page.close();
  return {
    what: 'Send to the warning painted',
    samples,
    limit: { what: 'an empty dialog of the page', samples: limit },
  };
}

/** The warning is made ready, unseen, once the verdict is known. */
async function prepared(page: Page): Promise<Frame> {
  for (let tries = 0; tries < 200; tries += 1) {
    const frame = page.frames().find((each) => each.url().includes('warning.html'));
    if (frame) return frame;
    await page.waitForTimeout(20);
  }
  throw new Error('no warning was made ready');
}

/** Runs in a frame, as text: wall time of the second frame in which the selector is there. Nothing is drawn before it is shown. */
const paintedAt = (selector: string): string => `new Promise((resolve) => {
  const look = () => document.querySelector(${JSON.stringify(selector)})
    ? requestAnimationFrame(() => resolve(performance.timeOrigin + performance.now()))
    : requestAnimationFrame(look);
  requestAnimationFrame(look);
})`;

const now = (): number => performance.timeOrigin + performance.now();

async function timed(page: Page, [x, y]: readonly [number, number], painted: Promise<number>): Promise<number> {
  await page.mouse.move(x, y);
  await page.waitForTimeout(300);
  const from = now();
  await page.mouse.down();
  await page.mouse.up();
  return (await painted) - from;
}

async function centre(page: Page): Promise<readonly [number, number]> {
  const box = await sendOf(page).boundingBox();
  if (!box) throw new Error('Send is not there');
  return [box.x + box.width / 2, box.y + box.height / 2];
}

async function emptyDialog(page: Page): Promise<number> {
  await page.evaluate(() => {
    const dialog = document.createElement('dialog');
    dialog.append('empty');
    document.body.append(dialog);
    addEventListener(
      'pointerdown',
      () => {
        dialog.showModal();
        dialog.setAttribute('data-shown', '');
      },
      { once: true },
    );
  });
  return timed(page, [640, 200], page.evaluate<number>(paintedAt('[data-shown]')));
}
