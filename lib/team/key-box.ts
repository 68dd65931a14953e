import * as v from 'valibot';
import { err, ok, type Result } from '../domain/result.ts';
import { type Bytes, fromHex } from './bytes.ts';
import { encodeCbor, readCbor } from './cbor.ts';
import type { DeviceKeys } from './device-keys.ts';
import { type Fault, fault } from './fault.ts';
import { openSealed, SUITE, sealTo } from './hpke.ts';
import { type EpochSecrets, matching } from './key-ring.ts';
import { checkSigned, readSigned, type Signed, signedCbor } from './signed.ts';
import { devicesOf, isAdmin, type TeamState } from './team-state.ts';
import { LARGEST, type Piece } from './transport.ts';
import { bytes, deviceId, listOf, publicKey, scopeId, teamId, toWire, whole } from './wire.ts';

/* The secrets of one epoch for one device. In clear: for whom, by whom, and to which of their keys. */
const schema = v.strictObject({
  v: v.literal(1),
  team: teamId,
  scope: scopeId,
  epoch: whole,
  device: deviceId,
  by: deviceId,
  suite: v.pipe(v.string(), v.maxLength(32)),
  box: publicKey,
  sealed: bytes,
});
export type Box = v.InferOutput<typeof schema> & { readonly signed: Signed };

const secretsSchema = v.strictObject({
  key: v.optional(bytes),
  token: bytes,
  sup: listOf(bytes, 32),
});

export interface BoxFor {
  readonly team: string;
  readonly scope: string;
  readonly epoch: number;
  readonly device: string;
  /** Their published key. */
  readonly box: string;
  /** False for a checker: tokens alone. */
  readonly withKey: boolean;
}

const aboutBox = ({ team, scope, epoch, device }: Pick<Box, 'team' | 'scope' | 'epoch' | 'device'>): Bytes =>
  encodeCbor([fromHex(team), fromHex(scope), epoch, fromHex(device)]);

export async function makeBox(secrets: EpochSecrets, to: BoxFor, author: DeviceKeys): Promise<Result<Piece, Fault>> {
  const { key, token, sup } = secrets;
  const plain = encodeCbor({ token, sup, ...(to.withKey && key ? { key } : {}) });
  const sealed = await sealTo(to.box, plain, aboutBox(to));
  if (!sealed.ok) return sealed;
  const { withKey: _, ...clear } = to;
  const box = { v: 1, ...clear, by: author.id, suite: SUITE, sealed: sealed.value };
  const path = `keys/${to.scope}/${to.epoch}/${to.device}` as const;
  return ok({ path, bytes: await signedCbor('box', toWire(box), author.sign) });
}

export function readBox(piece: Uint8Array): Result<Box, Fault> {
  const read = readSigned(schema, piece, LARGEST.keys);
  return read.ok ? ok({ ...read.value.value, signed: read.value }) : read;
}

/**
 * Why a box is not opened. `swapped`: it holds another key than the chain names, or lies where another belongs.
 * `not-admin`: who made it may make none. `suite`: a later one than this device knows. `old-box`: its pair is destroyed.
 */
export type BoxFault = Fault | { readonly kind: 'swapped' | 'not-admin' | 'suite' | 'old-box' | 'other-device' };

/** A box that lies at its path, opened by who it is for. `before`: the state of the chain as it is known. */
export async function openBox(box: Box, device: DeviceKeys, state: TeamState): Promise<Result<EpochSecrets, BoxFault>> {
  if (box.device !== device.id || box.team !== state.team) return err({ kind: 'other-device' });
  const fault_ = await authorFault(box, state);
  if (fault_) return err(fault_);
  if (box.suite !== SUITE) return err({ kind: 'suite' });
  const pair = device.boxes.find(({ publicKey: key }) => key === box.box);
  if (!pair) return err({ kind: 'old-box' });
  const opened = await openSealed(pair, box.sealed, aboutBox(box));
  if (!opened.ok) return opened;
  const read = readCbor(secretsSchema, opened.value, 4096);
  if (!read.ok) return err(fault('malformed', 'sealed'));
  const { key, token, sup } = read.value;
  const secrets: EpochSecrets = { token, sup, via: box.box, ...(key ? { key } : {}) };
  return (await matching(state, box.scope, box.epoch, secrets)) ? ok(secrets) : err({ kind: 'swapped' });
}

/** Who made it may be gone since: what the chain commits to was still theirs to give. */
export async function authorFault(box: Box, state: TeamState): Promise<BoxFault | undefined> {
  const author = state.devices.get(box.by);
  if (!author) return { kind: 'not-admin' };
  const checked = await checkSigned('box', box.signed, author.sign);
  if (!checked.ok) return checked.error;
  const rotated = (state.scopes.get(box.scope)?.epochs.get(box.epoch) ?? []).some(({ by }) => by === box.by);
  // A member's own first device hands on what it has to the second.
  const own = state.devices.get(box.device)?.member === author.member && devicesOf(state, box.scope).has(box.by);
  return rotated || own || isAdmin(state, box.by) ? undefined : { kind: 'not-admin' };
}
