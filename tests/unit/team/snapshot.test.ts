import fc from 'fast-check';
import { unknown } from 'valibot';
import { describe, expect, it } from 'vitest';
import type { Bytes } from '@/lib/team/bytes.ts';
import { encodeCbor } from '@/lib/team/cbor.ts';
import { newDeviceKeys, withFreshBoxKeys } from '@/lib/team/device-keys.ts';
import { certifyErasure, confirmations, destroyEpoch, overdue, placesOf, withoutErased } from '@/lib/team/erasure.ts';
import { makeBeat, readBeat } from '@/lib/team/heartbeat.ts';
import { nextSecrets } from '@/lib/team/key-ring.ts';
import {
  comesTo,
  isCosigned,
  isOlder,
  type Manifest,
  makeCosignature,
  makeSnapshot,
  openSnapshot,
  readManifest,
} from '@/lib/team/manifest.ts';
import { pagesFor, plainPages, readPage, type Surviving, stateRootOf } from '@/lib/team/page.ts';
import { readSigned } from '@/lib/team/signed.ts';
import { type ATeam, aScope, aTeam, DAY, joins, NOW, type Someone } from './a-team.ts';

const KEY = new Uint8Array(32).fill(9);
const anOp = (n: number, subject = `p${n % 40}`, device = '0a'.repeat(16)): Surviving => ({
  device,
  dseq: 1 + Math.floor(n / 10),
  index: n % 10,
  subject,
  id: `op${n}`,
  bytes: encodeCbor({ n }),
});
const ops = (count: number) => Array.from({ length: count }, (_, n) => anOp(n));
const HEADS = [{ device: '0a'.repeat(16), dseq: 1000, hash: '0b'.repeat(32) }];

interface Snap {
  readonly manifest: Manifest;
  readonly pages: Map<string, Bytes>;
}
async function snap(
  team: ATeam,
  scope: string,
  all: readonly Surviving[],
  by: Someone = team.owner,
  over: { heads?: typeof HEADS; epoch?: number } = {},
): Promise<Snap> {
  const what = { team: team.team, scope, epoch: 1, key: KEY, chain: team.chain.heads(), heads: HEADS, ...over };
  const made = await makeSnapshot(all, what, by.keys);
  if (!made.ok) throw new Error(made.error.kind);
  const read = await readManifest(made.value.manifest.bytes, team.chain);
  if (!read.ok) throw new Error(`${read.error.kind} ${read.error.at}`);
  return {
    manifest: read.value,
    pages: new Map(made.value.pages.map(({ path, bytes }) => [path.split('/').at(-1)!, bytes])),
  };
}
const open = ({ manifest, pages }: Snap, key = KEY) => openSnapshot(manifest, key, async (hash) => pages.get(hash));

describe('the pages of a snapshot', () => {
  it('are the same on every device, whatever the order and however often an op lies there', async () => {
    const all = ops(300);
    const root = await stateRootOf(await plainPages(all));
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(all, { minLength: all.length }), fc.subarray(all), async (order, twice) => {
        const later = twice.map((one) => ({ ...one, dseq: one.dseq + 500 }));
        expect(await stateRootOf(await plainPages([...later, ...order]))).toBe(root);
      }),
      { numRuns: 20 },
    );
    expect(await stateRootOf(await plainPages(all.slice(1)))).not.toBe(root);
  });

  it('hold every op once, and change alone where somebody is erased', async () => {
    const all = ops(3000);
    const pages = await plainPages(all);
    expect(pages).toHaveLength(pagesFor(3000));
    const read = pages.flatMap((page) => {
      const rows = readPage(page);
      return rows.ok ? rows.value : [];
    });
    expect(read.map(({ id }) => id).sort()).toEqual(all.map(({ id }) => id).sort());
    const erased = anOp(9999, 'p7');
    const after = await plainPages(withoutErased([...all, erased], new Map([['p7', { op: erased.id }]])));
    const changed = pages.filter((page, at) => String(page) !== String(after[at]));
    expect(changed).toHaveLength(1);
    expect(placesOf(all, new Set(['p7']))[0]).toBe(`${'0a'.repeat(16)}/1`);
  });

  it('are at most 8,192', () => {
    expect([0, 128, 129, 1_000_000, 10_000_000].map(pagesFor)).toEqual([1, 1, 2, 8192, 8192]);
  });
});

