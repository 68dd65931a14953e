import type { Channel, ConsentState, DatumKind, Method, SubjectRole } from '../domain/enums.ts';
import type { Instant } from '../domain/person.ts';
import type { Phrase } from '../domain/verdict.ts';
import { isFormula, readCell } from './cells.ts';
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
  readonly data: readonly { readonly kind: DatumKind; readonly value: string }[];
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
const DASH = /^[-–—]+$/;

/** Prepared once for a list: where each field stands, so that a row costs a look at its own columns and no more. */
export function entryReader({ mapping, columns, region }: Reading): (row: Row) => Entry {
  const columnsOf = new Map<Field, number[]>();
  for (const [index, { field }] of mapping.entries())
    if (field !== null) columnsOf.set(field, [...(columnsOf.get(field) ?? []), index]);
  const contacts = [...columnsOf].flatMap(([field, at]) => (isContactField(field) ? [{ channel: field, at }] : []));
  const data = [...columnsOf].flatMap(([field, at]) => (isDataField(field) ? [{ kind: kindOf(field), at }] : []));
  const parts = (['first_name', 'middle_name', 'last_name'] as const).filter((field) => columnsOf.has(field));

  return (row) => {
    const faults: Phrase[] = [];
    const doubts: Phrase[] = row.doubts ? [...row.doubts] : [];
    const remarks: Phrase[] = [];
    checkShape(row, columns, faults, doubts);

    const cell = (index: number): string => {
      const text = readCell(row.cells[index] ?? '');
      return DASH.test(text) ? '' : text;
    };
    const one = (field: Field): string | undefined => {
      for (const index of columnsOf.get(field) ?? NONE) {
        const text = cell(index);
        if (text !== '') return text;
      }
      return undefined;
    };
    const all = (field: Field): readonly string[] => {
      const at = columnsOf.get(field);
      if (at === undefined) return NONE;
      return orNone(at.map(cell).flatMap((text) => (text === '' ? [] : splitList(text))));
    };
    const many = (field: Field): readonly string[] => {
      const at = columnsOf.get(field);
      if (at === undefined) return NONE;
      return orNone(at.map(cell).flatMap(partsOf));
    };
    /** A cell that is there and means nothing to us is a doubt, never a silent gap. */
    const parsed = <T>(field: Field, parse: (text: string) => T | undefined): T | undefined => {
      const text = one(field);
      if (text === undefined) return undefined;
      const value = parse(text);
      if (value === undefined) doubts.push({ key: 'import_doubt_value', params: { value: text.slice(0, 60) } });
      return value;
    };

    const points: Address[] = [];
    for (const { channel, at } of contacts)
      for (const index of at) {
        const text = cell(index);
        if (text !== '') addressesIn(channel, text, region, points, doubts);
      }
    const name = nameOf(one('name') ?? parts.flatMap((part) => one(part) ?? []).join(' '), one('name_suffix'));
    if (name === '') faults.push({ key: 'import_fault_name' });
    if (points.length === 0) faults.push({ key: 'import_fault_contact' });
    const roleCell = one('role');
    const role = roleCell === undefined ? undefined : roleOf(roleCell);
    if (roleCell !== undefined && role === undefined)
      remarks.push({ key: 'import_remark_role', params: { value: roleCell.slice(0, 60) } });
    const formula = row.cells.find((text) => text !== '' && isFormula(readCell(text)));
    if (formula !== undefined)
      remarks.push({ key: 'import_remark_formula', params: { value: formula.trim().slice(0, 40) } });

    return {
      name,
      points,
      honorific: one('honorific'),
      nicknames: many('nicknames'),
      language: parsed('language', languageOf),
      outlet: one('outlet'),
      role: role ?? (roleCell === undefined ? undefined : 'other'),
      topics: many('topics'),
      // Google's own groups (`* myContacts`, `* starred`) are nobody's label.
      groups: many('groups').filter((group) => !/^\* /.test(group)),
      timezone: parsed('timezone', zoneOf),
      notes: all('notes'),
      data: orNone(
        data.flatMap(({ kind, at }) =>
          at.flatMap((index) => (cell(index) === '' ? [] : [{ kind, value: cell(index) }])),
        ),
      ),
      state: parsed('consent_state', stateOf),
      at: parsed('consent_at', dateOf),
      until: parsed('consent_until', dateOf),
      method: parsed('consent_method', methodOf),
      evidence: one('consent_evidence'),
      stop: all('do_not_contact').some(isYes) ? 'all' : all('no_email').some(isYes) ? 'email' : undefined,
      faults: orNone(faults),
      doubts: orNone(doubts),
      remarks: orNone(remarks),
    };
  };
}

function checkShape(row: Row, columns: number, faults: Phrase[], doubts: Phrase[]): void {
  const filled = row.cells.length <= columns ? 0 : row.cells.findLastIndex((text) => text.trim() !== '') + 1;
  if (row.fault) faults.push(row.fault);
  else if (filled > columns) faults.push({ key: 'import_fault_long', params: { cells: filled, columns } });
  else if (row.cells.length < columns)
    doubts.push({ key: 'import_doubt_short', params: { cells: row.cells.length, columns } });
  if (row.cells.some((text) => text.includes('\ufffd'))) doubts.push({ key: 'import_doubt_damaged' });
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
