import type { FileReading } from '../../lib/domain/file-reading.ts';
import type { Scenario } from './schema.ts';

type Attachment = NonNullable<Scenario['draft']['attachments']>[number];

/** A file as it would have been read, of what a scenario says that it holds. */
export function readingOf({ name, text, holds = {} }: Attachment): FileReading {
  const { hidden_sheets = [], comments = 0, tracked_changes = 0, people = 0, hidden_people = 0, reasons = [] } = holds;
  return {
    name,
    size: text?.length ?? 0,
    kind: holds.kind ?? 'xlsx',
    parts: text ? [{ where: {}, text }] : [],
    tables: hidden_sheets.map(({ sheet, rows }) => ({
      where: { sheet },
      hidden: 'sheet',
      columns: [],
      rows,
      people: hidden_people,
    })),
    facts: {
      hiddenSheets: hidden_sheets.map(({ sheet, rows }) => ({ name: sheet, how: 'hidden', rows })),
      hiddenRows: holds.hidden_rows ?? 0,
      hiddenColumns: 0,
      pivotRecords: holds.pivot_records ?? 0,
      hiddenSlides: 0,
      notes: 0,
      comments,
      trackedChanges: tracked_changes,
      hiddenText: 0,
      externalLinks: 0,
      authors: [],
      files: [],
    },
    identifiers: [],
    people,
    hiddenPeople: hidden_people,
    complete: reasons.length === 0,
    reasons,
  };
}
