import type { Op } from '../domain/op.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { type Bytes, byCode } from './bytes.ts';
import { type Desk, epochName, gone, placeOf, put } from './desk.ts';
import { makeBeat } from './heartbeat.ts';
import { type EpochSecrets, matching } from './key-ring.ts';
import { numberRow, outboxRow, readRow, rowOf, type Verdict } from './rows.ts';
import { inBatches, sealBatch } from './seal.ts';
import { mayWrite, newestEpoch } from './team-state.ts';
import type { Piece, PiecePath } from './transport.ts';
import { opOf } from './unseal.ts';

/** `role`: this member may not write there. `too-large`: no envelope holds the op. Nothing was kept. */
export type NotRecorded = { readonly kind: 'role' } | { readonly kind: 'too-large'; readonly op: string };

/** Keeps ops that the ledger has, to be sealed at the next exchange: under the newest key, and after all that came before. */
export async function recordOps(desk: Desk, scope: string, ops: readonly Op[]): Promise<Result<null, NotRecorded>> {
  if (!mayWrite(desk.chain.state(), desk.device.id, scope)) return err({ kind: 'role' });
  const batches = inBatches(ops);
  if (!batches.ok) return batches;
  const { store } = desk.around;
  const last = (await store.keys('outbox')).at(-1);
  const next = last === undefined ? 0 : Number(last) + 1;
  const rows = batches.value
    .flat()
    .map((op, at) => put('outbox', String(next + at).padStart(15, '0'), rowOf({ scope, op })));
  // Nothing is sealed yet: place 0 is none.
  await store.write([...rows, ...ops.map(({ id }) => put('mine', id, rowOf(0)))]);
  return ok(null);
}

/** Seals what waits, as far as its keys are here. An envelope is kept whole before anybody sees it. */
export async function sealOutbox(desk: Desk): Promise<void> {
  const { store } = desk.around;
  for (const [scope, rows] of await waitingByScope(desk)) {
    const key = await newestKey(desk, scope);
    if (!key || !mayWrite(desk.chain.state(), desk.device.id, scope)) continue;
    const ops = rows.flatMap(({ op }) => {
      const read = opOf(op);
      return read.ok ? [read.value] : [];
    });
    const batches = inBatches(ops);
    if (!batches.ok) continue;
    let from = 0;
    for (const batch of batches.value) {
      const after = desk.heads.get(desk.device.id);
      const chain = desk.chain.heads();
      const sealed = await sealBatch(batch, {
        team: desk.chain.team,
        scope,
        ...key,
        device: desk.device,
        chain,
        ...(after ? { after } : {}),
      });
      const { envelope, piece } = sealed;
      const { dseq } = envelope.header;
      const own = ops.slice(from, from + batch.length);
      const done = rows.slice(from, from + batch.length);
      from += batch.length;
      const ids = own.map(({ id, subject, by }) => ({ id, subject, by }));
      const verdict: Verdict = { state: 'given', hash: envelope.hash, scope, arrived: desk.around.now(), ids };
      const head = { dseq, hash: envelope.hash, chain };
      const place = placeOf(desk.device.id, dseq);
      await store.write([
        put('log', place, piece.bytes),
        put('verdict', place, rowOf(verdict)),
        put('heads', desk.device.id, rowOf(head)),
        put('offer', piece.path, piece.bytes),
        ...own.map(({ id }) => put('mine', id, rowOf(dseq))),
        ...done.map((row) => gone('outbox', row.key)),
      ]);
      desk.heads.set(desk.device.id, head);
    }
  }
}

interface Waiting {
  readonly key: string;
  readonly op: Bytes;
}
async function waitingByScope({ around: { store } }: Desk): Promise<ReadonlyMap<string, readonly Waiting[]>> {
  const scopes = new Map<string, Waiting[]>();
  for (const key of await store.keys('outbox')) {
    const kept = await store.get('outbox', key);
    if (!kept) continue;
    const { scope, op } = readRow(outboxRow, kept);
    scopes.set(scope, [...(scopes.get(scope) ?? []), { key, op }]);
  }
  return scopes;
}

/** What the chain names for an epoch, of all that was ever kept under its number; undefined while its box is not here. */
export async function secretsOf(desk: Desk, scope: string, epoch: number): Promise<EpochSecrets | undefined> {
  for (const secrets of desk.secrets.get(epochName(scope, epoch)) ?? [])
    if (await matching(desk.chain.state(), scope, epoch, secrets)) return secrets;
  return undefined;
}

export async function newestKey(
  desk: Desk,
  scope: string,
): Promise<{ readonly epoch: number; readonly key: Bytes } | undefined> {
  const known = desk.chain.state().scopes.get(scope);
  if (!known) return undefined;
  const epoch = newestEpoch(known);
  const secrets = await secretsOf(desk, scope, epoch);
  return secrets?.key && { epoch, key: secrets.key };
}

/** What is known here, signed; the same twice is not said again. */
export async function nextBeat(desk: Desk): Promise<Piece | undefined> {
  const { store, now } = desk.around;
  const heads = [...desk.heads]
    .map(([device, { dseq, hash }]) => ({ device, dseq, hash }))
    .toSorted((a, b) => byCode(a.device, b.device));
  const said = { chain: [...desk.chain.heads()], heads, snaps: [], box: desk.device.boxes[0]?.publicKey };
  const before = await store.get('meta', 'beat-said');
  if (before && JSON.stringify(said) === new TextDecoder().decode(before)) return undefined;
  const counted = await store.get('meta', 'beat');
  const n = counted ? readRow(numberRow, counted) + 1 : 1;
  const piece = await makeBeat(
    { team: desk.chain.team, n, at: now(), chain: said.chain, heads, snaps: [] },
    desk.device,
  );
  const old = await store.keys('offer', 'hb/');
  await store.write([
    put('meta', 'beat', rowOf(n)),
    put('meta', 'beat-said', new TextEncoder().encode(JSON.stringify(said))),
    ...old.map((path) => gone('offer', path)),
    put('offer', piece.path, piece.bytes),
  ]);
  return piece;
}

/** Own pieces that this relay has not taken yet: the chain before keys, keys before ops, heartbeats last. */
export async function unsent(desk: Desk, relay: string): Promise<readonly Piece[]> {
  const { store } = desk.around;
  const sent = new Set(await store.keys('sent', `${relay} `));
  const paths = (await store.keys('offer')).filter((path) => !sent.has(`${relay} ${path}`));
  const order = ['chain', 'keys', 'snap', 'inv', 'ops', 'hb'];
  const rank = (path: string): number => order.indexOf(path.slice(0, path.indexOf('/')));
  const numbered = (path: string): string => path.replace(/\d+(?=-|$)/, (digits) => digits.padStart(15, '0'));
  const pieces: Piece[] = [];
  for (const path of paths.toSorted((a, b) => rank(a) - rank(b) || byCode(numbered(a), numbered(b)))) {
    const bytes = await store.get('offer', path);
    if (bytes) pieces.push({ path: path as PiecePath, bytes });
  }
  return pieces;
}
