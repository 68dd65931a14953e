import { writeTable } from '../out.ts';
import { readDelimited } from '../read-delimited.ts';
import { writeCsv } from '../write-csv.ts';
import type { Format } from './format.ts';

/** Text with a tab in its first line and none of the signs that a CSV would have more of. */
export default {
  id: 'tsv',
  opens: {
    from: 'text',
    recognises: (text) => {
      const first = text.slice(0, text.indexOf('\n') === -1 ? 65_536 : text.indexOf('\n'));
      return first.includes('\t') && !/[;|]/.test(first) && first.split('\t').length >= first.split(',').length;
    },
    read: readDelimited,
  },
  writes: {
    suffix: '.tsv',
    type: 'text/tab-separated-values;charset=utf-8',
    carries: () => true,
    write: (people, fields, context, running) =>
      writeTable(people, fields, context, running, (rows, first) => writeCsv(rows, { mark: first, delimiter: '\t' })),
  },
} satisfies Format;
