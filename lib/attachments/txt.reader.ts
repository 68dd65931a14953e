import { lineSink } from './lines.ts';
import type { Job, Reader } from './reader.ts';
import { textPieces } from './text-bytes.ts';

/** What has no line's end for so long is cut: it would be looked through again with each piece. */
const LONGEST_LINE = 64 * 1024;

/** The lines of a text, piece by piece. */
export async function eachLine(job: Job, onLine: (line: string, number: number) => void): Promise<void> {
  let rest = '';
  let number = 0;
  for (const piece of await textPieces(job)) {
    const lines = (rest + piece).split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop() ?? '';
    for (const line of lines) onLine(line, ++number);
    if (rest.length > LONGEST_LINE) {
      onLine(rest, ++number);
      rest = '';
    }
    await job.meter.breathe();
  }
  if (rest !== '') onLine(rest.replace(/\r$/, ''), ++number);
}

export const reader: Reader = {
  kind: 'txt',
  async read(job) {
    const lines = lineSink(job, {});
    try {
      await eachLine(job, lines.line);
    } finally {
      lines.end();
    }
  },
};
