import * as v from 'valibot';
import { fromHex, toHex } from './bytes.ts';

/* Parts of what lies on the wire. Bytes of a fixed length are held as hexadecimal text. */

const hexOf = (length: number) =>
  v.pipe(
    v.instance(Uint8Array),
    v.check((bytes: Uint8Array<ArrayBuffer>) => bytes.length === length, 'length'),
    v.transform((bytes: Uint8Array<ArrayBuffer>) => toHex(bytes)),
  );

export const hash = hexOf(32);
export const publicKey = hexOf(32);
export const teamId = hexOf(16);
export const deviceId = hexOf(16);
export const memberId = hexOf(8);
export const scopeId = hexOf(8);

export const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
/** Milliseconds since 1970: shown, never decisive for what protects a person. */
export const moment = v.pipe(whole, v.maxValue(8.64e15));
export const bytes = v.pipe(
  v.instance(Uint8Array),
  v.transform((value) => new Uint8Array(value)),
);
export const listOf = <T>(item: v.GenericSchema<unknown, T>, most: number) => v.pipe(v.array(item), v.maxLength(most));
/** Each once, in order: a set has one encoding. */
export const setOf = <T extends string>(item: v.GenericSchema<unknown, T>, most: number) =>
  v.pipe(
    listOf(item, most),
    v.check((list) => list.every((one, at) => at === 0 || (list[at - 1] ?? '') < one), 'order'),
  );

/** Names of fields that are hexadecimal in memory and bytes on the wire, in every structure of the protocol. */
const HEX = new Set(
  'team device member members scope scopes hash hashes prev chain root body by invite request sign box key token'.split(
    ' ',
  ),
);

/** The form that the schemas above read back. */
export function toWire(value: unknown, name = ''): unknown {
  if (typeof value === 'string') return HEX.has(name) && /^([0-9a-f]{2})+$/.test(value) ? fromHex(value) : value;
  if (Array.isArray(value)) return value.map((one) => toWire(one, name));
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value;
  return Object.fromEntries(Object.entries(value).map(([field, one]) => [field, toWire(one, field)]));
}
