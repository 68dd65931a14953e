import { addressKey } from '../domain/address.ts';
import type { Channel, ConsentState, Method, SubjectRole } from '../domain/enums.ts';
import type { Instant } from '../domain/person.ts';
import type { Phrase } from '../domain/verdict.ts';
import { isFormula, readCell } from './cells.ts';
import type { Row } from './csv.ts';
import type { Field } from './fields.ts';
import { isContactField } from './fields.ts';
import type { ColumnMapping } from './mapping.ts';
import { dateOf, isYes, methodOf, roleOf, stateOf, zoneOf } from './values.ts';

/** One row of a list, understood. What was not understood is said in `doubts`, and left out. */
export interface Entry {
  readonly name: string;
  readonly points: readonly { readonly channel: Channel; readonly address: string; readonly key: string }[];
  readonly outlet?: string;
  readonly role?: SubjectRole;
  readonly topics: readonly string[];
  readonly groups: readonly string[];
  readonly timezone?: string;
  readonly notes: readonly string[];
  readonly state?: ConsentState;
  readonly at?: Instant;
  readonly until?: Instant;
  readonly method?: Method;
  readonly evidence?: string;
  readonly doNotContact: boolean;
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

export const isBlank = (row: Row): boolean => row.cells.every((cell) => cell.trim() === '');

export function readEntry(row: Row, { mapping, columns, region }: Reading): Entry {
  const faults: Phrase[] = [];
  const doubts: Phrase[] = [];
  const remarks: Phrase[] = [];
  const filled = row.cells.findLastIndex((cell) => cell.trim() !== '') + 1;
  if (row.brokenQuote) faults.push({ key: 'import_fault_quote' });
  else if (filled > columns) faults.push({ key: 'import_fault_long', params: { cells: filled, columns } });
  else if (row.cells.length < columns)
    doubts.push({ key: 'import_doubt_short', params: { cells: row.cells.length, columns } });
  if (row.cells.some((cell) => cell.includes('\ufffd'))) doubts.push({ key: 'import_doubt_damaged' });

  const cellsOf = (field: Field): readonly string[] =>
    mapping.flatMap((column, index) => {
      const text = column.field === field ? readCell(row.cells[index] ?? '') : '';
      return text === '' || /^[-–—]+$/.test(text) ? [] : [text];
    });
  const one = (field: Field): string | undefined => cellsOf(field)[0];
  const many = (field: Field): readonly string[] =>
    cellsOf(field).flatMap((cell) =>
      cell
        .split(/[;,|]/)
        .map((part) => part.trim())
        .filter((part) => part !== ''),
    );
  /** A cell that is there and means nothing to us is a doubt, never a silent gap. */
  const parsed = <T>(field: Field, parse: (cell: string) => T | undefined): T | undefined => {
    const cell = one(field);
    if (cell === undefined) return undefined;
    const value = parse(cell);
    if (value === undefined) doubts.push({ key: 'import_doubt_value', params: { value: cell.slice(0, 60) } });
    return value;
  };

  const points = mapping.flatMap(({ field }, index) => {
    if (field === null || !isContactField(field)) return [];
    const address = readCell(row.cells[index] ?? '');
    if (address === '' || /^[-–—]+$/.test(address)) return [];
    const key = addressKey(field, address, region);
    if (key !== undefined) return [{ channel: field, address, key }];
    doubts.push({ key: 'import_doubt_address', params: { value: address.slice(0, 60) } });
    return [];
  });
  const name = one('name') ?? '';
  if (name === '') faults.push({ key: 'import_fault_name' });
  if (points.length === 0) faults.push({ key: 'import_fault_contact' });
  const roleCell = one('role');
  const role = roleCell === undefined ? undefined : roleOf(roleCell);
  if (roleCell !== undefined && role === undefined)
    remarks.push({ key: 'import_remark_role', params: { value: roleCell.slice(0, 60) } });
  const formula = row.cells.find((cell) => isFormula(readCell(cell)));
  if (formula !== undefined)
    remarks.push({ key: 'import_remark_formula', params: { value: formula.trim().slice(0, 40) } });

  return {
    name,
    points: points.filter(
      (point, index) =>
        points.findIndex(({ channel, key }) => channel === point.channel && key === point.key) === index,
    ),
    outlet: one('outlet'),
    role: role ?? (roleCell === undefined ? undefined : 'other'),
    topics: many('topics'),
    groups: many('groups'),
    timezone: parsed('timezone', zoneOf),
    notes: cellsOf('notes'),
    state: parsed('consent_state', stateOf),
    at: parsed('consent_at', dateOf),
    until: parsed('consent_until', dateOf),
    method: parsed('consent_method', methodOf),
    evidence: one('consent_evidence'),
    doNotContact: cellsOf('do_not_contact').some(isYes),
    faults,
    doubts,
    remarks,
  };
}
