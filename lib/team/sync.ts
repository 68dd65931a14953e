import type { Op } from '../domain/op.ts';
import { ok, type Result } from '../domain/result.ts';
import { byCode } from './bytes.ts';
import { type Around, type Desk, gone, openDesk, put, raise } from './desk.ts';
import { rejudge } from './open-log.ts';
import { numberRow, readRow, rowOf, textRow } from './rows.ts';
import { type NotRecorded, nextBeat, recordOps, sealOutbox, unsent } from './send-out.ts';
import { settleInbox } from './take-in.ts';
import { devicesOf, isAdmin } from './team-state.ts';
import type { Transport, TransportFailure } from './transport.ts';
import { missAfterPull } from './watchful.ts';

/**
 * Where an op of this member is. `here`: on this device, not sealed yet. `sealed`: on its way. `relay`: a relay has taken
 * it. `seen`: so many other devices of the list have signed that they have it, out of so many.
 */
export interface WhereIs {
  readonly stage: 'here' | 'sealed' | 'relay' | 'seen';
  readonly relays: readonly string[];
  readonly seen: number;
  readonly of: number;
  /** Those that have not signed it: the longest unseen first. `seen`: time of its newest heartbeat, ms. */
  readonly without: readonly { readonly device: string; readonly member: string; readonly seen?: number }[];
}

export interface Sync {
  readonly desk: Desk;
  /** Ops that the ledger has taken already. Kept when it answers. */
  record(scope: string, ops: readonly Op[]): Promise<Result<null, NotRecorded>>;
  /** Fetches, checks, and offers what is ours. `relay` names one relay for good: its place and what it has are kept by it. */
  exchange(relay: string, transport: Transport, signal: AbortSignal): Promise<Result<null, TransportFailure>>;
  whereIs(scope: string, op: string): Promise<WhereIs | undefined>;
}

/** Undefined: nothing of a team is in this store. */
export async function openSync(team: string, around: Around): Promise<Sync | undefined> {
  const desk = await openDesk(team, around);
  if (!desk) return undefined;
  // What the chain said last may not have been followed through when this context died.
  await rejudge(desk);
  await settleInbox(desk);
  return {
    desk,
    record: (scope, ops) => recordOps(desk, scope, ops),
    exchange: (relay, transport, signal) => exchange(desk, relay, transport, signal),
    whereIs: (scope, op) => whereIs(desk, scope, op),
  };
}

async function exchange(
  desk: Desk,
  relay: string,
  transport: Transport,
  signal: AbortSignal,
): Promise<Result<null, TransportFailure>> {
  let pulled = await pull(desk, relay, transport, signal);
  if (!pulled.ok && pulled.error.kind === 'reset') {
    await offerAgain(desk, relay, pulled.error);
    pulled = await pull(desk, relay, transport, signal);
  }
  if (!pulled.ok) return pulled;
  await missAfterPull(desk);
  await sealOutbox(desk);
  await nextBeat(desk);
  if (!transport.writes) return ok(null);
  const first = await offer(desk, relay, transport, signal);
  if (first.ok || first.error.kind !== 'reset') return first;
  await offerAgain(desk, relay, first.error);
  return offer(desk, relay, transport, signal);
}

/** Each part is in the inbox before its place is kept: what was pulled is not lost to a context that dies. */
async function pull(
  desk: Desk,
  relay: string,
  transport: Transport,
  signal: AbortSignal,
): Promise<Result<null, TransportFailure>> {
  const { store } = desk.around;
  const kept = await store.get('meta', `cursor ${relay}`);
  const since = kept && readRow(textRow, kept);
  for await (const part of transport.pull(since, signal)) {
    if (!part.ok) return part;
    const { pieces, cursor } = part.value;
    await store.write([
      ...pieces.map(({ path, bytes }) => put('inbox', path, bytes)),
      put('meta', `cursor ${relay}`, rowOf(cursor)),
    ]);
    await settleInbox(desk);
  }
  return ok(null);
}

const AT_ONCE = 64;

async function offer(
  desk: Desk,
  relay: string,
  transport: Transport,
  signal: AbortSignal,
): Promise<Result<null, TransportFailure>> {
  const pieces = await unsent(desk, relay);
  for (let at = 0; at < pieces.length; at += AT_ONCE) {
    const part = pieces.slice(at, at + AT_ONCE);
    const answer = await transport.put(part, signal);
    if (!answer.ok) return answer;
    await desk.around.store.write(part.map(({ path }) => put('sent', `${relay} ${path}`, rowOf(1))));
  }
  return ok(null);
}

/** The relay is another, or stands further back: everything of ours is offered anew, and the chain and boxes by admins. */
async function offerAgain(desk: Desk, relay: string, why: TransportFailure): Promise<void> {
  const { store } = desk.around;
  await raise(desk, { kind: 'reset', detail: why.detail ?? '', evidence: [relay] });
  const sent = await store.keys('sent', `${relay} `);
  const again = isAdmin(desk.chain.state(), desk.device.id) ? await heldByAdmins(desk) : [];
  await store.write([gone('meta', `cursor ${relay}`), ...sent.map((key) => gone('sent', key)), ...again]);
}

async function heldByAdmins({ around: { store }, chain }: Desk) {
  const changes = [];
  for (const { n, hash } of chain.entries()) {
    const bytes = await store.get('chain', `${String(n).padStart(15, '0')}-${hash}`);
    if (bytes) changes.push(put('offer', `chain/${n}-${hash}`, bytes));
  }
  for (const path of await store.keys('boxes')) {
    const bytes = await store.get('boxes', path);
    if (bytes) changes.push(put('offer', path, bytes));
  }
  return changes;
}

async function whereIs(desk: Desk, scope: string, op: string): Promise<WhereIs | undefined> {
  const { store } = desk.around;
  const kept = await store.get('mine', op);
  if (!kept) return undefined;
  const dseq = readRow(numberRow, kept);
  const own = desk.device.id;
  const state = desk.chain.state();
  const others = [...devicesOf(state, scope).keys()].filter((device) => device !== own);
  const has = (device: string): boolean =>
    (desk.beats.get(device)?.heads ?? []).some((head) => head.device === own && head.dseq >= dseq);
  const without = others
    .filter((device) => dseq === 0 || !has(device))
    .map((device) => {
      const at = desk.beats.get(device)?.at;
      return { device, member: state.devices.get(device)?.member ?? '', ...(at === undefined ? {} : { seen: at }) };
    })
    .toSorted((a, b) => (a.seen ?? 0) - (b.seen ?? 0) || byCode(a.device, b.device));
  if (dseq === 0) return { stage: 'here', relays: [], seen: 0, of: others.length, without };
  const seen = others.length - without.length;
  const suffix = ` ops/${own}/${dseq}-`;
  const relays = (await store.keys('sent'))
    .filter((key) => key.includes(suffix))
    .map((key) => key.slice(0, key.indexOf(suffix)));
  const stage = seen > 0 ? 'seen' : relays.length > 0 ? 'relay' : 'sealed';
  return { stage, relays, seen, of: others.length, without };
}
