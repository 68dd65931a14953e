import { writeTable } from '../out.ts';
import { readDelimited } from '../read-delimited.ts';
import { writeCsv } from '../write-csv.ts';
import type { Format } from './format.ts';

/** Text with a sign between its cells; asked last, since any text may be one. */
export default {
  id: 'csv',
  opens: { from: 'text', recognises: () => true, read: readDelimited },
  writes: {
    suffix: '.csv',
    type: 'text/csv;charset=utf-8',
    carries: () => true,
    write: (people, fields, context, running) =>
      writeTable(people, fields, context, running, (rows, first) => writeCsv(rows, { mark: first })),
  },
} satisfies Format;
