import { epoch } from './instant.ts';
import type { Op } from './op.ts';

/** The order in which ops are folded, whatever the order of arrival; a duplicate is left out. */
export function inOrder(ops: readonly Op[]): readonly Op[] {
  const byId = new Map(ops.map((op) => [op.id, op]));
  return [...byId.values()].toSorted((a, b) => epoch(a.at) - epoch(b.at) || (a.id < b.id ? -1 : 1));
}

/** Batches that were undone. The undoing itself is never undone. */
export const undoneBatches = (ops: readonly Op[]): ReadonlySet<string> =>
  new Set(ops.flatMap(({ changes }) => changes.flatMap((change) => (change.kind === 'undo' ? [change.batch] : []))));

export const withoutUndone = (ops: readonly Op[], undone: ReadonlySet<string>): readonly Op[] =>
  ops.filter(({ batch }) => batch === undefined || !undone.has(batch));
