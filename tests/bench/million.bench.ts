import { type Izin, launchIzin } from '../e2e/support/chromium.ts';
import { inPage } from './in-page.ts';
import type { Figure } from './stats.ts';

/** A ledger of so many people: written, asked, searched. The limits are measured in the same browser, right after. */
export async function million(people: number): Promise<readonly Figure[]> {
  const izin = await launchIzin();
  const run = await inPage(izin);
  try {
    const written = await run('write', people);
    console.log(
      `${people} people: ${(written.bytes / 1e6).toFixed(0)} MB on disk, heap at most ${(written.heap / 1e6).toFixed(0)} MB while written; ops made alone in ${written.made.toFixed(0)} ms`,
    );
    const limit = await run('bare', people, written.bytes);
    const reads = { what: '200 plain reads of a page', samples: limit.reads };
    const soon = async (word: string): Promise<Figure> => {
      const samples: number[] = [];
      for (let n = 0; n < 5; n += 1) samples.push(await run('soon', people, word));
      return { what: `first matches of ${word || 'the last address'}, nothing read before`, samples, limit: reads };
    };
    const jumps: { readonly start: number; readonly middle: number }[] = [];
    for (let n = 0; n < 5; n += 1) jumps.push(await run('jump', people));
    const found = [await soon(''), await soon('dew'), await soon('wulan'), await soon('harian 99 wayan')];
    const list = await run('list', people);
    console.log(`heap of the page with every line read ${(list.heap / 1e6).toFixed(0)} MB`);
    const cold: number[] = [];
    for (let n = 0; n < 5; n += 1) {
      await stopWorker(izin);
      cold.push(...(await run('judge', people, 1, 1)));
    }
    const shown = await inTheList(izin);
    return [
      {
        what: `write ${people} people`,
        samples: [written.written],
        limit: { what: 'as many HMACs, then as many bytes plain', samples: [limit.hmac + limit.plain] },
      },
      { what: '100 recipients', samples: await run('ask', people, 100, 60), limit: reads },
      { what: 'one recipient', samples: await run('ask', people, 1, 200), limit: reads },
      { what: 'verdict over the bus, 100 recipients', samples: await run('judge', people, 100, 60), limit: reads },
      { what: 'verdict over the bus, one recipient', samples: await run('judge', people, 1, 200), limit: reads },
      { what: 'the same 100 again, as one writes on', samples: await run('judge', people, 100, 60, 1), limit: reads },
      { what: 'worker stopped, to the verdict', samples: cold, limit: reads },
      ...found,
      { what: 'every line, to how many match', samples: [list.whole], limit: reads },
      { what: 'two words, lines read before', samples: [list.common], limit: reads },
      { what: 'first matches, lines read before', samples: list.later, limit: reads },
      { what: 'the list from its beginning', samples: jumps.map(({ start }) => start), limit: reads },
      { what: 'the list from its middle', samples: jumps.map(({ middle }) => middle), limit: reads },
      { what: 'a page of 50 of the list', samples: list.pages, limit: reads },
      { what: 'a letter typed, to its match on the screen', samples: shown.typed, limit: reads },
      {
        what: 'scrolling, frames with a row not yet there',
        unit: '%',
        samples: [shown.blank],
        limit: { what: 'none', samples: [0] },
      },
    ];
  } finally {
    await izin.close();
  }
}

/** As the browser stops one that has nothing to do. */
async function stopWorker({ context, url }: Izin): Promise<void> {
  const page = await context.newPage();
  await page.goto(url('popup.html'));
  const session = await context.newCDPSession(page);
  for (;;) {
    const { targetInfos } = await session.send('Target.getTargets');
    const workers = targetInfos.filter(({ type }) => type === 'service_worker');
    if (workers.length === 0) break;
    for (const { targetId } of workers) await session.send('Target.closeTarget', { targetId });
    await page.waitForTimeout(100);
  }
  await page.close();
}

/** The people's page itself: a search typed letter by letter, and the list scrolled through for some seconds. */
async function inTheList({
  context,
  url,
}: Izin): Promise<{ readonly typed: readonly number[]; readonly blank: number }> {
  const page = await context.newPage();
  await page.goto(url('ledger.html#/people'));
  await page.locator('a.people-row').first().waitFor({ timeout: 60_000 });
  const blank = await page.evaluate(async () => {
    const box = document.querySelector('.people-rows');
    let [frames, holes] = [0, 0];
    for (; box && frames < 300; frames += 1) {
      box.scrollTop += 40;
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      const { top, bottom } = box.getBoundingClientRect();
      const missing = [...box.querySelectorAll('span.people-row')].some((row) => {
        const at = row.getBoundingClientRect();
        return at.bottom > top && at.top < bottom;
      });
      if (missing) holes += 1;
    }
    return (100 * holes) / frames;
  });
  const typed: number[] = [];
  for (const word of ['dewi', 'siregar', 'wartawan77', 'harian 5']) {
    const input = page.locator('.people-find input');
    await input.fill('');
    await page.locator('a.people-row').first().waitFor();
    for (const [at, letter] of [...word].entries()) {
      await input.press(letter);
      typed.push(
        await page.evaluate(
          async (query) => {
            const from = performance.now();
            for (let seen = ''; performance.now() - from < 20_000; ) {
              seen = document.querySelector('a.people-row')?.textContent?.toLowerCase() ?? '';
              if (query.split(' ').every((part) => seen.includes(part))) break;
              await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
            }
            return performance.now() - from;
          },
          word.slice(0, at + 1),
        ),
      );
    }
  }
  await page.close();
  return { typed, blank };
}
