import { launchIzin } from '../e2e/support/chromium.ts';
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
