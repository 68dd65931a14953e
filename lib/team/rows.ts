import * as v from 'valibot';
import type { Bytes } from './bytes.ts';
import { encodeCbor, readCbor } from './cbor.ts';
import { bytes, whole } from './wire.ts';

/* Rows of the store. Names are text in them: nobody but this device reads them. */
const text = v.string();

export const headRow = v.strictObject({ dseq: whole, hash: text, chain: v.array(text) });
export const secretsRow = v.array(
  v.strictObject({ key: v.exactOptional(bytes), token: bytes, sup: v.array(bytes), via: v.exactOptional(text) }),
);
/** What became of an envelope. `ids`: of the ops that were given to the ledger, so that they can be taken back. */
export const verdictRow = v.strictObject({
  state: v.picklist(['waits', 'given', 'held', 'refused', 'other']),
  hash: text,
  scope: text,
  arrived: whole,
  ids: v.array(v.strictObject({ id: text, subject: text, by: v.exactOptional(text) })),
});
export type Verdict = v.InferOutput<typeof verdictRow>;
export const outboxRow = v.strictObject({ scope: text, op: bytes });
export const numberRow = whole;
export const textRow = text;
export const textsRow = v.array(text);

export const rowOf = (value: unknown): Bytes => encodeCbor(value);

/** Throws where the row is not as it was written: the store is damaged, and nothing may be made of half of it. */
export function readRow<T>(schema: v.GenericSchema<unknown, T>, row: Bytes): T {
  const read = readCbor(schema, row, 16_000_000);
  if (!read.ok) throw new TypeError(`A damaged row of the team's store: ${read.error.kind} ${read.error.at ?? ''}`);
  return read.value;
}
