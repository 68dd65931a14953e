import { decode, encode } from 'cborg';
import * as v from 'valibot';
import { err, ok, type Result } from '../domain/result.ts';
import { type Bytes, sameBytes } from './bytes.ts';
import { type Fault, fault } from './fault.ts';

/*
 * One value, one encoding (RFC 8949 §4.2.3: shortest forms, keys by length and then by bytes, nothing indefinite), so that
 * what was signed can be made again from what was read. Whatever could have been written otherwise is refused: a relay or
 * a member could else make a second set of bytes that says the same and has another hash.
 */
const STRICT = {
  strict: true,
  allowIndefinite: false,
  allowUndefined: false,
  allowInfinity: false,
  allowNaN: false,
  allowBigInt: false,
  rejectDuplicateMapKeys: true,
} as const;

/** Fields that are undefined are left out, as JSON leaves them out. Throws for what CBOR has no word for: a bug. */
export const encodeCbor = (value: unknown): Bytes => new Uint8Array(encode(value, { ignoreUndefinedProperties: true }));

/** `limit` in bytes. */
export function decodeCbor(bytes: Uint8Array, limit: number): Result<unknown, Fault> {
  if (bytes.length > limit) return err(fault('too-large'));
  try {
    const value: unknown = decode(bytes, STRICT);
    return sameBytes(encode(value), bytes) ? ok(value) : err(fault('not-canonical'));
  } catch (thrown) {
    // The decoder's strictness about shortest integers is what it says of itself; nesting beyond the stack throws as well.
    return err(fault(thrown instanceof Error && thrown.message.includes('strict') ? 'not-canonical' : 'malformed'));
  }
}

/** Bytes → what the schema makes of them. */
export function readCbor<T>(schema: v.GenericSchema<unknown, T>, bytes: Uint8Array, limit: number): Result<T, Fault> {
  const decoded = decodeCbor(bytes, limit);
  if (!decoded.ok) return decoded;
  const parsed = v.safeParse(schema, decoded.value, { abortEarly: true });
  if (parsed.success) return ok(parsed.output);
  const path = v.getDotPath(parsed.issues[0]);
  return err(path === null ? fault('malformed') : fault('malformed', path));
}
