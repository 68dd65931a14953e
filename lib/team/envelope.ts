import * as v from 'valibot';
import { err, ok, type Result } from '../domain/result.ts';
import { type Bytes, toHex } from './bytes.ts';
import { encodeCbor, readCbor } from './cbor.ts';
import { type Fault, fault } from './fault.ts';
import { sha256 } from './hash.ts';
import { isPaddedSize } from './padding.ts';
import { isSigned } from './sign.ts';
import { LARGEST, type PiecePath } from './transport.ts';
import { bytes, deviceId, hash, scopeId, setOf, teamId, toWire, whole } from './wire.ts';

/*
 * An envelope is a header in clear, a signature over it, and a sealed body. The header commits to all that is in the body,
 * so that header and signature prove for ever what they proved, when body, salts and ops are long destroyed.
 */
const schema = v.strictObject({
  v: v.literal(1),
  team: teamId,
  scope: scopeId,
  epoch: v.pipe(whole, v.minValue(1)),
  device: deviceId,
  /** Its place in the log of the device, over all scopes; the first is 1. */
  dseq: v.pipe(whole, v.minValue(1)),
  /** SHA-256 of the header before; zeros for the first. */
  prev: hash,
  /** Heads of the membership chain that the author knew. */
  chain: v.pipe(setOf(hash, 16), v.minLength(1)),
  n: v.pipe(whole, v.minValue(1), v.maxValue(256)),
  /** Merkle root of n commitments. */
  root: hash,
  /** SHA-256 of the body as it lies. */
  body: hash,
});
export type Header = v.InferOutput<typeof schema>;

export interface Envelope {
  readonly header: Header;
  /** SHA-256 of the header: the name of the envelope. */
  readonly hash: string;
  readonly headerBytes: Bytes;
  readonly signature: Bytes;
  /** Gone once its ops lie in a snapshot, or were erased. */
  readonly body?: Bytes;
}

export const NO_PREV = '0'.repeat(64);
export const MOST_OPS = 256;

export const headerBytesOf = (header: Header): Bytes => encodeCbor(toWire(header));
/** What the body is bound to: the header but for the hash of the body. */
export const boundTo = ({ body: _, ...rest }: Header): Bytes => encodeCbor(toWire(rest));

const outer = v.strictTuple([bytes, bytes, v.nullable(bytes)]);

export const envelopeBytes = ({ headerBytes, signature, body }: Omit<Envelope, 'header' | 'hash'>): Bytes =>
  encodeCbor([headerBytes, signature, body ?? null]);

export const pathOfEnvelope = ({ header, hash: name }: Pick<Envelope, 'header' | 'hash'>): PiecePath =>
  `ops/${header.device}/${header.dseq}-${name}`;

/** The form, and that the body is the one of the header. Whose it is and whether it counts is asked after. */
export async function readEnvelope(piece: Uint8Array): Promise<Result<Envelope, Fault>> {
  const read = readCbor(outer, piece, LARGEST.ops);
  if (!read.ok) return read;
  const [headerBytes, signature, body] = read.value;
  if (signature.length !== 64) return err(fault('malformed', 'signature'));
  const header = readCbor(schema, headerBytes, 4096);
  if (!header.ok) return err({ ...header.error, at: `header.${header.error.at ?? ''}` });
  if ((header.value.dseq === 1) !== (header.value.prev === NO_PREV)) return err(fault('malformed', 'header.prev'));
  const digest = await sha256();
  const envelope = { header: header.value, headerBytes, signature, hash: toHex(digest(headerBytes)) };
  if (body === null) return ok(envelope);
  if (!isPaddedSize(body)) return err(fault('malformed', 'body'));
  const own = toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', body)));
  return own === header.value.body ? ok({ ...envelope, body }) : err(fault('malformed', 'body'));
}

export const isOf = ({ headerBytes, signature }: Envelope, signKey: string): Promise<boolean> =>
  isSigned('env', headerBytes, signature, signKey);
