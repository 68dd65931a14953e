/** What a file is by its content. `ole`: an old Office file (.doc, .xls, .ppt) or a locked new one, whose words are not read. */
export const FILE_KINDS = [
  'xlsx',
  'ods',
  'csv',
  'docx',
  'odt',
  'pptx',
  'odp',
  'pdf',
  'txt',
  'html',
  'vcf',
  'eml',
  'rtf',
  'zip',
  'packed',
  'ole',
  'picture',
  'media',
  'unknown',
] as const;
export type FileKind = (typeof FILE_KINDS)[number];

/** Why a reading is not the whole file. Each is said to the user; none is ever silent. */
export const FILE_REASONS = [
  /** A password, or rights management. */
  'encrypted',
  /** Damaged, cut short, or not what it says. */
  'unreadable',
  /** Over 25 MB, or more words than are kept: what was read is in the parts. */
  'too-large',
  /** The time was over. */
  'deadline',
  /** Grows out of all proportion when unpacked. */
  'bomb',
  'picture',
  /** A format that is not read: sound, film, old Office, 7z, RTF, programs. */
  'unknown-format',
  /** An archive inside an archive inside an archive. */
  'nested',
  /** Pages, or pictures inside the file, that hold no words that could be read. */
  'no-text',
  /** The reading was called off. */
  'cancelled',
] as const;
export type FileReason = (typeof FILE_REASONS)[number];

/** Why whoever opens the file does not see this part at first sight. */
export type Hiding =
  | 'sheet'
  | 'very-hidden'
  | 'row'
  | 'column'
  | 'comment'
  | 'tracked'
  | 'text'
  | 'notes'
  | 'slide'
  | 'pivot-cache'
  | 'external'
  | 'embedded'
  | 'properties';

export interface FilePlace {
  /** Path inside an archive, or of an embedded file: `list.zip` holding `2026/list.xlsx` says `2026/list.xlsx`. */
  readonly inside?: string;
  readonly sheet?: string;
  /** First row or line of the part, from 1, as the program that opens the file counts. */
  readonly row?: number;
  /** Last row or line. */
  readonly rowEnd?: number;
  /** Letters of the column, where the part is of one alone. */
  readonly column?: string;
  /** From 1. */
  readonly page?: number;
  readonly slide?: number;
  readonly of?: 'header' | 'footer' | 'footnote' | 'comment' | 'properties' | 'name' | 'link' | 'field';
  /** Who wrote it, of a comment or a change. */
  readonly author?: string;
}

/** A stretch of words, at most some 64 K characters. Rows end in a line break, cells in a tab. */
export interface FilePart {
  readonly where: FilePlace;
  readonly text: string;
  readonly hidden?: Hiding;
}

/** What a column of a table holds, decided over its values together. */
export const COLUMN_KINDS = [
  'name',
  'email',
  'phone',
  'nik',
  'kk',
  'npwp',
  'nip',
  'nisn',
  'bpjs',
  'passport',
  'sim',
  'bank_account',
  'card',
  'birth_date',
  'address',
  'fee',
  'health',
  'religion',
] as const;
export type ColumnKind = (typeof COLUMN_KINDS)[number];

export interface FileColumn {
  /** As written; empty where the table has no heading. */
  readonly header: string;
  /** Letters, as spreadsheets name it. */
  readonly letters: string;
  readonly kind?: ColumnKind;
  /** `values`: four in five of the first 200 pass that kind's test. `header`: its heading alone says so. */
  readonly by?: 'values' | 'header';
  /** Cells that are not empty, the heading aside. */
  readonly count: number;
  readonly hidden?: boolean;
  /** Long numbers that the spreadsheet has cut to 15 digits or written as 3.17E+15: the true ones are lost. */
  readonly rounded?: boolean;
}

export interface FileTable {
  readonly where: FilePlace;
  readonly hidden?: Hiding;
  readonly columns: readonly FileColumn[];
  /** Rows with something in them, the heading aside. */
  readonly rows: number;
  /** Rows with an address or a phone number. */
  readonly people: number;
}

export interface HiddenSheet {
  readonly name: string;
  /** `very-hidden` cannot be shown from the program's menu. */
  readonly how: 'hidden' | 'very-hidden';
  readonly rows: number;
  readonly inside?: string;
}

/** Counts of what is in the file beside its plain words. Of archives: all their files together. */
export interface FileFacts {
  readonly hiddenSheets: readonly HiddenSheet[];
  /** On sheets that are shown. */
  readonly hiddenRows: number;
  readonly hiddenColumns: number;
  readonly pivotRecords: number;
  readonly hiddenSlides: number;
  readonly notes: number;
  readonly comments: number;
  readonly trackedChanges: number;
  /** Runs of words that are set not to show. */
  readonly hiddenText: number;
  /** Kept copies of other workbooks' cells, and connections. */
  readonly externalLinks: number;
  /** Who wrote, changed or commented, by the file's own word; each once. */
  readonly authors: readonly string[];
  readonly company?: string;
  /** Files inside: of an archive, or embedded in a document. */
  readonly files: readonly InnerFile[];
}

export interface InnerFile {
  readonly name: string;
  readonly kind: FileKind;
  readonly reasons: readonly FileReason[];
}

/** A number or address in the file, once for all its places. */
export interface FileIdentifier {
  /** An identifier's kind, as `lib/detect` names it: nik, phone, email, … */
  readonly kind: string;
  readonly value: string;
  /** 0…1; from 0.6 it stands without the ledger. */
  readonly confidence: number;
  readonly count: number;
  /** The first place: index in `parts`, and UTF-16 offsets in that part's text. */
  readonly part: number;
  readonly start: number;
  readonly end: number;
  /** Set where it stands in hidden parts alone. */
  readonly hidden?: Hiding;
}

/** One attached file as it was read. It holds the user's words: kept in memory while the draft is open, never written to disk. */
export interface FileReading {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly kind: FileKind;
  /** The format that its name promises, where its content is another. */
  readonly claims?: FileKind;
  readonly parts: readonly FilePart[];
  readonly tables: readonly FileTable[];
  readonly facts: FileFacts;
  readonly identifiers: readonly FileIdentifier[];
  /** Rows, cards or lines with an address or a phone number, over the whole file. */
  readonly people: number;
  /** Of these in hidden parts. */
  readonly hiddenPeople: number;
  /** False: "not fully checked", for `reasons`. */
  readonly complete: boolean;
  readonly reasons: readonly FileReason[];
}

/** All its words, shown and hidden: what the ledger's phrases are looked for in. */
export const fileText = ({ parts }: FileReading): string => parts.map(({ text }) => text).join('\n');

/** Something that whoever looks at the file does not see, and whoever knows how does. */
export const isHiding = (facts: FileFacts): boolean =>
  facts.hiddenSheets.length + facts.hiddenRows + facts.hiddenColumns + facts.pivotRecords + facts.hiddenSlides > 0;

/** What its writers said to each other. */
export const isMarkedUp = (facts: FileFacts): boolean => facts.comments + facts.trackedChanges > 0;
