import { tableRows } from '../out.ts';
import type { Format } from './format.ts';

/** Every zip is brought here: what is in it that is no workbook is told by its parts. The reader is a chunk of its own. */
export default {
  id: 'xlsx',
  opens: {
    from: 'bytes',
    recognises: (bytes) => bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5),
    read: async ({ bytes }, options, running) => {
      const { readXlsx } = await import('../xlsx/read-xlsx.ts');
      return readXlsx(bytes, options, running);
    },
  },
  writes: {
    suffix: '.xlsx',
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    carries: () => true,
    write: async (people, fields, context, running) => {
      const { writeXlsx } = await import('../xlsx/write-xlsx.ts');
      return writeXlsx('Izin', tableRows(people, fields, context, running));
    },
  },
} satisfies Format;
