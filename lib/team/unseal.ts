import * as v from 'valibot';
import type { Op } from '../domain/op.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { parseOps } from '../ledger/admit.ts';
import { parseOp } from '../ledger/op-schema.ts';
import { decrypt } from './aead.ts';
import { type Bytes, toHex } from './bytes.ts';
import { decodeCbor, readCbor } from './cbor.ts';
import { boundTo, type Envelope, type Header, MOST_OPS } from './envelope.ts';
import { type Fault, fault } from './fault.ts';
import { sha256 } from './hash.ts';
import { commitmentOf, pathOf, rootBy, rootOf } from './merkle.ts';
import { MOST_PADDED, unpad } from './padding.ts';
import { bytes } from './wire.ts';

/** One op as it lay in its envelope. With its salt and the path of `proofOf` it is proved alone. */
export interface Lain {
  readonly index: number;
  readonly salt: Bytes;
  readonly bytes: Bytes;
}

const schema = v.pipe(
  v.array(
    v.pipe(
      v.strictTuple([bytes, bytes]),
      v.check(([salt]) => salt.length === 32, 'salt'),
    ),
  ),
  v.maxLength(MOST_OPS),
);

/** All that lies in a body, when it is exactly what the header commits to. `wrong-key`: sealed under another, or altered. */
export async function unseal(envelope: Envelope, key: Bytes): Promise<Result<readonly Lain[], Fault>> {
  const { header, body } = envelope;
  if (!body) return err(fault('malformed', 'body'));
  const opened = await decrypt(key, body, boundTo(header));
  if (!opened.ok) return opened;
  const plain = unpad(opened.value);
  if (!plain.ok) return plain;
  const read = readCbor(schema, plain.value, MOST_PADDED);
  if (!read.ok) return read;
  if (read.value.length !== header.n) return err(fault('malformed', 'n'));
  const hash = await sha256();
  const leaves = read.value.map(([salt, op]) => commitmentOf(hash, salt, op));
  if (toHex(rootOf(hash, leaves)) !== header.root) return err(fault('malformed', 'root'));
  return ok(read.value.map(([salt, op], index) => ({ index, salt, bytes: op })));
}

/** The op in these bytes, or the path of the first thing that is wrong with it. */
export function opOf(lain: Bytes): Result<Op, string> {
  const decoded = decodeCbor(lain, MOST_PADDED);
  if (!decoded.ok) return err(decoded.error.kind);
  const parsed = parseOp(decoded.value);
  if (!('op' in parsed)) return err(parsed.wrong);
  const { op } = parsed;
  // An undoing is made by the ledger alone; from a colleague it comes as it was made.
  const undoes = op.of === 'space' && op.subject === op.space && op.changes.every(({ kind }) => kind === 'undo');
  const whole = parseOps([op]);
  return undoes || whole.ok ? ok(op) : err(whole.error.detail ?? whole.error.code);
}

export interface Proof {
  readonly index: number;
  readonly salt: Bytes;
  readonly path: readonly Bytes[];
}

/** What proves one op of an envelope when all others are gone. */
export async function proofOf(all: readonly Lain[], index: number): Promise<Proof | undefined> {
  const hash = await sha256();
  const own = all[index];
  const leaves = all.map((one) => commitmentOf(hash, one.salt, one.bytes));
  return own && { index, salt: own.salt, path: pathOf(hash, leaves, index) };
}

/** Whether these bytes were in the envelope with this header. */
export async function proves({ index, salt, path }: Proof, op: Bytes, { n, root }: Header): Promise<boolean> {
  const hash = await sha256();
  const found = rootBy(hash, commitmentOf(hash, salt, op), { index, n, path });
  return found !== undefined && toHex(found) === root;
}
