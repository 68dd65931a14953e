import type { Hiding } from '../domain/file-reading.ts';
import { blocks } from './blocks.ts';
import { readEmbedded, readPart, readProperties } from './pack.ts';
import type { Job, Reader } from './reader.ts';
import { tableSink } from './table.ts';
import { readBeside } from './xlsx/beside.ts';
import { sheetXml } from './xlsx/cells.ts';
import { readWorkbook, type Sheet, type Workbook } from './xlsx/workbook.ts';

export const reader: Reader = {
  kind: 'xlsx',
  async read(job) {
    if (!job.entries.has('xl/workbook.xml')) {
      // The binary form (.xlsb) is another format.
      job.reasons.add('unknown-format');
      return readProperties(job);
    }
    const book = await readWorkbook(job);
    for (const sheet of book.sheets) await readSheet(job, book, sheet);
    await readBeside(job, book.sheets);
    const names = blocks(job, { of: 'name' });
    for (const name of book.names) names.line(name);
    names.end();
    await readProperties(job);
    await readEmbedded(job, /^xl\/embeddings\/[^/]+$/);
  },
};

const HIDING: Readonly<Record<Sheet['state'], Hiding | undefined>> = {
  shown: undefined,
  hidden: 'sheet',
  'very-hidden': 'very-hidden',
};

async function readSheet(job: Job, book: Workbook, { name, state, path }: Sheet): Promise<void> {
  const { counts } = job.out;
  const hidden = HIDING[state];
  const away = new Set<number>();
  const used = new Set<number>();
  const table = tableSink(job, { sheet: name }, hidden, away);
  const margins = blocks(job, { sheet: name, of: 'header' }, hidden);
  let rows = 0;
  try {
    await readPart(
      job,
      path,
      sheetXml(book, {
        away(from, to) {
          for (let column = from; column <= to; column += 1) away.add(column);
        },
        row(number, cells, rowHidden) {
          rows += 1;
          if (hidden === undefined && rowHidden) counts.hiddenRows += 1;
          // Hidden columns reach to the sheet's edge; those with something in them are told.
          for (const column of away.size > 0 ? cells.keys() : [])
            if (cells[column] !== '' && away.has(column)) used.add(column);
          table.row(number, cells, rowHidden);
        },
        margin: margins.line,
      }),
    );
  } finally {
    table.end();
    margins.end();
    if (hidden === undefined) counts.hiddenColumns += used.size;
    if (state !== 'shown')
      job.out.hiddenSheets.push({
        name,
        how: state,
        rows,
        ...(job.place.inside === undefined ? {} : { inside: job.place.inside }),
      });
  }
}
