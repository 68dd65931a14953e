import type { Change, Op } from '../domain/op.ts';
import { OWN_WORD, REASON_REQUIRED } from '../domain/transitions.ts';

/** What protects a person and takes nothing from anybody: it is shown even where its author had no right any more. */
const restricts = (change: Change): boolean =>
  change.kind === 'suppression' ||
  (change.kind === 'consent' && (OWN_WORD.has(change.event.state) || REASON_REQUIRED.has(change.event.state)));

/** The op with its restrictions alone; undefined where it has none. */
export function restrictionsIn(op: Op): Op | undefined {
  const changes = op.changes.filter(restricts);
  return changes.length === 0 ? undefined : { ...op, changes };
}
