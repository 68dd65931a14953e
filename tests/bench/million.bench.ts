import { resolve } from 'node:path';
import { build } from 'vite';
import { launchIzin } from '../e2e/support/chromium.ts';
import type * as Here from './million-page.ts';
import type { Figure } from './stats.ts';

/** A ledger of so many people: written, asked, searched. The limits are measured in the same browser, right after. */
export async function million(people: number): Promise<readonly Figure[]> {
  const izin = await launchIzin();
  const script = await bundled();
  const run = async <K extends keyof typeof Here>(
    name: K,
    ...args: readonly number[]
  ): Promise<Awaited<ReturnType<(typeof Here)[K]>>> => {
    const page = await izin.context.newPage();
    try {
      await page.goto(izin.url('popup.html'));
      const answer: unknown = await page.evaluate(
        `(async () => { ${script}; return izinMillion.${name}(${args.join(', ')}); })()`,
      );
      return answer as Awaited<ReturnType<(typeof Here)[K]>>;
    } finally {
      await page.close();
    }
  };
  try {
    const written = await run('write', people);
    console.log(
      `${people} people: ${(written.bytes / 1e6).toFixed(0)} MB on disk, heap at most ${(written.heap / 1e6).toFixed(0)} MB while written; ops made alone in ${written.made.toFixed(0)} ms`,
    );
    const limit = await run('bare', people, written.bytes);
    const cold: number[] = [];
    for (let n = 0; n < 5; n += 1) cold.push(await run('cold', people));
    const list = await run('list', people);
    console.log(`heap with the index of names ${(list.heap / 1e6).toFixed(0)} MB`);
    const reads = { what: '200 plain reads of a page', samples: limit.reads };
    return [
      {
        what: `write ${people} people`,
        samples: [written.written],
        limit: { what: 'as many HMACs, then as many bytes plain', samples: [limit.hmac + limit.plain] },
      },
      { what: '100 recipients', samples: await run('ask', people, 100, 60), limit: reads },
      { what: 'one recipient', samples: await run('ask', people, 1, 200), limit: reads },
      { what: 'cold, to the first answer', samples: cold, limit: reads },
      { what: 'first search', samples: [list.first], limit: reads },
      { what: 'next search', samples: [list.again], limit: reads },
      { what: 'a page of 50 of the list', samples: list.pages, limit: reads },
    ];
  } finally {
    await izin.close();
  }
}

async function bundled(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '@': resolve('.') } },
    build: {
      write: false,
      lib: { entry: resolve('tests/bench/million-page.ts'), formats: ['iife'], name: 'izinMillion' },
    },
  });
  const [first] = Array.isArray(built) ? built : [built];
  if (!first || !('output' in first)) throw new Error('the page was not built');
  return first.output[0].code;
}
