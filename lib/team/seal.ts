import type { Op } from '../domain/op.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { encrypt } from './aead.ts';
import { type Bytes, randomBytes, toHex } from './bytes.ts';
import { encodeCbor } from './cbor.ts';
import type { DeviceKeys } from './device-keys.ts';
import {
  boundTo,
  type Envelope,
  envelopeBytes,
  type Header,
  headerBytesOf,
  MOST_OPS,
  NO_PREV,
  pathOfEnvelope,
} from './envelope.ts';
import { sha256 } from './hash.ts';
import { commitmentOf, rootOf } from './merkle.ts';
import { MOST_PADDED, pad } from './padding.ts';
import { sign } from './sign.ts';
import type { Piece } from './transport.ts';

/** Where an envelope goes: which list and key, and its place in the log of the device. */
export interface SealTo {
  readonly team: string;
  readonly scope: string;
  readonly epoch: number;
  readonly key: Bytes;
  readonly device: DeviceKeys;
  /** The head of the own log; undefined before the first envelope. */
  readonly after?: { readonly dseq: number; readonly hash: string };
  readonly chain: readonly string[];
}

/** Ops of one envelope: encoded, and within its measures. */
export type Batch = readonly Bytes[];

// Salt with its head, array, head of the op: what stands around each.
const AROUND_OP = 40;

/** Cuts a list into as few envelopes as hold it, in order. An op that no envelope holds is named, and nothing is cut. */
export function inBatches(
  ops: readonly Op[],
): Result<readonly Batch[], { readonly kind: 'too-large'; readonly op: string }> {
  const batches: Bytes[][] = [];
  let room = 0;
  for (const op of ops) {
    const bytes = encodeCbor(op);
    const size = bytes.length + AROUND_OP;
    if (size + 3 > MOST_PADDED) return err({ kind: 'too-large', op: op.id });
    const current = batches.at(-1);
    if (!current || current.length === MOST_OPS || size > room) {
      batches.push([bytes]);
      room = MOST_PADDED - 3 - size;
    } else {
      current.push(bytes);
      room -= size;
    }
  }
  return ok(batches);
}

/** Seals, signs and names one batch. */
export async function sealBatch(
  batch: Batch,
  to: SealTo,
): Promise<{ readonly envelope: Envelope; readonly piece: Piece }> {
  const hash = await sha256();
  const salted = batch.map((op) => [randomBytes(32), op] as const);
  const root = toHex(
    rootOf(
      hash,
      salted.map(([salt, op]) => commitmentOf(hash, salt, op)),
    ),
  );
  const unbound: Omit<Header, 'body'> = {
    v: 1,
    team: to.team,
    scope: to.scope,
    epoch: to.epoch,
    device: to.device.id,
    dseq: (to.after?.dseq ?? 0) + 1,
    prev: to.after?.hash ?? NO_PREV,
    chain: [...to.chain],
    n: batch.length,
    root,
  };
  const padded = pad(encodeCbor(salted));
  if (!padded) throw new RangeError('A batch that no envelope holds');
  const body = await encrypt(to.key, padded, boundTo({ ...unbound, body: '' }));
  const header: Header = { ...unbound, body: toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', body))) };
  const headerBytes = headerBytesOf(header);
  const signature = await sign('env', headerBytes, to.device.sign);
  const envelope = { header, headerBytes, signature, body, hash: toHex(hash(headerBytes)) };
  return { envelope, piece: { path: pathOfEnvelope(envelope), bytes: envelopeBytes(envelope) } };
}
