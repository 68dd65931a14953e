import * as v from 'valibot';
import { fromBase64Url, toBase64Url } from '../domain/base64url.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { decrypt, encrypt } from './aead.ts';
import { type Bytes, concat, fromHex, randomBytes, toHex } from './bytes.ts';
import { encodeCbor, readCbor } from './cbor.ts';
import { type DeviceKeys, deviceIdOf } from './device-keys.ts';
import { type Fault, fault } from './fault.ts';
import { label, sha256 } from './hash.ts';
import { isSigned, type SignKeys, sign, signKeysOf } from './sign.ts';
import { LARGEST, type Piece } from './transport.ts';
import { bytes, listOf, publicKey, teamId, toWire } from './wire.ts';

/*
 * An invitation is a secret. Its key pair signs the answer, its other half seals it, so that the relay learns no name: the
 * admin who looks at the answer needs what the inviting device kept, `readingKey`, and never the secret itself.
 */
const inviteText = v.strictObject({
  v: v.literal(1),
  team: teamId,
  root: publicKey,
  secret: v.pipe(
    bytes,
    v.check((secret) => secret.length === 32, 'length'),
  ),
  /** Where the team meets: addresses that the transports understand. */
  servers: listOf(v.pipe(v.string(), v.maxLength(500)), 8),
  /** What lets one answer and nothing else: a credential of the server. */
  pass: v.optional(v.pipe(v.string(), v.maxLength(4000))),
});
export type Invitation = v.InferOutput<typeof inviteText>;

const PREFIX = 'izin-invite-1.';

/** Text for the fragment of a link, a QR code, a file or a paste box. */
export const inviteToText = (invitation: Invitation): string => PREFIX + toBase64Url(encodeCbor(toWire(invitation)));

/** White space and what stands before it (an address with `#`) do no harm. */
export function inviteFromText(text: string): Result<Invitation, Fault> {
  const packed = text.replace(/\s/g, '').split(PREFIX)[1];
  if (packed === undefined || !/^[A-Za-z0-9_-]+$/.test(packed)) return err(fault('malformed'));
  try {
    return readCbor(inviteText, fromBase64Url(packed), 8192);
  } catch {
    return err(fault('malformed'));
  }
}

export const newInviteSecret = (): Bytes => randomBytes(32);

export interface InviteKeys {
  readonly sign: SignKeys;
  /** Opens answers; goes to other admins in the card of the invitation. */
  readonly readingKey: Bytes;
}

export async function inviteKeysOf(secret: Bytes): Promise<InviteKeys> {
  const base = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveBits']);
  const derive = async (name: string): Promise<Bytes> => {
    const info = label(name);
    const how = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info };
    return new Uint8Array(await crypto.subtle.deriveBits(how, base, 256));
  };
  return { sign: await signKeysOf(await derive('invite-sign')), readingKey: await derive('invite-seal') };
}

const signature = v.pipe(
  bytes,
  v.check((one) => one.length === 64, 'length'),
);
const asked = v.strictObject({
  v: v.literal(1),
  team: teamId,
  invite: publicKey,
  sign: publicKey,
  box: publicKey,
  sealed: bytes,
});
const request = v.strictTuple([bytes, signature, signature]);
const card = v.strictObject({
  name: v.pipe(v.string(), v.maxLength(200)),
  /** The public key by which the device will be known to a server, where there is one. */
  user: v.exactOptional(v.pipe(v.string(), v.maxLength(100))),
});
export type AskedBy = v.InferOutput<typeof card>;

export interface JoinRequest {
  readonly team: string;
  readonly invite: string;
  readonly sign: string;
  readonly box: string;
  readonly device: string;
  /** Names the request in the entry that admits it. */
  readonly hash: string;
  readonly sealed: Bytes;
}

/** The answer of who was invited: signed by the invitation, and by the device that asks. */
export async function makeRequest(
  { team, secret }: Pick<Invitation, 'team' | 'secret'>,
  device: DeviceKeys,
  by: AskedBy,
): Promise<Piece> {
  const keys = await inviteKeysOf(secret);
  const clear = {
    v: 1,
    team,
    invite: keys.sign.publicKey,
    sign: device.sign.publicKey,
    box: device.boxes[0]?.publicKey,
  };
  const sealed = await encrypt(keys.readingKey, encodeCbor(by), encodeCbor(toWire(clear)));
  const body = encodeCbor(toWire({ ...clear, sealed }));
  const piece = encodeCbor([body, await sign('join', body, keys.sign), await sign('device', body, device.sign)]);
  const digest = await sha256();
  return { path: `inv/${keys.sign.publicKey}/${toHex(digest(body))}`, bytes: piece };
}

/** Both signatures hold; who it is, is told by `askedBy` and by the six words. */
export async function readRequest(piece: Uint8Array): Promise<Result<JoinRequest, Fault>> {
  const outer = readCbor(request, piece, LARGEST.inv);
  if (!outer.ok) return outer;
  const [body, byInvite, byDevice] = outer.value;
  const read = readCbor(asked, body, LARGEST.inv);
  if (!read.ok) return read;
  const { team, invite, sign: signKey, box, sealed } = read.value;
  if (!(await isSigned('join', body, byInvite, invite))) return err(fault('forged', 'invite'));
  if (!(await isSigned('device', body, byDevice, signKey))) return err(fault('forged', 'device'));
  const digest = await sha256();
  return ok({ team, invite, sign: signKey, box, sealed, device: await deviceIdOf(signKey), hash: toHex(digest(body)) });
}

export async function askedBy({ sealed, ...clear }: JoinRequest, readingKey: Bytes): Promise<Result<AskedBy, Fault>> {
  const { team, invite, sign: signKey, box } = clear;
  const about = encodeCbor(toWire({ v: 1, team, invite, sign: signKey, box }));
  const opened = await decrypt(readingKey, sealed, about);
  return opened.ok ? readCbor(card, opened.value, 1024) : opened;
}

/** For the card of the invitation, under the key of the team's own scope. */
export const sealCard = (
  key: Bytes,
  epoch: number,
  content: unknown,
  about: string,
): Promise<{ epoch: number; sealed: Bytes }> =>
  encrypt(key, encodeCbor(content), concat(label('card'), fromHex(about))).then((sealed) => ({ epoch, sealed }));

export const openCard = async (key: Bytes, sealed: Bytes, about: string): Promise<Result<unknown, Fault>> => {
  const opened = await decrypt(key, sealed, concat(label('card'), fromHex(about)));
  return opened.ok ? readCbor(v.unknown(), opened.value, 65_536) : opened;
};
