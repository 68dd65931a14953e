import type { Channel, ConsentState, DatumKind, Method, Purpose, SubjectRole } from '../domain/enums.ts';
import type { Instant } from '../domain/person.ts';
import type { Phrase } from '../domain/verdict.ts';
import { LONGEST } from '../ledger/schema-parts.ts';
import { isFormula, mayRun, readCell } from './cells.ts';
import { type Address, addressesIn } from './entry-points.ts';
import type { DataField, Field } from './fields.ts';
import { isContactField, isDataField } from './fields.ts';
import type { ColumnMapping } from './mapping.ts';
import type { Row } from './table.ts';
import { splitList } from './table.ts';
import { dateOf, isYes, languageOf, methodOf, roleOf, stateOf, zoneOf } from './values.ts';

/** One row of a list, understood. What was not understood is said in `doubts`, and left out. */
export interface Entry {
  readonly name: string;
  readonly points: readonly Address[];
  readonly honorific?: string;
  readonly nicknames: readonly string[];
  readonly language?: string;
  readonly outlet?: string;
  readonly role?: SubjectRole;
  readonly topics: readonly string[];
  readonly groups: readonly string[];
  readonly timezone?: string;
  readonly notes: readonly string[];
  readonly data: readonly { readonly kind: DatumKind; readonly value: string; readonly purpose?: Purpose }[];
  readonly state?: ConsentState;
  readonly at?: Instant;
  readonly until?: Instant;
  readonly method?: Method;
  readonly evidence?: string;
  /** Of all channels, or of e-mail alone. */
  readonly stop?: 'all' | Channel;
  /** Why the row cannot be taken; empty: it can. */
  readonly faults: readonly Phrase[];
  /** What a person should look at before it is taken. */
  readonly doubts: readonly Phrase[];
  /** Only told: taken all the same. */
  readonly remarks: readonly Phrase[];
}

export interface Reading {
  readonly mapping: readonly ColumnMapping[];
  readonly columns: number;
  readonly region: string;
}

const NONE: readonly never[] = [];
const orNone = <T>(list: readonly T[]): readonly T[] => (list.length === 0 ? NONE : list);

/** Prepared once for a list: where each field stands, so that a row costs a look at its own columns and no more. */
export function entryReader({ mapping, columns, region }: Reading): (row: Row) => Entry {
  const columnsOf = new Map<Field, number[]>();
  for (const [index, { field }] of mapping.entries())
    if (field !== null) columnsOf.set(field, [...(columnsOf.get(field) ?? []), index]);
  const at = (field: Field): readonly number[] => columnsOf.get(field) ?? NONE;
  const contacts = [...columnsOf].flatMap(([field, those]) =>
    isContactField(field) ? [{ channel: field, columns: those }] : [],
  );
  const data = mapping.flatMap(({ field, purpose }, index) =>
    field !== null && isDataField(field) ? [{ kind: kindOf(field), index, ...(purpose ? { purpose } : {}) }] : [],
  );
  const taken = mapping.flatMap(({ field }, index) => (field === null ? [] : [index]));
  const parts = (['first_name', 'middle_name', 'last_name'] as const).map(at).filter((those) => those.length > 0);
  const on = {
    name: at('name'),
    suffix: at('name_suffix'),
    honorific: at('honorific'),
    nicknames: at('nicknames'),
    language: at('language'),
    outlet: at('outlet'),
    role: at('role'),
    topics: at('topics'),
    groups: at('groups'),
    timezone: at('timezone'),
    notes: at('notes'),
    state: at('consent_state'),
    at: at('consent_at'),
    until: at('consent_until'),
    method: at('consent_method'),
    evidence: at('consent_evidence'),
    all: at('do_not_contact'),
    noEmail: at('no_email'),
  };

  return (row) => {
    const { cells } = row;
    const faults: Phrase[] = [];
    const doubts: Phrase[] = row.doubts ? [...row.doubts] : [];
    const remarks: Phrase[] = [];
    checkShape(row, columns, faults, doubts);
    const long = taken.find((index) => (cells[index]?.length ?? 0) > LONGEST);
    if (long !== undefined) faults.push({ key: 'import_fault_cell', params: { column: long + 1, most: LONGEST } });

    const points: Address[] = [];
    for (const { channel, columns: those } of contacts)
      for (const index of those) {
        const text = cellAt(cells, index);
        if (text !== '') addressesIn(channel, text, region, points, doubts);
      }
    const whole = one(cells, on.name) ?? parts.flatMap((part) => one(cells, part) ?? NONE).join(' ');
    const name = nameOf(whole, one(cells, on.suffix));
    if (name === '') faults.push({ key: 'import_fault_name' });
    if (points.length === 0) faults.push({ key: 'import_fault_contact' });
    const roleCell = one(cells, on.role);
    const role = roleCell === undefined ? undefined : roleOf(roleCell);
    if (roleCell !== undefined && role === undefined)
      remarks.push({ key: 'import_remark_role', params: { value: roleCell.slice(0, 60) } });
    const formula = cells.find((text) => mayRun(text) && isFormula(readCell(text)));
    if (formula !== undefined)
      remarks.push({ key: 'import_remark_formula', params: { value: formula.trim().slice(0, 40) } });

    return {
      name,
      points,
      honorific: one(cells, on.honorific),
      nicknames: many(cells, on.nicknames, partsOf),
      language: parsed(cells, on.language, languageOf, doubts),
      outlet: one(cells, on.outlet),
      role: role ?? (roleCell === undefined ? undefined : 'other'),
      topics: many(cells, on.topics, partsOf),
      // Google's own groups (`* myContacts`, `* starred`) are nobody's label.
      groups: on.groups.length === 0 ? NONE : many(cells, on.groups, partsOf).filter((one) => !one.startsWith('* ')),
      timezone: parsed(cells, on.timezone, zoneOf, doubts),
      notes: many(cells, on.notes, splitList),
      state: parsed(cells, on.state, stateOf, doubts),
      at: parsed(cells, on.at, dateOf, doubts),
      until: parsed(cells, on.until, dateOf, doubts),
      method: parsed(cells, on.method, methodOf, doubts),
      evidence: one(cells, on.evidence),
      stop: yes(cells, on.all) ? 'all' : yes(cells, on.noEmail) ? 'email' : undefined,
      data: data.length === 0 ? NONE : dataIn(cells, data),
      faults: orNone(faults),
      doubts: orNone(doubts),
      remarks: orNone(remarks),
    };
  };
}

