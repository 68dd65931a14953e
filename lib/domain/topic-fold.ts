import type { Op } from './op.ts';
import { inOrder, withoutUndone } from './op-order.ts';
import { DEFAULT_POLICY, type Policy } from './policy.ts';
import type { SavedList } from './saved-list.ts';
import type { EmbargoAgreement, Release, ReleaseFields, Term } from './topic.ts';
import { agreementsOf } from './topic-agreement.ts';
import { type ApprovalStep, approvalOf, revisionOf } from './topic-approval.ts';

/** The last word on each term counts; a removed term is gone. */
export function foldTerm(id: string, ops: readonly Op[], undone: ReadonlySet<string> = new Set()): Term | undefined {
  let term: Term | undefined;
  for (const change of changesOf(id, 'term', ops, undone)) {
    if (change.kind === 'term') term = { ...change.term, id };
    if (change.kind === 'removed') return undefined;
  }
  return term;
}

/** Agreements are a set, one a person; steps of approval are a set, of which those about the wording of now count. */
export function foldRelease(
  id: string,
  ops: readonly Op[],
  undone: ReadonlySet<string> = new Set(),
): Release | undefined {
  let fields: ReleaseFields | undefined;
  const agreements: EmbargoAgreement[] = [];
  const steps: ApprovalStep[] = [];
  for (const change of changesOf(id, 'release', ops, undone)) {
    if (change.kind === 'release') fields = change.release;
    if (change.kind === 'agreement') agreements.push(change.agreement);
    if (change.kind === 'approval') steps.push(change.approval);
    if (change.kind === 'removed') return undefined;
  }
  if (fields === undefined) return undefined;
  const { held, lapsed } = agreementsOf(agreements, fields.liftsAt);
  return {
    ...fields,
    id,
    agreements: held,
    ...(lapsed.length > 0 ? { lapsed } : {}),
    ...(steps.length > 0 ? { approval: approvalOf(steps, revisionOf(fields)) } : {}),
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

const changesOf = (subject: string, of: Op['of'], ops: readonly Op[], undone: ReadonlySet<string>) =>
  withoutUndone(inOrder(ops), undone).flatMap((op) => (op.of === of && op.subject === subject ? op.changes : []));

const defined = (set: Partial<Policy>): Partial<Policy> =>
  Object.fromEntries(Object.entries(set).filter(([, value]) => value !== undefined));
