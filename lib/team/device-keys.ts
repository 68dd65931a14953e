import * as v from 'valibot';
import type { Result } from '../domain/result.ts';
import { type Bytes, fromHex, toHex } from './bytes.ts';
import { encodeCbor, readCbor } from './cbor.ts';
import type { Fault } from './fault.ts';
import { label, sha256 } from './hash.ts';
import { type BoxKeys, newBoxKeys } from './hpke.ts';
import { newSignKeys, type SignKeys } from './sign.ts';
import { bytes, deviceId, listOf, publicKey } from './wire.ts';

/** One browser profile of a member. Its id is made of its key: nobody can take another's. */
export interface DeviceKeys {
  readonly id: string;
  readonly sign: SignKeys;
  /** Newest first. The first is the one that is published; the older ones open boxes that were sealed before. */
  readonly boxes: readonly BoxKeys[];
}

export async function deviceIdOf(signKey: string): Promise<string> {
  const hash = await sha256();
  return toHex(hash(label('device'), fromHex(signKey)).slice(0, 16));
}

export async function newDeviceKeys(): Promise<DeviceKeys> {
  const [sign, boxes] = await Promise.all([newSignKeys(), newBoxKeys()]);
  return { id: await deviceIdOf(sign.publicKey), sign, boxes: [boxes] };
}

/** A fresh pair for the next epoch. */
export const withFreshBoxKeys = async (keys: DeviceKeys): Promise<DeviceKeys> => ({
  ...keys,
  boxes: [await newBoxKeys(), ...keys.boxes],
});

/** Without the pairs that a destroyed epoch came by; the one that is published stays. */
export const withoutBoxKeys = (keys: DeviceKeys, gone: ReadonlySet<string>): DeviceKeys => ({
  ...keys,
  boxes: keys.boxes.filter(({ publicKey: key }, at) => at === 0 || !gone.has(key)),
});

const pair = v.strictObject({ publicKey, secret: bytes });
const schema = v.strictObject({
  id: deviceId,
  sign: pair,
  boxes: v.pipe(listOf(pair, 64), v.minLength(1)),
});

/** For the store alone, which seals it under the vault: it holds the secrets. */
export const exportDevice = ({ id, sign, boxes }: DeviceKeys): Bytes =>
  encodeCbor({ id: fromHex(id), sign: onWire(sign), boxes: boxes.map(onWire) });

export const importDevice = (stored: Bytes): Result<DeviceKeys, Fault> => readCbor(schema, stored, 16_384);

const onWire = ({ publicKey: key, secret }: SignKeys | BoxKeys) => ({ publicKey: fromHex(key), secret });