/** A cell that is there and means nothing to us is a doubt, never a silent gap. */
function parsed<T>(
  cells: readonly string[],
  on: readonly number[],
  parse: (text: string) => T | undefined,
  doubts: Phrase[],
): T | undefined {
  const text = one(cells, on);
  if (text === undefined) return undefined;
  const value = parse(text);
  if (value === undefined) doubts.push({ key: 'import_doubt_value', params: { value: text.slice(0, 60) } });
  return value;
}

const yes = (cells: readonly string[], on: readonly number[]): boolean =>
  on.length > 0 && many(cells, on, splitList).some(isYes);

/** The text of a cell; a dash says that there is none. */
function cellAt(cells: readonly string[], index: number): string {
  const cell = cells[index];
  if (cell === undefined || cell === '') return '';
  const text = readCell(cell);
  return DASHED.has(text.charCodeAt(0)) && DASH.test(text) ? '' : text;
}
const DASH = /^[-–—]+$/;
const DASHED: ReadonlySet<number> = new Set([...'-–—'].map((sign) => sign.charCodeAt(0)));

function one(cells: readonly string[], on: readonly number[]): string | undefined {
  for (const index of on) {
    const text = cellAt(cells, index);
    if (text !== '') return text;
  }
  return undefined;
}

function many(
  cells: readonly string[],
  on: readonly number[],
  parts: (text: string) => readonly string[],
): readonly string[] {
  let found: readonly string[] = NONE;
  for (const index of on) {
    const text = cellAt(cells, index);
    if (text !== '') found = found.length === 0 ? parts(text) : [...found, ...parts(text)];
  }
  return found;
}

interface DataColumn {
  readonly kind: DatumKind;
  readonly index: number;
  readonly purpose?: Purpose;
}
const dataIn = (cells: readonly string[], columns: readonly DataColumn[]): Entry['data'] =>
  orNone(
    columns.flatMap(({ index, ...kept }) => {
      const value = cellAt(cells, index);
      return value === '' ? [] : [{ ...kept, value }];
    }),
  );

function checkShape(row: Row, columns: number, faults: Phrase[], doubts: Phrase[]): void {
  const { cells } = row;
  const filled = cells.length <= columns ? 0 : cells.findLastIndex((text) => text.trim() !== '') + 1;
  if (row.fault) faults.push(row.fault);
  else if (filled > columns) faults.push({ key: 'import_fault_long', params: { cells: filled, columns } });
  else if (cells.length < columns) doubts.push({ key: 'import_doubt_short', params: { cells: cells.length, columns } });
  if (cells.some((text) => text.includes('\ufffd'))) doubts.push({ key: 'import_doubt_damaged' });
}

/** Values of one cell: parted by the list sign where it stands, else by what people part a list with. */
const partsOf = (text: string): readonly string[] => {
  if (text === '') return NONE;
  if (text.includes(':::')) return splitList(text);
  return text
    .split(/[;,|]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
};

const nameOf = (name: string, suffix: string | undefined): string =>
  name === '' || suffix === undefined || name.endsWith(suffix) ? name : `${name}, ${suffix}`;

const KINDS: Readonly<Record<DataField, DatumKind>> = {
  data_nik: 'nik',
  data_npwp: 'npwp',
  data_birth_date: 'birth_date',
  data_address: 'address',
  data_bank_account: 'bank_account',
  data_fee: 'fee',
  data_health: 'health',
  data_family: 'family',
  data_other: 'other',
};
const kindOf = (field: DataField): DatumKind => KINDS[field];
