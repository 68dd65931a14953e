import * as v from 'valibot';
import { ok, type Result } from '../domain/result.ts';
import type { DeviceKeys } from './device-keys.ts';
import type { Fault } from './fault.ts';
import { readSigned, type Signed, signedCbor } from './signed.ts';
import { LARGEST, type Piece } from './transport.ts';
import { deviceId, hash, listOf, moment, publicKey, scopeId, setOf, teamId, toWire, whole } from './wire.ts';

/*
 * What a device has, signed: where every log ends for it, the heads of the chain, its newest snapshot of each scope, and
 * its newest key for boxes. Two who both get through find out by it what a relay hides from one of them.
 */
const schema = v.strictObject({
  v: v.literal(1),
  team: teamId,
  device: deviceId,
  /** Goes up by one. */
  n: whole,
  at: moment,
  chain: setOf(hash, 16),
  heads: listOf(v.strictObject({ device: deviceId, dseq: whole, hash }), 600),
  /** Snapshots that it has checked and holds; with `gone` it has destroyed what was before them. */
  snaps: listOf(v.strictObject({ scope: scopeId, epoch: whole, hash, gone: v.boolean() }), 256),
  box: publicKey,
});
export type Beat = v.InferOutput<typeof schema> & { readonly signed: Signed };

export async function makeBeat(beat: Omit<Beat, 'signed' | 'v' | 'device' | 'box'>, keys: DeviceKeys): Promise<Piece> {
  const whole_ = { v: 1, ...beat, device: keys.id, box: keys.boxes[0]?.publicKey };
  return { path: `hb/${keys.id}/${beat.n}`, bytes: await signedCbor('hb', toWire(whole_), keys.sign) };
}

export function readBeat(piece: Uint8Array): Result<Beat, Fault> {
  const read = readSigned(schema, piece, LARGEST.hb);
  return read.ok ? ok({ ...read.value.value, signed: read.value }) : read;
}
