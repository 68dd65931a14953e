import type { Op } from '../domain/op.ts';
import type { Alarm, AlarmKind } from './alarm.ts';
import type { Bytes } from './bytes.ts';
import type { Chain } from './chain.ts';
import type { Envelope } from './envelope.ts';
import type { EpochSecrets } from './key-ring.ts';
import { restrictionsIn } from './restrictions.ts';
import { spaceOfScope } from './space-of-scope.ts';
import { ADMINS, devicesOf, mayWrite, memberOf, newestEpoch, settledKey, type TeamState } from './team-state.ts';
import { type Lain, opOf, unseal } from './unseal.ts';

/**
 * What an envelope of a log comes to.
 * - `given`: these ops count. `bad`: ops of it that do not, each with its reason; the others are none the worse
 * - `held`: its author had no right any more, or used an old key: nothing counts until an admin says so. Its restrictions
 *   are shown as unconfirmed stops
 * - `refused`: nothing of it counts. `other`: of a list that this device has not. `waits`: its key is not here yet
 */
export type Opened =
  | { readonly kind: 'given'; readonly ops: readonly Op[]; readonly bad: readonly Alarm[] }
  | {
      readonly kind: 'held';
      readonly why: 'after-removal' | 'old-epoch';
      readonly alarm: Alarm;
      readonly stops: readonly Op[];
      /** How many other changes lie there. */
      readonly others: number;
    }
  | { readonly kind: 'refused'; readonly alarm?: Alarm }
  | { readonly kind: 'other' }
  | { readonly kind: 'waits' };

export interface OpenWith {
  readonly chain: Chain;
  readonly device: string;
  readonly secrets: (scope: string, epoch: number) => readonly EpochSecrets[];
  /** When this device first knew of that epoch, ms; undefined: it does not. */
  readonly epochSeen: (scope: string, epoch: number) => number | undefined;
  /** When the envelope came, ms. */
  readonly arrived: number;
}

const DAY = 86_400_000;

export async function openEnvelope(envelope: Envelope, known: OpenWith): Promise<Opened> {
  const { header, hash } = envelope;
  const { device, dseq, scope, epoch } = header;
  const [then, now] = [known.chain.stateAt(header.chain), known.chain.state()];
  if (!then) return { kind: 'waits' };
  const alarm = (kind: AlarmKind, detail?: string): Alarm => ({
    kind,
    device,
    scope,
    evidence: [`${device}/${dseq}-${hash}`],
    ...(detail === undefined ? {} : { detail }),
  });
  if (!mayWrite(then, device, scope)) return { kind: 'refused', alarm: alarm('wrong-role') };
  const settled = now.settled.get(settledKey({ device, dseq, hash }));
  if (settled === false) return { kind: 'refused' };
  const why = settled ? undefined : beyond(envelope, known, then, now);
  if (!devicesOf(now, scope).has(known.device)) return { kind: 'other' };
  const keys = known.secrets(scope, epoch).flatMap(({ key }) => key ?? []);
  if (keys.length === 0) return { kind: 'waits' };
  const lain = await unsealWith(envelope, keys);
  if (!lain.ok)
    return {
      kind: 'refused',
      alarm: alarm(lain.error.kind === 'wrong-key' ? 'wrong-key' : 'malformed', lain.error.at),
    };
  const judged = lain.value.map((one) => admissible(one, then, header));
  const ops = judged.flatMap((one) => ('op' in one ? [one.op] : []));
  if (why) {
    const stops = ops.flatMap((op) => restrictionsIn(op) ?? []);
    const changes = (some: readonly Op[]): number => some.reduce((sum, op) => sum + op.changes.length, 0);
    return { kind: 'held', why, alarm: alarm(why), stops, others: changes(ops) - changes(stops) };
  }
  const bad = judged.flatMap((one, index) => ('kind' in one ? [alarm(one.kind, `${index}: ${one.detail}`)] : []));
  return { kind: 'given', ops, bad };
}

async function unsealWith(envelope: Envelope, keys: readonly Bytes[]): ReturnType<typeof unseal> {
  let last = await unseal(envelope, keys[0] ?? new Uint8Array(32));
  for (const key of keys.slice(1)) {
    if (last.ok || last.error.kind !== 'wrong-key') return last;
    last = await unseal(envelope, key);
  }
  return last;
}

/**
 * Whether it lies beyond what its author might write. Whoever was let in again writes on, in what they say after they knew.
 * An older key is taken from who did not know of the newer, for a day after this device knew it; the one before the newest
 * also from who had no box yet.
 */
function beyond(
  { header, hash }: Envelope,
  { chain, epochSeen, arrived }: OpenWith,
  then: TeamState,
  now: TeamState,
): 'after-removal' | 'old-epoch' | undefined {
  const { device, dseq, scope, epoch } = header;
  const author = now.devices.get(device);
  if (!author) return 'after-removal';
  const { ended, last } = author;
  const otherLog = last?.dseq === dseq && last.hash !== hash;
  if (ended && (dseq > (last?.dseq ?? 0) || otherLog) && !chain.includes(header.chain, ended.hash))
    return 'after-removal';
  const list = then.scopes.get(scope);
  if (!list || epoch > newestEpoch(list) || epoch < newestEpoch(list) - 1) return 'old-epoch';
  const newer = epochSeen(scope, epoch + 1);
  return newer !== undefined && arrived - newer > DAY ? 'old-epoch' : undefined;
}

/** Only admins set the policy and erase: both bind everybody. */
function admissible(
  { bytes }: Lain,
  then: TeamState,
  { team, scope, device }: Envelope['header'],
): { readonly op: Op } | { readonly kind: AlarmKind; readonly detail: string } {
  const read = opOf(bytes);
  if (!read.ok) return { kind: 'bad-op', detail: read.error };
  const op = read.value;
  const author = memberOf(then, device);
  if (op.space !== spaceOfScope(team, scope)) return { kind: 'wrong-space', detail: op.id };
  if (op.by !== author?.id) return { kind: 'forged-author', detail: op.id };
  const binds = op.changes.some(({ kind }) => kind === 'policy' || kind === 'erased');
  return binds && !ADMINS.has(author.role) ? { kind: 'wrong-role', detail: op.id } : { op };
}
