import type { Change, Op } from '../domain/op.ts';
import { SELF } from '../domain/person.ts';
import { refusal } from '../domain/refusal.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { isTeamSpace } from '../domain/space-of.ts';
import { failure, type LedgerFailure } from './failure.ts';
import type { SpaceTeam } from './team-spaces.ts';

/** Bytes of JSON. An envelope holds 131,068 of CBOR, which is the shorter of the two. */
export const LARGEST_OP = 120_000;

/**
 * What this user writes, as the member that they are in that space: colleagues take nothing by anybody else. What their
 * ledgers would refuse is refused here already, so that nothing is in this ledger alone.
 */
export function asMember(op: Op, team: SpaceTeam | undefined): Result<Op, LedgerFailure> {
  if (!isTeamSpace(op.space)) return ok(op);
  if (!team) return err(failure('invalid', { detail: 'space' }));
  if (!team.writes) return err(failure('refused', { refusal: refusal('read-only', { team: team.name }) }));
  if (!team.admin && op.changes.some(({ kind }) => kind === 'policy' || kind === 'erased'))
    return err(failure('refused', { refusal: refusal('admins-only', { team: team.name }) }));
  const signed = { ...op, by: team.member, changes: op.changes.map((change) => signedBy(change, team.member)) };
  return sizeOf(signed) > LARGEST_OP
    ? err(failure('refused', { refusal: refusal('too-large', { team: team.name }) }))
    : ok(signed);
}

export const inTeams = (ops: readonly Op[]): readonly Op[] => ops.filter(({ space }) => isTeamSpace(space));

export const sizeOf = (value: unknown): number => new TextEncoder().encode(JSON.stringify(value)).length;

/** On a colleague's device "self" would be that colleague. */
export function signedBy(change: Change, member: string): Change {
  if (change.kind === 'consent' && change.event.recorded_by === SELF)
    return { ...change, event: { ...change.event, recorded_by: member } };
  if (change.kind === 'request-step' && change.event.by === SELF)
    return { ...change, event: { ...change.event, by: member } };
  if (change.kind === 'approval' && change.approval.by === SELF)
    return { ...change, approval: { ...change.approval, by: member } };
  return change;
}
