// Speed, each figure beside a limit measured in the same run: `npm run bench`, `-- --json FILE` for the rows as JSON.
// `-- million [PEOPLE]` writes and asks a ledger of so many people instead: minutes, and some hundred megabytes of disk.
// `-- import [ROWS] [plain]` brings a list of so many rows in by the page: ten columns, or four of which every row is another.
// `-- detection` measures detection alone, in Node and processor time, without a browser; `npm run quality` installs its peer.
// Real Chromium, the built extension (npm run build), pages of tests/e2e. Figures differ between machines; the pairs do not.
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { bundles } from '../tests/bench/bundle.bench.ts';
import { detection } from '../tests/bench/detection.bench.ts';
import { importing, importTable } from '../tests/bench/import.bench.ts';
import { inventedList, plainList } from '../tests/bench/import-list.ts';
import { million } from '../tests/bench/million.bench.ts';
import { mutations } from '../tests/bench/mutations.bench.ts';
import { pages, pageTable } from '../tests/bench/pages.bench.ts';
import { cleanSend, warningPainted } from '../tests/bench/sending.bench.ts';
import { type Figure, rowOf, table } from '../tests/bench/stats.ts';
import { typing } from '../tests/bench/typing.bench.ts';
import { verdict } from '../tests/bench/verdict.bench.ts';
import { launchIzin } from '../tests/e2e/support/chromium.ts';

const file = process.argv.includes('--json') ? process.argv[process.argv.indexOf('--json') + 1] : undefined;
console.log(`${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}\n`);
if (process.argv[2] === 'million') {
  const rows = (await million(Number(process.argv[3] ?? 1_000_000))).map(rowOf);
  console.log(table(rows));
  if (file) writeFileSync(file, `${JSON.stringify({ rows }, null, 2)}\n`);
} else if (process.argv[2] === 'detection') {
  const rows = detection().map(rowOf);
  console.log(table(rows));
  if (file) writeFileSync(file, `${JSON.stringify({ rows }, null, 2)}\n`);
} else if (process.argv[2] === 'import') {
  const izin = await launchIzin();
  const rows = process.argv[4] === 'plain' ? plainList : inventedList;
  const imported = await importing(izin, Number(process.argv[3] ?? 100_000), rows).finally(() => izin.close());
  console.log(importTable(imported));
  if (file) writeFileSync(file, `${JSON.stringify({ imported }, null, 2)}\n`);
} else await usual();

async function usual(): Promise<void> {
  const izin = await launchIzin();
  const bare = await launchIzin({ bare: true });
  const figures: Figure[] = [];
  for (const measure of [typing, cleanSend, warningPainted, mutations, verdict])
    figures.push(await measure(izin, bare));
  const rows = figures.map(rowOf);
  console.log(table(rows));
  const perPage = await pages(izin, bare);
  await Promise.all([izin.close(), bare.close()]);
  const sizes = await bundles();
  console.log(`\nmedians per page\n${pageTable(perPage)}`);
  console.log('\nminified and gzipped, kB');
  for (const { what, kilobytes } of sizes) console.log(`${what.padEnd(40)}${kilobytes.toFixed(1).padStart(8)}`);
  if (file) writeFileSync(file, `${JSON.stringify({ rows, pages: perPage, sizes }, null, 2)}\n`);
}
