import type { FileFacts, FilePart, FileTable, HiddenSheet, InnerFile } from '../domain/file-reading.ts';
import { Stop } from './meter.ts';

/** Characters that are kept of a file, all parts together. A list of 10,000 people has some 600,000. */
const MOST_TEXT = 2_000_000;
/** Said, not counted on: an archive of 2,000 files with a table each ends here. */
const MOST_TABLES = 200;
const MOST_AUTHORS = 50;

type Count = { -readonly [K in keyof FileFacts as FileFacts[K] extends number ? K : never]: number };

/** What has been read so far. It stays when a reading ends early. */
export interface Collector {
  readonly parts: FilePart[];
  readonly tables: FileTable[];
  readonly counts: Count;
  readonly hiddenSheets: HiddenSheet[];
  readonly files: InnerFile[];
  people: number;
  hiddenPeople: number;
  company: string | undefined;
  /** Throws `Stop` where more words come than are kept. */
  say(part: FilePart): void;
  table(table: FileTable): void;
  author(name: string): void;
  facts(): FileFacts;
}

export function collector(): Collector {
  const authors = new Set<string>();
  let kept = 0;
  const out: Collector = {
    parts: [],
    tables: [],
    hiddenSheets: [],
    files: [],
    people: 0,
    hiddenPeople: 0,
    company: undefined,
    counts: {
      hiddenRows: 0,
      hiddenColumns: 0,
      pivotRecords: 0,
      hiddenSlides: 0,
      notes: 0,
      comments: 0,
      trackedChanges: 0,
      hiddenText: 0,
      externalLinks: 0,
    },
    say(part) {
      if (part.text.trim() === '') return;
      const text = part.text.slice(0, MOST_TEXT - kept);
      kept += text.length;
      if (text !== '') out.parts.push({ ...part, text });
      if (text.length < part.text.length) throw new Stop('too-large');
    },
    table(table) {
      if (out.tables.length < MOST_TABLES) out.tables.push(table);
      out.people += table.people;
      if (table.hidden !== undefined) out.hiddenPeople += table.people;
    },
    author(name) {
      const plain = name.trim().slice(0, 200);
      if (plain !== '' && authors.size < MOST_AUTHORS) authors.add(plain);
    },
    facts: () => ({
      ...out.counts,
      hiddenSheets: out.hiddenSheets,
      authors: [...authors],
      ...(out.company === undefined ? {} : { company: out.company }),
      files: out.files,
    }),
  };
  return out;
}
