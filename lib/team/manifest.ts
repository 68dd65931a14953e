import * as v from 'valibot';
import { err, ok, type Result } from '../domain/result.ts';
import { decrypt, encrypt } from './aead.ts';
import { type Bytes, byCode, concat, fromHex } from './bytes.ts';
import { encodeCbor, readCbor } from './cbor.ts';
import type { Chain } from './chain.ts';
import type { DeviceKeys } from './device-keys.ts';
import { type Fault, fault } from './fault.ts';
import { label } from './hash.ts';
import { MOST_PAGES, nameOf, openPage, plainPages, readPage, type Surviving, sealPage, stateRootOf } from './page.ts';
import { checkSigned, readSigned, type Signed, signedCbor } from './signed.ts';
import { devicesOf, isAdmin } from './team-state.ts';
import { LARGEST, type Piece } from './transport.ts';
import { bytes, deviceId, hash, listOf, scopeId, setOf, teamId, toWire, whole } from './wire.ts';

/*
 * A manifest names a snapshot: which envelopes it covers, what they come to, and the sealed pages with their keys. The
 * compactor signs it; before anything is deleted one more device signs that it comes to the same.
 */
const head = v.strictObject({ device: deviceId, dseq: whole, hash });
const schema = v.strictObject({
  v: v.literal(1),
  team: teamId,
  scope: scopeId,
  epoch: v.pipe(whole, v.minValue(1)),
  device: deviceId,
  /** Heads of the membership chain under which it was judged what counts. */
  chain: v.pipe(setOf(hash, 16), v.minLength(1)),
  /** The last envelope of each log that it covers. */
  heads: listOf(head, 600),
  /** `stateRootOf` the plain pages. */
  root: hash,
  count: whole,
  /** The snapshot before; none for the first. */
  prev: v.optional(hash),
  sealed: bytes,
});
export type Manifest = v.InferOutput<typeof schema> & { readonly hash: string; readonly signed: Signed };

const pagesSchema = v.pipe(
  v.array(
    v.pipe(
      v.strictTuple([hash, bytes]),
      v.transform(([name, key]) => ({ hash: name, key })),
    ),
  ),
  v.maxLength(MOST_PAGES),
);

const aboutPages = (scope: string): Bytes => concat(label('pages'), fromHex(scope));

export interface Compaction {
  readonly team: string;
  readonly scope: string;
  readonly epoch: number;
  readonly key: Bytes;
  readonly chain: readonly string[];
  readonly heads: Manifest['heads'];
  readonly prev?: string;
}

/** Pages and manifest, ready to be put: pages first. */
export async function makeSnapshot(
  ops: readonly Surviving[],
  { key, ...what }: Compaction,
  device: DeviceKeys,
): Promise<Result<{ readonly pages: readonly Piece[]; readonly manifest: Piece }, Fault>> {
  const plain = await plainPages(ops);
  const pages: Piece[] = [];
  const listed: unknown[] = [];
  for (const page of plain) {
    const sealed = await sealPage(page, aboutPages(what.scope));
    if (!sealed.ok) return sealed;
    pages.push({ path: `snap/${what.scope}/${what.epoch}/${sealed.value.hash}`, bytes: sealed.value.sealed });
    listed.push([fromHex(sealed.value.hash), sealed.value.key]);
  }
  const heads = what.heads.toSorted((a, b) => byCode(a.device, b.device));
  const root = await stateRootOf(plain);
  const sealed = await encrypt(key, encodeCbor(listed), aboutPages(what.scope));
  const count = new Set(ops.map(({ id }) => id)).size;
  const body = { v: 1, ...what, heads, device: device.id, root, count, sealed };
  const piece = await signedCbor('snap', toWire(body), device.sign);
  if (piece.length > LARGEST.snap) return err(fault('too-large'));
  return ok({ pages, manifest: { path: `snap/${what.scope}/${what.epoch}/${await nameOf(piece)}`, bytes: piece } });
}

