import * as v from 'valibot';
import type { Result } from '../domain/result.ts';
import { decrypt, encrypt } from './aead.ts';
import { type Bytes, concat, fromHex, toHex } from './bytes.ts';
import { encodeCbor, readCbor } from './cbor.ts';
import type { Fault } from './fault.ts';
import { label, sha256 } from './hash.ts';
import { LARGEST, type Piece } from './transport.ts';
import { bytes } from './wire.ts';

/*
 * What an admin says to a request: no, or yes and with which credential of the server. It lies beside the request and is
 * sealed by the other half of the invitation's secret. Whether somebody is in is told by the chain, and never by this.
 */
const MARK = 'answer';
const outer = v.strictTuple([v.literal(MARK), bytes]);
const said = v.strictObject({
  admitted: v.boolean(),
  /** Of the server; good with the key that the request named. */
  jwt: v.exactOptional(v.string()),
});
export type Answer = v.InferOutput<typeof said>;

const about = (request: string): Bytes => concat(label(MARK), fromHex(request));

export async function makeAnswer(invite: string, request: string, readingKey: Bytes, answer: Answer): Promise<Piece> {
  const made = encodeCbor([MARK, await encrypt(readingKey, encodeCbor(answer), about(request))]);
  const digest = await sha256();
  return { path: `inv/${invite}/${toHex(digest(made))}`, bytes: made };
}

export const isAnswer = (piece: Uint8Array): boolean => readCbor(outer, piece, LARGEST.inv).ok;

/** Only who made the request, and who can read it, opens the answer to it. */
export async function answerIn(piece: Uint8Array, request: string, readingKey: Bytes): Promise<Result<Answer, Fault>> {
  const read = readCbor(outer, piece, LARGEST.inv);
  if (!read.ok) return read;
  const opened = await decrypt(readingKey, read.value[1], about(request));
  return opened.ok ? readCbor(said, opened.value, LARGEST.inv) : opened;
}
