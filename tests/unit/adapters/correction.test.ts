import { beforeAll, describe, expect, it } from 'vitest';
import { readCorrection, signCorrection } from '@/lib/adapters/correction-file.ts';
import { goBack, install, standing, tried, withoutSigner } from '@/lib/adapters/corrections.ts';
import { hooksFor, type Shelf } from '@/lib/adapters/shelf.ts';
import { fingerprintOf, type KeyPair, newKeyPair } from '@/lib/adapters/signing.ts';
import type { SiteHooks } from '@/lib/surfaces/hooks.ts';
import { aBox, someHooks } from './build.ts';

const NOW = '2026-11-22T02:00:00.000Z';
const at = { href: 'https://kabar.example/' };
const builtIn = someHooks({ id: 'kabar', name: 'Kabar', matches: ['https://kabar.example/*'], version: 4 });
const fresh = (version: number, more: Partial<SiteHooks> = {}): SiteHooks => ({ ...builtIn, version, ...more });

let keys: KeyPair;
let trusting: Shelf;
beforeAll(async () => {
  keys = await newKeyPair();
  const fingerprint = await fingerprintOf(keys.publicKey);
  trusting = {
    taught: [],
    corrections: [],
    signers: [{ fingerprint, name: 'Admin', key: keys.publicKey, trustedAt: NOW }],
  };
});

async function taken(shelf: Shelf, version: number, more: Partial<SiteHooks> = {}): Promise<Shelf> {
  const read = await readCorrection(JSON.stringify(await signCorrection(fresh(version, more), keys)));
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  const done = install(shelf, read.value, [builtIn], [], NOW);
  if (!done.ok) throw new Error(done.error.key);
  return done.value;
}

describe('a correction', () => {
  it('is read when it is whole and signed, in any order of its fields', async () => {
    const file = await signCorrection(fresh(5), keys, 'Send moved');
    const turned = Object.fromEntries(Object.entries(file).reverse());
    expect((await readCorrection(JSON.stringify(turned, null, 2))).ok).toBe(true);
  });

  it('is refused when a letter of it was changed', async () => {
    const file = await signCorrection(fresh(5), keys);
    const changed = { ...file, hooks: { ...file.hooks, boxes: [aBox({ not: ['*'] })] } };
    const read = await readCorrection(JSON.stringify(changed));
    expect(read).toMatchObject({ ok: false, error: [{ key: 'correction_wrong_signature' }] });
  });

  it('is refused when nobody here trusts its key', async () => {
    const other = await newKeyPair();
    const read = await readCorrection(JSON.stringify(await signCorrection(fresh(5), other)));
    if (!read.ok) throw new Error('unread');
    expect(install(trusting, read.value, [builtIn], [], NOW)).toMatchObject({
      error: { key: 'correction_wrong_signer' },
    });
    expect(install(trusting, read.value, [builtIn], [other.publicKey], NOW).ok).toBe(true);
  });

  it.each([4, 3])('is refused at version %i, which is no newer than what stands', async (version) => {
    await expect(taken(trusting, version)).rejects.toThrow('correction_old');
  });

  it('cannot say where its site lies, nor how well it is proven', async () => {
    const shelf = await taken(trusting, 5, {
      matches: ['https://bank.example/*'],
      proof: { grade: 'real', by: 'me', on: '2026-11-22' },
    });
    expect(shelf.corrections[0]?.hooks).toMatchObject({ matches: builtIn.matches, proof: builtIn.proof });
  });

  it('stands in the place of the built-in hooks, with them beside it, until a page has set it aside', async () => {
    const shelf = await taken(trusting, 5);
    expect(hooksFor(shelf, at, [builtIn])).toMatchObject([
      { by: 'correction', hooks: { version: 5 }, instead: { version: 4 } },
    ]);
    const aside = tried(shelf, 'kabar', 5, { kind: 'set-aside', lacks: ['recipients'] });
    expect(hooksFor(aside, at, [builtIn])).toMatchObject([{ by: 'built-in', hooks: { version: 4 } }]);
    expect(aside.corrections[0]).toMatchObject({ state: 'set-aside', lacks: ['recipients'] });
  });

  it('gives way to newer hooks that a release brought', async () => {
    const shelf = await taken(trusting, 5);
    expect(hooksFor(shelf, at, [fresh(5)])).toMatchObject([{ by: 'built-in' }]);
  });

  it('keeps what stood before, to go back to any of it', async () => {
    const five = tried(await taken(trusting, 5), 'kabar', 5, { kind: 'used' });
    const six = await taken(five, 6);
    expect(six.corrections.map(({ state }) => state)).toEqual(['former', 'candidate']);
    expect(standing(goBack(six, 'kabar', 5), 'kabar')?.hooks.version).toBe(5);
    expect(standing(goBack(six, 'kabar'), 'kabar')).toBeUndefined();
  });

  it('goes with a signer who is trusted no longer', async () => {
    const shelf = await taken(trusting, 5);
    expect(withoutSigner(shelf, shelf.signers[0]!.fingerprint).corrections).toEqual([]);
  });
});
