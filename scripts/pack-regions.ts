/**
 * Packs Indonesian district codes, current and retired, into `lib/detect/region-codes.ts`.
 * `npx tsx scripts/pack-regions.ts ../shared/corpora/wilayah`; run it again when a decree changes the map.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.argv[2] ?? '../shared/corpora/wilayah';
const codes = ['wilayah.csv', 'retired.csv']
  .flatMap((name) => readFileSync(join(folder, name), 'utf8').split(/\r?\n/).slice(1))
  .map((line) => line.split(',')[0] ?? '')
  .filter((code) => /^\d{6}$/.test(code));

const regencies = new Map<string, Set<number>>();
for (const code of codes) {
  const districts = regencies.get(code.slice(0, 4)) ?? new Set<number>();
  districts.add(Number(code.slice(4)));
  regencies.set(code.slice(0, 4), districts);
}

const pad = (n: number): string => String(n).padStart(2, '0');
function ranges(numbers: readonly number[]): string {
  const parts: string[] = [];
  for (let i = 0; i < numbers.length; ) {
    let end = i;
    while (numbers[end + 1] === (numbers[end] ?? 0) + 1) end++;
    parts.push(end > i ? `${pad(numbers[i] ?? 0)}-${pad(numbers[end] ?? 0)}` : pad(numbers[i] ?? 0));
    i = end + 1;
  }
  return parts.join(',');
}

const packed = [...regencies]
  .sort(([a], [b]) => a.localeCompare(b))
  .map(([regency, districts]) => regency + ranges([...districts].sort((a, b) => a - b)));
const lines = packed.reduce<string[]>((all, part) => {
  const last = all.at(-1);
  if (last !== undefined && last.length + part.length < 100) all[all.length - 1] = `${last};${part}`;
  else all.push(part);
  return all;
}, []);

writeFileSync(
  'lib/detect/region-codes.ts',
  `/**
 * Indonesian districts that may begin a NIK or KK: ${codes.length} codes, current and retired, as regency + ranges of districts.
 * Facts of Kepmendagri 300.2.2-2430 Tahun 2025 and the decrees before it back to 2015, after github.com/cahyadsn/wilayah
 * @b7ad440 (MIT). Written by scripts/pack-regions.ts; do not edit.
 */
export const REGION_CODES =
  '${lines.join(";' +\n  '")}';
`,
);
