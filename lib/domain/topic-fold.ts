import type { Op } from './op.ts';
import { inOrder, withoutUndone } from './op-order.ts';
import { DEFAULT_POLICY, type Policy } from './policy.ts';
import type { EmbargoAgreement, Release, Term } from './topic.ts';

/** The last word on each term counts; a removed term is gone. */
export function foldTerm(id: string, ops: readonly Op[], undone: ReadonlySet<string> = new Set()): Term | undefined {
  let term: Term | undefined;
  for (const change of changesOf(id, 'term', ops, undone)) {
    if (change.kind === 'term') term = { ...change.term, id };
    if (change.kind === 'removed') return undefined;
  }
  return term;
}

/** Agreements are a set, one a person: the earliest that was recorded. */
export function foldRelease(
  id: string,
  ops: readonly Op[],
  undone: ReadonlySet<string> = new Set(),
): Release | undefined {
  let release: Omit<Release, 'agreements'> | undefined;
  const agreements = new Map<string, EmbargoAgreement>();
  for (const change of changesOf(id, 'release', ops, undone)) {
    if (change.kind === 'release') release = { ...change.release, id };
    if (change.kind === 'agreement' && !agreements.has(change.agreement.personId))
      agreements.set(change.agreement.personId, change.agreement);
    if (change.kind === 'removed') return undefined;
  }
  return release && { ...release, agreements: [...agreements.values()] };
}

export function foldPolicy(space: string, ops: readonly Op[], undone: ReadonlySet<string> = new Set()): Policy {
  const sets = changesOf(space, 'space', ops, undone).flatMap((change) =>
    change.kind === 'policy' ? [change.set] : [],
  );
  return Object.assign({}, DEFAULT_POLICY, ...sets.map(defined));
}

const changesOf = (subject: string, of: Op['of'], ops: readonly Op[], undone: ReadonlySet<string>) =>
  withoutUndone(inOrder(ops), undone).flatMap((op) => (op.of === of && op.subject === subject ? op.changes : []));

const defined = (set: Partial<Policy>): Partial<Policy> =>
  Object.fromEntries(Object.entries(set).filter(([, value]) => value !== undefined));
