import type { Op } from '../domain/op.ts';
import { never } from '../domain/result.ts';
import { type Desk, epochName, gone, placeOf, put, raise } from './desk.ts';
import { readEnvelope } from './envelope.ts';
import { type Opened, openEnvelope } from './open-step.ts';
import { readRow, rowOf, type Verdict, verdictRow } from './rows.ts';
import { spaceOfScope } from './space-of-scope.ts';
import type { StoreChange } from './store.ts';

/* Second half of receiving: a linked envelope is opened, judged, and its ops are given to the ledger. */

/** True: something that waited waits no more. */
export async function openWaiting(desk: Desk): Promise<boolean> {
  let moved = false;
  for (const place of await desk.around.store.keys('waiting')) if (await openPlace(desk, place)) moved = true;
  return moved;
}

/** A new word of the chain may end a log earlier than it was known, and may let in what was held. */
export async function rejudge(desk: Desk): Promise<void> {
  const { devices } = desk.chain.state();
  for (const device of desk.heads.keys()) {
    const known = devices.get(device);
    if (known && !known.ended) continue;
    const end = placeOf(device, known?.last?.dseq ?? 0);
    for (const place of await desk.around.store.keys('verdict', `${device}/`))
      if (place >= end) await openPlace(desk, place);
  }
}

/** Opens what lies at this place and settles what follows from it; again after anything that may change it. */
export async function openPlace(desk: Desk, place: string): Promise<boolean> {
  const { store, take, takeBack } = desk.around;
  const [bytes, row] = [await store.get('log', place), await store.get('verdict', place)];
  if (!bytes || !row) return false;
  const [read, before] = [await readEnvelope(bytes), readRow(verdictRow, row)];
  if (!read.ok) throw new TypeError(`A damaged row of the team's store: log ${read.error.kind}`);
  // Its ops lie in a snapshot: there is nothing to open any more.
  if (!read.value.body) return false;
  const opened = await openEnvelope(read.value, {
    chain: desk.chain,
    device: desk.device.id,
    secrets: (scope, epoch) => desk.secrets.get(epochName(scope, epoch)) ?? [],
    epochSeen: (scope, epoch) => epochSeen(desk, scope, epoch),
    arrived: before.arrived,
  });
  // A key that was destroyed since opens nothing again: what was given stays given.
  const state = opened.kind === 'waits' && before.state !== 'waits' ? before.state : opened.kind;
  if (state === before.state) return false;
  await tellOf(desk, opened);
  const space = spaceOfScope(desk.chain.team, before.scope);
  const ops = opened.kind === 'given' ? opened.ops : [];
  if (ops.length > 0 && !(await take(space, ops)).ok) return false;
  if (opened.kind !== 'given' && before.ids.length > 0 && !(await takeBack(space, before.ids)).ok) return false;
  const after: Verdict = { ...before, state, ids: ops.map(({ id, subject, by }) => ({ id, subject, by })) };
  await store.write([put('verdict', place, rowOf(after)), waitingRow(place, state), heldRow(place, before, opened)]);
  return true;
}

const waitingRow = (place: string, state: Verdict['state']): StoreChange =>
  state === 'waits' ? put('waiting', place, rowOf(0)) : gone('waiting', place);

function heldRow(place: string, { hash, scope }: Verdict, opened: Opened): StoreChange {
  if (opened.kind !== 'held') return gone('held', place);
  const { why, stops, others } = opened;
  return put('held', place, rowOf({ why, hash, scope, stops: stops.map((op: Op) => op), others }));
}

async function tellOf(desk: Desk, opened: Opened): Promise<void> {
  switch (opened.kind) {
    case 'given':
      for (const alarm of opened.bad) await raise(desk, alarm);
      return;
    case 'held':
      return raise(desk, opened.alarm);
    case 'refused':
      return opened.alarm && raise(desk, opened.alarm);
    case 'other':
    case 'waits':
      return;
    default:
      never(opened);
  }
}

function epochSeen(desk: Desk, scope: string, epoch: number): number | undefined {
  const keys = desk.chain.state().scopes.get(scope)?.epochs.get(epoch) ?? [];
  const times = keys.flatMap(({ place }) => desk.seenAt.get(place.hash) ?? []);
  return times.length === 0 ? undefined : Math.min(...times);
}
