import * as v from 'valibot';
import { err, ok, type Result } from '../domain/result.ts';
import type { Bytes } from './bytes.ts';
import { encodeCbor, readCbor } from './cbor.ts';
import { type Fault, fault } from './fault.ts';
import { isSigned, type Purpose, type SignKeys, sign } from './sign.ts';
import { bytes } from './wire.ts';

/** [what was signed, Ed25519 over it]: the form of everything that has an author, but for envelopes. */
export interface Signed {
  readonly body: Bytes;
  readonly signature: Bytes;
}

const schema = v.pipe(
  v.strictTuple([bytes, bytes]),
  v.check(([, signature]) => signature.length === 64, 'signature'),
  v.transform(([body, signature]): Signed => ({ body, signature })),
);

/** What the array, the heads of both strings and the signature add. */
const AROUND = 80;

export async function signedCbor(purpose: Purpose, value: unknown, keys: SignKeys): Promise<Bytes> {
  const body = encodeCbor(value);
  return encodeCbor([body, await sign(purpose, body, keys)]);
}

/** Reads without believing: whose signature it should be stands in the body. */
export function readSigned<T>(
  schemaOfBody: v.GenericSchema<unknown, T>,
  piece: Uint8Array,
  limit: number,
): Result<Signed & { readonly value: T }, Fault> {
  const outer = readCbor(schema, piece, limit + AROUND);
  if (!outer.ok) return outer;
  const inner = readCbor(schemaOfBody, outer.value.body, limit);
  return inner.ok ? ok({ ...outer.value, value: inner.value }) : inner;
}

export async function checkSigned(
  purpose: Purpose,
  { body, signature }: Signed,
  publicKey: string,
): Promise<Result<null, Fault>> {
  return (await isSigned(purpose, body, signature, publicKey)) ? ok(null) : err(fault('forged'));
}
