import type { Op } from './op.ts';
import { inOrder, withoutUndone } from './op-order.ts';
import { DEFAULT_POLICY, type Policy } from './policy.ts';
import type { SavedList } from './saved-list.ts';
import type { EmbargoAgreement, Release, ReleaseFields, Term } from './topic.ts';
import { agreementsOf } from './topic-agreement.ts';
import { type ApprovalStep, approvalOf } from './topic-approval.ts';

/** The last word on each term counts; a removed term is gone. */
export function foldTerm(id: string, ops: readonly Op[], undone: ReadonlySet<string> = new Set()): Term | undefined {
  let term: Term | undefined;
  for (const change of changesOf(id, 'term', ops, undone)) {
    if (change.kind === 'term') term = { ...change.term, id };
    if (change.kind === 'removed') return undefined;
  }
  return term;
}

/**
 * Agreements are a set, one a person; steps of approval are a set about the wording of now. The revision is the op that
 * said the last word on the release, so that a step about an older wording says nothing of this one.
 */
export function foldRelease(
  id: string,
  ops: readonly Op[],
  undone: ReadonlySet<string> = new Set(),
): Release | undefined {
  let fields: ReleaseFields | undefined;
  let revision: string | undefined;
  const agreements: EmbargoAgreement[] = [];
  const steps: ApprovalStep[] = [];
  for (const op of opsOf(id, 'release', ops, undone))
    for (const change of op.changes) {
      if (change.kind === 'release') [fields, revision] = [change.release, op.id];
      if (change.kind === 'agreement') agreements.push(change.agreement);
      if (change.kind === 'approval') steps.push(change.approval);
      if (change.kind === 'removed') return undefined;
    }
  if (fields === undefined || revision === undefined) return undefined;
  const { held, lapsed } = agreementsOf(agreements, fields.liftsAt);
  return {
    ...fields,
    id,
    revision,
    agreements: held,
    ...(lapsed.length > 0 ? { lapsed } : {}),
    ...(steps.length > 0 ? { approval: approvalOf(steps, revision) } : {}),
  };
}

export function foldPolicy(space: string, ops: readonly Op[], undone: ReadonlySet<string> = new Set()): Policy {
  const sets = changesOf(space, 'space', ops, undone).flatMap((change) =>
    change.kind === 'policy' ? [change.set] : [],
  );
  return Object.assign({}, DEFAULT_POLICY, ...sets.map(defined));
}

/** The lists of a space, each as it was last kept; a list that was taken away stays away. */
export function foldLists(
  space: string,
  ops: readonly Op[],
  undone: ReadonlySet<string> = new Set(),
): readonly SavedList[] {
  const changes = changesOf(space, 'space', ops, undone);
  const removed = new Set(changes.flatMap((change) => (change.kind === 'list-removed' ? [change.listId] : [])));
  const lists = new Map(
    changes.flatMap((change) => (change.kind === 'list' ? [[change.list.id, change.list] as const] : [])),
  );
  return [...lists.values()].filter(({ id }) => !removed.has(id));
}

const opsOf = (subject: string, of: Op['of'], ops: readonly Op[], undone: ReadonlySet<string>): readonly Op[] =>
  withoutUndone(inOrder(ops), undone).filter((op) => op.of === of && op.subject === subject);

const changesOf = (subject: string, of: Op['of'], ops: readonly Op[], undone: ReadonlySet<string>) =>
  opsOf(subject, of, ops, undone).flatMap(({ changes }) => changes);

const defined = (set: Partial<Policy>): Partial<Policy> =>
  Object.fromEntries(Object.entries(set).filter(([, value]) => value !== undefined));