/** Who made it and whether they might; not yet whether it is true. */
export async function readManifest(piece: Bytes, chain: Chain): Promise<Result<Manifest, Fault>> {
  const read = readSigned(schema, piece, LARGEST.snap);
  if (!read.ok) return read;
  const { value } = read.value;
  const then = chain.stateAt(value.chain);
  const author = then?.devices.get(value.device);
  if (!then || !author || value.team !== chain.team || !isAdmin(then, value.device))
    return err(fault('forged', 'device'));
  if (!devicesOf(then, value.scope).has(value.device)) return err(fault('forged', 'scope'));
  const checked = await checkSigned('snap', read.value, author.sign);
  return checked.ok ? ok({ ...value, hash: await nameOf(piece), signed: read.value }) : checked;
}

/** Hash and key of every page, under the key of the manifest's epoch. */
export async function pagesIn({ scope, sealed }: Manifest, key: Bytes) {
  const opened = await decrypt(key, sealed, aboutPages(scope));
  return opened.ok ? readCbor(pagesSchema, opened.value, LARGEST.snap) : opened;
}

/**
 * The whole state that a manifest names, from its pages: for who begins with it. `get` answers with sealed pages by hash.
 * A page that is missing, altered or another is refused, and so is a set of pages that does not come to the root.
 */
export async function openSnapshot(
  manifest: Manifest,
  key: Bytes,
  get: (hash: string) => Promise<Bytes | undefined>,
): Promise<Result<readonly Surviving[], Fault & { readonly page?: string }>> {
  const listed = await pagesIn(manifest, key);
  if (!listed.ok) return listed;
  const plain: Bytes[] = [];
  const all: Surviving[] = [];
  for (const page of listed.value) {
    const sealed = await get(page.hash);
    if (!sealed || (await nameOf(sealed)) !== page.hash) return err({ ...fault('malformed', 'page'), page: page.hash });
    const opened = await openPage(sealed, page.key, aboutPages(manifest.scope));
    if (!opened.ok) return err({ ...opened.error, page: page.hash });
    const read = readPage(opened.value);
    if (!read.ok) return err({ ...read.error, page: page.hash });
    plain.push(opened.value);
    all.push(...read.value);
  }
  return (await stateRootOf(plain)) === manifest.root ? ok(all) : err(fault('malformed', 'root'));
}

/** Whether what this device holds of the covered envelopes comes to the same. If not, the compactor is named. */
export const comesTo = async (manifest: Manifest, own: readonly Surviving[]): Promise<boolean> => {
  const ends = new Map(manifest.heads.map(({ device, dseq }) => [device, dseq]));
  const covered = own.filter(({ device, dseq }) => dseq <= (ends.get(device) ?? 0));
  return (await stateRootOf(await plainPages(covered))) === manifest.root;
};

const cosign = v.strictObject({ v: v.literal(1), team: teamId, scope: scopeId, hash, device: deviceId });

/** The second signature, of a device that has looked. */
export async function makeCosignature(manifest: Manifest, device: DeviceKeys): Promise<Piece> {
  const { team, scope, epoch, hash: name } = manifest;
  const bytes_ = await signedCbor('cosign', toWire({ v: 1, team, scope, hash: name, device: device.id }), device.sign);
  return { path: `snap/${scope}/${epoch}/${await nameOf(bytes_)}`, bytes: bytes_ };
}

/**
 * Whether the tail may be deleted: another device of the list has signed the same manifest, or the compactor is alone.
 * Own envelopes are kept until then.
 */
export async function isCosigned(manifest: Manifest, pieces: readonly Bytes[], chain: Chain): Promise<boolean> {
  const others = [...devicesOf(chain.state(), manifest.scope)].filter(
    ([device, { key }]) => key && device !== manifest.device,
  );
  if (others.length === 0) return true;
  for (const piece of pieces) {
    const read = readSigned(cosign, piece, 4096);
    if (!read.ok) continue;
    const { hash: name, device, team } = read.value.value;
    const known = chain.state().devices.get(device);
    const entitled = others.some(([other]) => other === device);
    if (!known || !entitled || name !== manifest.hash || team !== manifest.team) continue;
    if ((await checkSigned('cosign', read.value, known.sign)).ok) return true;
  }
  return false;
}

/** A snapshot that covers less than is known, or an epoch that is over: a relay that gives it shows the past. */
export const isOlder = (manifest: Manifest, known: Pick<Manifest, 'epoch' | 'heads'>): boolean =>
  manifest.epoch < known.epoch ||
  known.heads.some(({ device, dseq }) => !manifest.heads.some((one) => one.device === device && one.dseq >= dseq));
