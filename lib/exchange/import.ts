import type { Op } from '../domain/op.ts';
import type { PersonState } from '../domain/person.ts';
import { type Entry, entryReader } from './entry.ts';
import { type KnownPeople, knownPeople } from './known.ts';
import { featuresOf } from './likeness/score.ts';
import type { ColumnMapping } from './mapping.ts';
import { type LedgerPeople, ledgerPeople, type PeopleSource } from './people.ts';
import { changesOf, type PlanContext, planRow } from './plan.ts';
import { applied, newPerson } from './plan-changes.ts';
import { type Preview, previewing } from './preview.ts';
import type { Rows } from './rows.ts';
import { breather, type Running } from './running.ts';

/** A list whose cells can be understood and whose ledger is indexed: every choice of the user plans it anew from here. */
export interface Prepared {
  readonly rows: Rows;
  readonly entry: (row: number) => Entry;
  readonly people: LedgerPeople;
}

export async function prepareImport(
  { header, rows }: { readonly header: readonly string[]; readonly rows: Rows },
  mapping: readonly ColumnMapping[],
  source: PeopleSource,
  region: string,
): Promise<Prepared> {
  const read = entryReader({ mapping, columns: header.length, region });
  const entry = (at: number): Entry => read(rows.at(at) ?? { line: 0, cells: [] });
  return { rows, entry, people: await ledgerPeople(source, region) };
}

/** Rows whose people are fetched from the ledger in one go. */
const TURN = 256;

/** What an import of this list would do, row by row. Throws the signal's reason when it is cancelled. */
export async function planPrepared(prepared: Prepared, asked: PlanContext, running: Running): Promise<Preview> {
  const { rows, people } = prepared;
  // What is looked at is not kept: any name will do for it.
  let made = 0;
  const context = { ...asked, newId: () => `new ${made++}` };
  const known = knownPeople(people, rereading(prepared, context));
  const preview = previewing(prepared, context.takeDoubtful);
  const breathe = breather(running);
  for (let from = 0; from < rows.length; from += TURN) {
    if (breathe.due(from)) await breathe.pause(from, rows.length);
    const to = Math.min(from + TURN, rows.length);
    const entries = Array.from({ length: to - from }, (_, at) => prepared.entry(from + at));
    if (people.count > 0) known.meet(await people.load(concerned(entries, known)));
    for (const [at, entry] of entries.entries()) {
      if (breathe.due(at)) await breathe.pause(from + at, rows.length);
      const line = rows.line(from + at);
      preview.add(from + at, planRow(from + at, line, entry, known, context));
    }
  }
  running.progress(rows.length, rows.length);
  return preview.done();
}

const rereading = ({ rows, entry }: Prepared, context: PlanContext) => ({
  entry,
  line: (row: number): number => rows.line(row),
  brought: (one: Entry): PersonState => {
    const before = newPerson(one, context);
    return applied(before, changesOf(one, before, false, context));
  },
  joined: (before: PersonState, one: Entry, notTheirs?: ReadonlySet<string>): PersonState =>
    applied(before, changesOf(one, before, true, context, notTheirs)),
  region: context.region,
});

function concerned(entries: readonly Entry[], known: KnownPeople): readonly number[] {
  const codes = entries.flatMap(({ name, outlet, points, faults }) => {
    if (faults.length > 0) return [];
    const keys = points.map(({ key }) => key);
    return known.concerned(keys, () => featuresOf(name, outlet, keys));
  });
  return [...new Set(codes)];
}

/** Ops in one part, about. */
const PART = 2_000;

/**
 * What was previewed, as ops of one batch, a part at a time: whom each row is written to was settled by the plan. What is
 * not asked for is not made.
 */
export async function* opsOf(
  preview: Preview,
  context: PlanContext,
  running: Running,
): AsyncGenerator<readonly Op[], void> {
  const { rows, entry, people } = preview.prepared;
  const later = preview.owners();
  /** People whom a later row comes back to, as the rows so far leave them. */
  const held = new Map<number, PersonState>();
  const breathe = breather(running);
  const { newId, space, now: at, by, batch } = context;
  let ops: Op[] = [];
  for (let from = 0; from < rows.length; from += TURN) {
    const to = Math.min(from + TURN, rows.length);
    const writes = preview.writes(from, to);
    const wanted = writes.flatMap(({ owner }) => (owner !== undefined && owner < people.count ? [owner] : []));
    const loaded = await people.load([...new Set(wanted)].filter((code) => !held.has(code)));
    for (const { row, owner, notTheirs } of writes) {
      if (breathe.due(row)) await breathe.pause(row, rows.length);
      const one = entry(row);
      const code = owner ?? people.count + row;
      const there = owner === undefined ? undefined : (held.get(code) ?? loaded.get(code));
      // Somebody who was there and is gone since: the row stands for itself.
      const before = there ?? newPerson(one, context);
      const changes = changesOf(one, before, there !== undefined, context, notTheirs);
      if (later.back(code, row)) held.set(code, applied(before, changes));
      else held.delete(code);
      if (changes.length > 0)
        ops.push({ id: newId(), space, subject: before.person.id, of: 'person', at, by, batch, changes });
    }
    if (ops.length < PART) continue;
    yield ops;
    ops = [];
  }
  if (ops.length > 0) yield ops;
}
