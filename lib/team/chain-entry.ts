import * as v from 'valibot';
import { err, ok, type Result } from '../domain/result.ts';
import { type Bytes, toHex } from './bytes.ts';
import { deviceIdOf } from './device-keys.ts';
import { type Fault, fault } from './fault.ts';
import { label, sha256 } from './hash.ts';
import type { SignKeys } from './sign.ts';
import { readSigned, type Signed, signedCbor } from './signed.ts';
import { LARGEST } from './transport.ts';
import {
  bytes,
  deviceId,
  hash,
  listOf,
  memberId,
  moment,
  publicKey,
  scopeId,
  setOf,
  teamId,
  toWire,
  whole,
} from './wire.ts';

/*
 * One entry of the membership chain. The relay can read it: it holds no name, only random ids, keys, roles and numbers.
 * Names and policies travel in `card`, sealed under the key of the team's own scope.
 */
export const ROLES = ['owner', 'admin', 'editor', 'viewer', 'checker'] as const;
export type Role = (typeof ROLES)[number];

/** The scope that every member has: names of members and lists, policies. */
export const TEAM_SCOPE = '0'.repeat(16);

/** Where the log of a device ends, as the author of the entry knew it. */
const last = v.strictObject({ device: deviceId, dseq: whole, hash });
export type Last = v.InferOutput<typeof last>;
const lasts = listOf(last, 512);
const scopes = setOf(scopeId, 256);
const card = v.optional(v.strictObject({ epoch: whole, sealed: bytes }));

/**
 * What an entry does.
 * - `create`: entry 0, by the root key: the first member and device, an owner.
 * - `invite`: one use, until `until`. With `member`, another device for them.
 * - `admit`: the device of who answered the invite; `request`: hash of the answer that was seen.
 * - `role`: role and scopes from now on, in place of those before. `last` where it takes the right to write.
 * - `remove`: of a member, or with `device` of that one alone; `last` of each device that goes.
 * - `scope`: a list with a key of its own, and who of the members have it.
 * - `rotate`: a new epoch; `key` and `token` commit to what the boxes hold.
 * - `policy`: what the card holds, by its hash. `intent`: this device now makes the snapshot.
 * - `settle`: whether what a removed device still sent counts after all.
 */
const act = v.variant('kind', [
  v.strictObject({ kind: v.literal('create'), root: publicKey, member: memberId, sign: publicKey, box: publicKey }),
  v.strictObject({
    kind: v.literal('invite'),
    invite: publicKey,
    role: v.picklist(ROLES),
    scopes,
    until: moment,
    member: v.optional(memberId),
    card,
  }),
  v.strictObject({
    kind: v.literal('admit'),
    invite: publicKey,
    member: memberId,
    sign: publicKey,
    box: publicKey,
    request: hash,
    card,
  }),
  v.strictObject({ kind: v.literal('role'), member: memberId, role: v.picklist(ROLES), scopes, last: lasts }),
  v.strictObject({ kind: v.literal('remove'), member: memberId, device: v.optional(deviceId), last: lasts }),
  v.strictObject({ kind: v.literal('scope'), scope: scopeId, members: setOf(memberId, 512), card }),
  v.strictObject({
    kind: v.literal('rotate'),
    scope: scopeId,
    epoch: v.pipe(whole, v.minValue(1)),
    key: hash,
    token: hash,
    why: v.picklist(['begun', 'removed', 'age', 'erased', 'fork', 'asked']),
    card,
  }),
  v.strictObject({ kind: v.literal('policy'), hash, card }),
  v.strictObject({ kind: v.literal('intent'), scope: scopeId }),
  v.strictObject({ kind: v.literal('settle'), device: deviceId, dseq: whole, hash, keep: v.boolean() }),
]);
export type Act = v.InferOutput<typeof act>;

const schema = v.strictObject({
  v: v.literal(1),
  team: teamId,
  n: whole,
  prev: setOf(hash, 16),
  at: moment,
  by: v.union([deviceId, v.literal('root')]),
  act,
});

export type EntryBody = v.InferOutput<typeof schema>;
export interface Entry extends EntryBody {
  /** SHA-256 of the bytes that were signed. */
  readonly hash: string;
  readonly signed: Signed;
  /** Id of the device that it brings. */
  readonly brings?: string;
}

/** Bytes of an entry, as they lie at `chain/<n>-<hash>`. */
export const signEntry = (body: EntryBody, keys: SignKeys): Promise<Bytes> => signedCbor('chain', toWire(body), keys);

/** Its form alone: whose key signed, and whether they may, is settled by the chain. */
export async function readEntry(piece: Uint8Array): Promise<Result<Entry, Fault>> {
  const read = readSigned(schema, piece, LARGEST.chain);
  if (!read.ok) return read;
  const { value, body, signature } = read.value;
  if ((value.n === 0) !== (value.act.kind === 'create') || (value.n === 0) !== (value.prev.length === 0))
    return err(fault('malformed', 'n'));
  const digest = await sha256();
  const brings = 'sign' in value.act ? { brings: await deviceIdOf(value.act.sign) } : {};
  return ok({ ...value, ...brings, hash: toHex(digest(label('entry'), body)), signed: { body, signature } });
}
