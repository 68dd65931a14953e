import type { Alarm } from './alarm.ts';
import type { Bytes } from './bytes.ts';
import { type Desk, gone, keepDevice, keepSecrets, placeOf, put, raise } from './desk.ts';
import { withFreshBoxKeys } from './device-keys.ts';
import { readEnvelope } from './envelope.ts';
import type { Fault } from './fault.ts';
import { readBeat } from './heartbeat.ts';
import { readRequest } from './invite.ts';
import { isAnswer } from './invite-answer.ts';
import { openBox, readBox } from './key-box.ts';
import { link } from './log-step.ts';
import { openPlace, openWaiting, rejudge } from './open-log.ts';
import { parsePath } from './piece-path.ts';
import { readRow, rowOf, type Verdict, verdictRow } from './rows.ts';
import { checkSigned } from './signed.ts';
import { isAdmin } from './team-state.ts';
import type { PiecePath } from './transport.ts';

/*
 * What was pulled lies in the inbox until it is settled: what waits for the chain, for a key or for the envelope before
 * stays there over a restart. Membership first, then keys, then ops; until nothing moves any more.
 */
export async function settleInbox(desk: Desk): Promise<void> {
  const { store } = desk.around;
  for (let moved = true; moved; ) {
    moved = false;
    const before = desk.chain.state();
    for (const kind of ['chain/', 'hb/', 'keys/', 'ops/', 'inv/'])
      for (const path of inOrder(await store.keys('inbox', kind))) {
        const bytes = await store.get('inbox', path);
        if (bytes && (await settle(desk, path, bytes))) moved = true;
      }
    if (desk.chain.state() !== before) await rejudge(desk);
    if (await openWaiting(desk)) moved = true;
  }
}

/** The numbers in paths have no leading zeros. */
const inOrder = (paths: readonly string[]): readonly string[] =>
  paths.toSorted((a, b) => numbered(a).localeCompare(numbered(b), 'en'));
const numbered = (path: string): string => path.replace(/\d+(?=-|$)/, (digits) => digits.padStart(15, '0'));

/** True: it left the inbox. */
async function settle(desk: Desk, path: string, bytes: Bytes): Promise<boolean> {
  const name = parsePath(path);
  switch (name?.kind) {
    case 'chain':
      return takeEntry(desk, path, bytes);
    case 'hb':
      return takeBeat(desk, path, bytes);
    case 'keys':
      return takeBox(desk, path, bytes);
    case 'ops':
      return takeEnvelope(desk, path, bytes, name.device);
    case 'inv':
      return takeRequest(desk, path, bytes);
    default:
      return drop(desk, path);
  }
}

async function drop(desk: Desk, path: string, alarm?: Alarm): Promise<boolean> {
  if (alarm) await raise(desk, alarm);
  await desk.around.store.write([gone('inbox', path)]);
  return true;
}

const ofFault = ({ kind, at }: Fault, path: string, forged: Alarm['kind'] = 'malformed'): Alarm => ({
  kind: kind === 'too-large' ? kind : kind === 'forged' ? forged : 'malformed',
  evidence: [path],
  detail: at === undefined ? kind : `${kind} ${at}`,
});

async function takeEntry(desk: Desk, path: string, bytes: Bytes): Promise<boolean> {
  const added = await desk.chain.add(bytes);
  if (!added.ok) {
    const { error } = added;
    if (error.kind === 'unknown-prev') return false;
    if (error.kind === 'not-allowed')
      return drop(desk, path, { kind: 'forged-chain', device: error.by, detail: error.why, evidence: [path] });
    if (error.kind === 'too-large' || error.kind === 'malformed' || error.kind === 'not-canonical')
      return drop(desk, path, ofFault(error, path));
    return drop(desk, path, {
      kind: error.kind === 'other-team' ? error.kind : 'forged-chain',
      detail: error.kind,
      evidence: [path],
    });
  }
  const { entry, known, beside } = added.value;
  const own = `chain/${entry.n}-${entry.hash}`;
  if (path !== own) await raise(desk, { kind: 'mislabelled', device: entry.by, evidence: [path, own] });
  if (known) return drop(desk, path);
  if (beside.length > 0)
    await raise(desk, { kind: 'chain-fork', device: entry.by, evidence: [entry.hash, ...beside].toSorted() });
  await keepEntry(desk, entry.hash, entry.n, bytes, [path]);
  return true;
}

/** Already in the chain in memory; the store has it by place, so that it can be read back in order. */
export async function keepEntry(
  desk: Desk,
  hash: string,
  n: number,
  bytes: Bytes,
  settled: readonly string[] = [],
): Promise<void> {
  const at = desk.around.now();
  await desk.around.store.write([
    put('chain', `${String(n).padStart(15, '0')}-${hash}`, bytes),
    put('seen', hash, rowOf(at)),
    ...settled.map((path) => gone('inbox', path)),
  ]);
  desk.seenAt.set(hash, at);
}

