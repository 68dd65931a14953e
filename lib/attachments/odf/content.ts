import type { FileKind, Hiding } from '../../domain/file-reading.ts';
import { attribute, type XmlHandler } from '../../exchange/xlsx/xml.ts';
import { lineSink } from '../lines.ts';
import type { Job } from '../reader.ts';
import { type TableSink, tableSink } from '../table.ts';

/** Repeats are claims: empty rows and cells to the edge of the sheet are written as one. */
const MOST_REPEATS = 1_000;

const repeats = (attributes: string, name: string): number =>
  Math.max(1, Math.min(Number(attribute(attributes, name) ?? 1) || 1, MOST_REPEATS));

/** Words, sheets, changes and annotations of `content.xml`. Hidden are what collapses, and sheets whose style is not displayed. */
export function contentXml(job: Job, kind: FileKind): { readonly handler: XmlHandler; end(): void } {
  const { counts } = job.out;
  const shown = lineSink(job, {});
  const comments = lineSink(job, { of: 'comment' }, 'comment');
  const tracked = lineSink(job, {}, 'tracked');
  const hiddenStyles = new Set<string>();
  const away = new Set<number>();
  let style = '';
  let table: TableSink | undefined;
  let sheet: { name: string; hidden: Hiding | undefined; rows: number } | undefined;
  let column = 0;
  let rowNumber = 0;
  let row: { cells: string[]; hidden: boolean; repeat: number; any: boolean } | undefined;
  let cellRepeat = 1;
  let cell = '';
  let line = '';
  let depth: 'body' | 'comment' | 'tracked' = 'body';
  let author = false;

  const endSheet = (): void => {
    if (table === undefined || sheet === undefined) return;
    table.end();
    if (sheet.hidden !== undefined) job.out.hiddenSheets.push({ name: sheet.name, how: 'hidden', rows: sheet.rows });
    table = undefined;
    sheet = undefined;
  };
  const endLine = (): void => {
    const words = line.trim();
    line = '';
    if (words === '') return;
    if (depth === 'comment') comments.line(words);
    else if (depth === 'tracked') tracked.line(words);
    else if (row !== undefined) cell = cell === '' ? words : `${cell} ${words}`;
    else shown.line(words);
  };
  const endRow = (): void => {
    if (row === undefined || table === undefined || sheet === undefined) return;
    if (row.any) {
      sheet.rows += 1;
      if (row.hidden && sheet.hidden === undefined) counts.hiddenRows += row.repeat;
      table.row(rowNumber + 1, row.cells, row.hidden);
    }
    rowNumber += row.repeat;
    row = undefined;
  };

  const handler: XmlHandler = {
    open(name, attributes) {
      switch (name) {
        case 'style':
          style = attribute(attributes, 'name') ?? '';
          break;
        case 'table-properties':
          if (attribute(attributes, 'display') === 'false') hiddenStyles.add(style);
          break;
        case 'table': {
          endSheet();
          const hidden = hiddenStyles.has(attribute(attributes, 'style-name') ?? '') ? ('sheet' as const) : undefined;
          sheet = { name: attribute(attributes, 'name') ?? '', hidden, rows: 0 };
          away.clear();
          column = 0;
          rowNumber = 0;
          table = tableSink(job, kind === 'ods' ? { sheet: sheet.name } : {}, hidden, new Set(away));
          break;
        }
        case 'table-column': {
          const count = repeats(attributes, 'number-columns-repeated');
          if (/collapse|filter/.test(attribute(attributes, 'visibility') ?? ''))
            for (let at = 0; at < count; at += 1) away.add(column + at);
          column += count;
          break;
        }
        case 'table-row':
          // Columns come before rows: only now is it known which are hidden.
          if (rowNumber === 0 && sheet && away.size > 0)
            table = tableSink(job, kind === 'ods' ? { sheet: sheet.name } : {}, sheet.hidden, new Set(away));
          row = {
            cells: [],
            hidden: /collapse|filter/.test(attribute(attributes, 'visibility') ?? ''),
            repeat: repeats(attributes, 'number-rows-repeated'),
            any: false,
          };
          break;
        case 'table-cell':
        case 'covered-table-cell':
          cellRepeat = repeats(attributes, 'number-columns-repeated');
          cell = '';
          break;
        case 'annotation':
          counts.comments += 1;
          depth = 'comment';
          break;
        case 'tracked-changes':
          depth = 'tracked';
          break;
        case 'changed-region':
          counts.trackedChanges += 1;
          break;
        case 'creator':
          author = true;
          break;
        case 's':
          line += ' '.repeat(repeats(attributes, 'c'));
          break;
        case 'tab':
          line += '\t';
          break;
        case 'line-break':
          line += ' ';
          break;
      }
    },
    close(name) {
      switch (name) {
        case 'p':
        case 'h':
          endLine();
          break;
        case 'table-cell':
        case 'covered-table-cell':
          if (row === undefined) break;
          if (cell !== '') row.any = true;
          if (cell !== '' || cellRepeat < MOST_REPEATS) for (let at = 0; at < cellRepeat; at += 1) row.cells.push(cell);
          if (cell !== '' && sheet?.hidden === undefined && away.has(row.cells.length - 1))
            used.add(row.cells.length - 1);
          cell = '';
          break;
        case 'table-row':
          endRow();
          break;
        case 'table':
          counts.hiddenColumns += used.size;
          used.clear();
          endSheet();
          break;
        case 'annotation':
        case 'tracked-changes':
          endLine();
          depth = 'body';
          break;
        case 'creator':
          author = false;
          break;
      }
    },
    text(piece) {
      if (author) job.out.author(piece);
      else if (!DATES.test(piece)) line += piece;
    },
  };
  const used = new Set<number>();
  return {
    handler,
    end() {
      endLine();
      endSheet();
      for (const sink of [shown, comments, tracked]) sink.end();
    },
  };
}

/** The instant of an annotation or change stands between the words. */
const DATES = /^\d{4}-\d\d-\d\dT[\d:.]+Z?$/;
