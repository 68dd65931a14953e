import type { Op } from '../domain/op.ts';
import type { Instant } from '../domain/person.ts';
import type { FoldedPerson } from '../domain/person-fold.ts';
import type { Sealed, Vault } from '../vault/vault.ts';
import { failure, LedgerError } from './failure.ts';
import { parseOp } from './op-schema.ts';
import type { OpRow, StateRow, Tables } from './tables.ts';

/** What every part of an open ledger works with. */
export interface Books {
  readonly db: Tables;
  readonly vault: Vault;
  readonly name: string;
  readonly now: () => Instant;
  /** Rows written in one transaction. */
  readonly chunk: number;
  /** From so many ops on a batch is laid out in pages. */
  readonly pack: number;
}

/** Large enough to be quick, small enough for others to come between. */
export const CHUNK = 2_000;
/** Fewer are quick as rows, and can then be changed where they lie. */
export const PACK = 5_000;

export type Key = readonly [space: string, subject: string];
export const keyText = ([space, subject]: Key): string => `${space}\u0000${subject}`;

export const opName = ({ space, subject, id }: Pick<Op, 'space' | 'subject' | 'id'>): string =>
  `op:${space}:${subject}:${id}`;
export const stateName = ([space, subject]: Key): string => `state:${space}:${subject}`;
export const topicName = ([space, subject]: Key): string => `topic:${space}:${subject}`;

export async function sealOp({ vault }: Books, op: Op): Promise<OpRow> {
  const { id, space, subject, of, batch } = op;
  return {
    id,
    space,
    subject,
    of,
    ...(batch === undefined ? {} : { batch }),
    sealed: await vault.seal(op, opName(op)),
  };
}

export async function openOp({ vault }: Books, row: OpRow): Promise<Op> {
  const opened = await vault.open(row.sealed, opName(row));
  const parsed = opened.ok ? parseOp(opened.value) : { wrong: 'unreadable' };
  if ('wrong' in parsed) throw new LedgerError(failure('damaged', { detail: `op ${row.id}` }));
  return parsed.op;
}

/** What was sealed under this row's name is what its writer put there; the type is the writer's. */
export async function openSealed<T>({ vault }: Books, sealed: Sealed, row: string): Promise<T> {
  const opened = await vault.open(sealed, row);
  if (!opened.ok) throw new LedgerError(failure('damaged', { detail: row }));
  return opened.value as T;
}

/** Undefined: nothing is left of this person. */
export async function openState(books: Books, { space, subject, sealed }: StateRow): Promise<FoldedPerson | undefined> {
  return sealed && openSealed<FoldedPerson>(books, sealed, stateName([space, subject]));
}

export function chunks<T>(list: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, index) =>
    list.slice(index * size, (index + 1) * size),
  );
}

export function keysOf(rows: readonly { readonly space: string; readonly subject: string }[]): readonly Key[] {
  return [
    ...new Map(rows.map(({ space, subject }): [string, Key] => [keyText([space, subject]), [space, subject]])).values(),
  ];
}

export function groupBySubject<T extends { readonly space: string; readonly subject: string }>(
  rows: readonly T[],
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const key = keyText([row.space, row.subject]);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}