async function takeBeat(desk: Desk, path: string, bytes: Bytes): Promise<boolean> {
  const read = readBeat(bytes);
  if (!read.ok) return drop(desk, path, ofFault(read.error, path));
  const beat = read.value;
  const { device } = beat;
  const author = desk.chain.state().devices.get(device);
  if (!author) return false;
  const signed = await checkSigned('hb', beat.signed, author.sign);
  if (!signed.ok) return drop(desk, path, { kind: 'forged-author', device, evidence: [path] });
  if (beat.team !== desk.chain.team) return drop(desk, path, { kind: 'other-team', device, evidence: [path] });
  const before = desk.beats.get(device);
  if (before && before.n >= beat.n) return drop(desk, path);
  const shorter = before?.heads.find(
    ({ device: of, dseq }) => !beat.heads.some((head) => head.device === of && head.dseq >= dseq),
  );
  if (shorter)
    await raise(desk, {
      kind: 'rollback',
      device,
      detail: shorter.device,
      evidence: [path, `hb/${device}/${before?.n}`],
    });
  const keys = desk.published.get(device) ?? [];
  const published = keys.includes(beat.box) ? keys : [beat.box, ...keys];
  await desk.around.store.write([
    put('beats', device, bytes),
    put('published', device, rowOf(published)),
    gone('inbox', path),
  ]);
  desk.published.set(device, published);
  desk.beats.set(device, beat);
  return true;
}

/** Answers to invitations that are still open wait for an admin; who it is they see by name and by the six words. */
async function takeRequest(desk: Desk, path: string, bytes: Bytes): Promise<boolean> {
  const state = desk.chain.state();
  if (!isAdmin(state, desk.device.id) || isAnswer(bytes)) return drop(desk, path);
  const read = await readRequest(bytes);
  if (!read.ok) return drop(desk, path, ofFault(read.error, path, 'forged-author'));
  const { invite, team, hash } = read.value;
  if (team !== desk.chain.team) return drop(desk, path, { kind: 'other-team', evidence: [path] });
  if (path !== `inv/${invite}/${hash}`) return drop(desk, path, { kind: 'mislabelled', evidence: [path] });
  if (!state.invites.has(invite)) return false;
  await desk.around.store.write([put('requests', path, bytes), gone('inbox', path)]);
  return true;
}

async function takeBox(desk: Desk, path: string, bytes: Bytes): Promise<boolean> {
  const read = readBox(bytes);
  if (!read.ok) return drop(desk, path, ofFault(read.error, path));
  const box = read.value;
  const { scope, epoch, device, by } = box;
  const state = desk.chain.state();
  const known = state.scopes.get(scope)?.epochs.get(epoch);
  if (!known || !state.devices.has(by)) return false;
  if (path !== `keys/${scope}/${epoch}/${device}`)
    return drop(desk, path, { kind: 'mislabelled', device: by, scope, evidence: [path] });
  await desk.around.store.write([put('boxes', path, bytes)]);
  if (device !== desk.device.id) return drop(desk, path);
  const opened = await openBox(box, desk.device, state);
  if (opened.ok) {
    await keepSecrets(desk, scope, epoch, opened.value);
    await freshPair(desk, box.box);
  } else await raise(desk, { kind: 'swapped-box', device: by, scope, detail: opened.error.kind, evidence: [path] });
  return drop(desk, path);
}

/** The next epoch comes by another pair, so that this one can be destroyed with its own. */
async function freshPair(desk: Desk, used: string): Promise<void> {
  if (desk.device.boxes[0]?.publicKey !== used) return;
  const keys = await withFreshBoxKeys(desk.device);
  await keepDevice(desk.around.store, keys);
  desk.device = keys;
}

async function takeEnvelope(desk: Desk, path: string, bytes: Bytes, device: string): Promise<boolean> {
  const { around, chain, heads } = desk;
  const read = await readEnvelope(bytes);
  if (!read.ok) return drop(desk, path, { ...ofFault(read.error, path), device });
  const envelope = read.value;
  const { header, hash } = envelope;
  const linked = await link(envelope, path, {
    chain,
    head: heads.get(header.device),
    at: (dseq) => hashAt(desk, header.device, dseq),
  });
  if (linked.kind === 'waits') return false;
  if (linked.kind === 'refused') return drop(desk, path, linked.alarm);
  if (linked.kind === 'known') return drop(desk, path);
  if (linked.alarm) await raise(desk, linked.alarm);
  // Our own hand, and not our memory: this device went back to what it was, and goes on from where its log ends.
  if (header.device === desk.device.id) await raise(desk, { kind: 'rollback', device, evidence: [path] });
  const place = placeOf(header.device, header.dseq);
  const verdict: Verdict = { state: 'waits', hash, scope: header.scope, arrived: around.now(), ids: [] };
  await around.store.write([
    put('log', place, bytes),
    put('verdict', place, rowOf(verdict)),
    put('waiting', place, rowOf(0)),
    put('heads', header.device, rowOf(linked.head)),
    gone('inbox', path as PiecePath),
  ]);
  heads.set(header.device, linked.head);
  await openPlace(desk, place);
  return true;
}

async function hashAt(desk: Desk, device: string, dseq: number): Promise<string | undefined> {
  const row = await desk.around.store.get('verdict', placeOf(device, dseq));
  return row && readRow(verdictRow, row).hash;
}