describe('a snapshot', () => {
  it('gives a beginner the state, and nobody without its key', async () => {
    const team = await aTeam();
    const scope = await aScope(team);
    const all = ops(500);
    const made = await snap(team, scope, all);
    const opened = await open(made);
    expect(opened.ok && [...opened.value].map(({ id }) => id).sort()).toEqual(all.map(({ id }) => id).sort());
    expect(made.manifest.count).toBe(500);
    expect(await open(made, new Uint8Array(32))).toMatchObject({ error: { kind: 'wrong-key' } });
  });

  it('is refused with a page missing, altered, or put in place of another; the page is named', async () => {
    const team = await aTeam();
    const made = await snap(team, await aScope(team), ops(500));
    const [one = '', two = ''] = made.pages.keys();
    const without = new Map(made.pages);
    without.delete(one);
    expect(await open({ ...made, pages: without })).toMatchObject({ error: { page: one } });
    const swapped = new Map(made.pages).set(one, made.pages.get(two)!);
    expect(await open({ ...made, pages: swapped })).toMatchObject({ error: { page: one } });
    const altered = made.pages.get(one)!.slice();
    altered[20] = (altered[20] ?? 0) ^ 1;
    expect(await open({ ...made, pages: new Map(made.pages).set(one, altered) })).toMatchObject({
      error: { page: one },
    });
  });

  it('names a compactor who leaves somebody out, or makes somebody up', async () => {
    const team = await aTeam();
    const admin = await joins(team, 'admin');
    const scope = await aScope(team, [admin]);
    const all = ops(200);
    const honest = await snap(team, scope, all, admin);
    expect(await comesTo(honest.manifest, [...all, anOp(20_000)])).toBe(true);
    for (const told of [all.slice(1), [...all, anOp(777)]]) {
      const { manifest } = await snap(team, scope, told, admin);
      expect([await comesTo(manifest, all), manifest.device]).toEqual([false, admin.keys.id]);
    }
  });

  it('counts from an admin of the list alone, with their own signature', async () => {
    const team = await aTeam();
    const [editor, outside] = [await joins(team, 'editor'), await joins(team, 'admin')];
    const scope = await aScope(team, [editor]);
    await expect(snap(team, scope, ops(3), editor)).rejects.toThrow('forged device');
    await expect(snap(team, scope, ops(3), outside)).rejects.toThrow('forged scope');
    const stranger = { member: '', keys: { ...team.owner.keys, sign: (await newDeviceKeys()).sign } };
    await expect(snap(team, scope, ops(3), stranger)).rejects.toThrow('forged');
  });

  it('lets the tail go when one more device has signed it, not before', async () => {
    const team = await aTeam();
    const editor = await joins(team, 'editor');
    const scope = await aScope(team, [editor]);
    const { manifest } = await snap(team, scope, ops(9));
    const other = await snap(team, scope, ops(8));
    const stranger = await newDeviceKeys();
    const signed = async (by: typeof stranger, of = manifest) => (await makeCosignature(of, by)).bytes;
    expect(await isCosigned(manifest, [], team.chain)).toBe(false);
    const others = [await signed(team.owner.keys), await signed(stranger), await signed(editor.keys, other.manifest)];
    expect(await isCosigned(manifest, others, team.chain)).toBe(false);
    expect(await isCosigned(manifest, [...others, await signed(editor.keys)], team.chain)).toBe(true);
    const alone = await aScope(team);
    expect(await isCosigned((await snap(team, alone, ops(2))).manifest, [], team.chain)).toBe(true);
  });

  it('is known for an old one', async () => {
    const team = await aTeam();
    const scope = await aScope(team);
    const now = (await snap(team, scope, ops(5), team.owner, { epoch: 2 })).manifest;
    const before = (await snap(team, scope, ops(5))).manifest;
    const shorter = (await snap(team, scope, ops(5), team.owner, { epoch: 2, heads: [{ ...HEADS[0]!, dseq: 3 }] }))
      .manifest;
    expect([isOlder(before, now), isOlder(shorter, now), isOlder(now, now), isOlder(now, before)]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});

describe('an erasure', () => {
  it('is confirmed device by device, and who is silent for thirty days is named', async () => {
    const team = await aTeam();
    const [one, two] = [await joins(team, 'editor'), await joins(team, 'viewer')];
    const scope = await aScope(team, [one, two]);
    const beat = async (who: Someone, gone: boolean) => {
      const said = {
        team: team.team,
        n: 1,
        at: NOW,
        chain: [],
        heads: [],
        snaps: [{ scope, epoch: 2, hash: '0b'.repeat(32), gone }],
      };
      const read = readBeat((await makeBeat(said, who.keys)).bytes);
      if (!read.ok) throw new Error(read.error.kind);
      return [who.keys.id, read.value] as const;
    };
    const beats = new Map([await beat(team.owner, true), await beat(one, false)]);
    const all = confirmations(team.chain.state(), { scope, epoch: 2 }, beats);
    expect(all.map(({ confirmed, lastSeen }) => [confirmed, lastSeen])).toEqual([
      [true, NOW],
      [false, NOW],
      [false, undefined],
    ]);
    expect(overdue(all, NOW, NOW + 29 * DAY)).toEqual([]);
    expect(overdue(all, NOW, NOW + 30 * DAY).map(({ device }) => device)).toEqual([one.keys.id, two.keys.id]);
  });

  it('leaves of the old epoch the keys of tokens alone', async () => {
    const device = await newDeviceKeys();
    const via = device.boxes[0]!.publicKey;
    const secrets = { ...nextSecrets(undefined), via };
    const done = destroyEpoch(secrets, await withFreshBoxKeys(device));
    expect(done.secrets).toEqual({ token: secrets.token, sup: secrets.sup });
    expect(done.device.boxes.map(({ publicKey }) => publicKey)).not.toContain(via);
  });

  it('is certified with numbers, and without a person', async () => {
    const { sign } = await newDeviceKeys();
    const facts = {
      team: 'ab',
      scope: 'cd',
      epoch: 2,
      manifest: 'ef',
      at: NOW,
      people: 1,
      tokens: 2,
      confirmed: ['x'],
      pending: [],
      relay: 'pending',
    } as const;
    const read = readSigned(unknown(), await certifyErasure(facts, sign), 10_000);
    expect(read.ok && read.value.value).toEqual({ v: 1, ...facts });
  });
});
