/** `npm run scan -- FILE.jsonl`: each line `{ "id", "text" }` → a line with its spans. Offsets are UTF-16 code units. */
import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { scan } from '../lib/detect/scan.ts';

const Line = v.object({ id: v.union([v.string(), v.number()]), text: v.string() });

let failed = false;
for (const path of process.argv.slice(2)) {
  readFileSync(path, 'utf8')
    .split('\n')
    .forEach((row, i) => {
      if (row.trim() === '') return;
      const parsed = parse(row);
      if (typeof parsed === 'string') {
        failed = true;
        console.error(`${path}:${i + 1}: ${parsed}`);
        return;
      }
      const spans = scan(parsed.text).spans.map(({ kind, start, end, confidence }) => ({
        kind,
        start,
        end,
        confidence,
      }));
      process.stdout.write(`${JSON.stringify({ id: parsed.id, spans })}\n`);
    });
}
if (process.argv.length < 3) {
  console.error('Name a file of JSON lines: npm run scan -- FILE.jsonl');
  failed = true;
}
process.exitCode = failed ? 1 : 0;

function parse(row: string): v.InferOutput<typeof Line> | string {
  try {
    const result = v.safeParse(Line, JSON.parse(row));
    return result.success ? result.output : 'not an object with "id" and "text"';
  } catch {
    return 'not JSON';
  }
}
