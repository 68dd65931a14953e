import type { Purpose } from '../domain/enums.ts';
import type { Instant, PersonState } from '../domain/person.ts';
import { consentCell } from './consent-cell.ts';
import { isContactField, type OutField } from './fields.ts';
import type { Blocks } from './formats/format.ts';
import { breather, type Running } from './running.ts';
import { joinList } from './table.ts';

export interface OutContext {
  /** Consent is that of one purpose: a table has one cell for it; the whole history is in the records. */
  readonly purpose: Purpose;
  readonly at: Instant;
}

/** A person as the chosen fields and their values. What is empty is left out. */
export const sheafOf = (
  state: PersonState,
  fields: readonly OutField[],
  context: OutContext,
): readonly (readonly [OutField, readonly string[]])[] =>
  fields.flatMap((field) => {
    const values = valuesOf(state, field, context).filter((value) => value !== '');
    return values.length === 0 ? [] : [[field, values] as const];
  });

function valuesOf(state: PersonState, field: OutField, { purpose, at }: OutContext): readonly string[] {
  const { person } = state;
  if (isContactField(field))
    return state.points.flatMap(({ channel, address }) => (channel === field ? [address] : []));
  switch (field) {
    case 'name':
    case 'role':
      return [person[field]];
    case 'outlet':
    case 'timezone':
    case 'language':
    case 'honorific':
      return [person[field] ?? ''];
    case 'topics':
    case 'groups':
    case 'nicknames':
      return person[field];
    case 'notes':
      return state.notes.map(({ text }) => text);
    case 'do_not_contact':
      return state.suppressions.some(({ scope }) => scope === 'all') ? ['yes'] : [];
    case 'no_email':
      return state.suppressions.some(
        ({ scope }) => typeof scope === 'object' && 'channel' in scope && scope.channel === 'email',
      )
        ? ['yes']
        : [];
    default:
      return [consentCell(state, field, purpose, at)];
  }
}

const LISTS: ReadonlySet<OutField> = new Set<OutField>(['topics', 'groups', 'nicknames']);

/** A heading of field names, which an import knows again, and a row for each person. */
export async function* tableRows(
  people: readonly PersonState[],
  fields: readonly OutField[],
  context: OutContext,
  running: Running,
): AsyncGenerator<readonly string[]> {
  yield fields;
  for await (const state of eachPerson(people, running))
    yield fields.map((field) => {
      const values = valuesOf(state, field, context).filter((value) => value !== '');
      return joinList(values, LISTS.has(field) || isContactField(field) ? '; ' : ' ::: ');
    });
}

/** Rows that are made into text together: a string grows, an array of 100,000 strings is no faster. */
const TOGETHER = 500;

export async function writeTable(
  people: readonly PersonState[],
  fields: readonly OutField[],
  context: OutContext,
  running: Running,
  write: (rows: readonly (readonly string[])[], first: boolean) => string,
): Promise<Blocks> {
  const blocks: string[] = [];
  let rows: (readonly string[])[] = [];
  for await (const row of tableRows(people, fields, context, running)) {
    rows.push(row);
    if (rows.length < TOGETHER) continue;
    blocks.push(write(rows, blocks.length === 0));
    rows = [];
  }
  if (rows.length > 0) blocks.push(write(rows, blocks.length === 0));
  return blocks;
}

/** People one after another, with the page's turn between them. */
export async function* eachPerson(people: readonly PersonState[], running: Running): AsyncGenerator<PersonState> {
  const breathe = breather(running);
  for (const [index, state] of people.entries()) {
    if (breathe.due(index)) await breathe.pause(index, people.length);
    yield state;
  }
  running.progress(people.length, people.length);
}
