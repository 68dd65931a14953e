import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decrypt, encrypt } from '@/lib/team/aead.ts';
import { fromHex, toHex, utf8 } from '@/lib/team/bytes.ts';
import {
  deviceIdOf,
  exportDevice,
  importDevice,
  newDeviceKeys,
  withFreshBoxKeys,
  withoutBoxKeys,
} from '@/lib/team/device-keys.ts';
import { hmacSha256, sha256 } from '@/lib/team/hash.ts';
import { newBoxKeys, openSealed, sealTo } from '@/lib/team/hpke.ts';
import { KIT_WORDS, kitOf, rootOfKit, teamIdOf } from '@/lib/team/root-key.ts';
import { safetyPhrase } from '@/lib/team/safety-phrase.ts';
import { isSigned, newSignKeys, seedOf, sign, signKeysOf } from '@/lib/team/sign.ts';
import { WORDS } from '@/lib/team/words-of-keys.ts';

const text = utf8('a message');

describe('hashing', () => {
  it('gives SHA-256 and HMAC as WebCrypto gives them', async () => {
    const hash = await sha256();
    const subtle = new Uint8Array(await crypto.subtle.digest('SHA-256', utf8('a message')));
    expect(toHex(hash(utf8('a '), utf8('message')))).toBe(toHex(subtle));
    const key = new Uint8Array(32).fill(7);
    const imported = await crypto.subtle.importKey('raw', key, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
    const mac = await hmacSha256(key);
    expect(toHex(mac(text))).toBe(toHex(new Uint8Array(await crypto.subtle.sign('HMAC', imported, text))));
    expect(toHex(mac(text))).toBe(toHex(mac(text)));
  });
});

describe('signing', () => {
  it('holds for the text, the purpose and the key alone', async () => {
    const [keys, others] = await Promise.all([newSignKeys(), newSignKeys()]);
    const signature = await sign('env', text, keys);
    expect(await isSigned('env', text, signature, keys.publicKey)).toBe(true);
    expect(await isSigned('hb', text, signature, keys.publicKey)).toBe(false);
    expect(await isSigned('env', utf8('another'), signature, keys.publicKey)).toBe(false);
    expect(await isSigned('env', text, signature, others.publicKey)).toBe(false);
    expect(await isSigned('env', text, new Uint8Array(3), 'no key')).toBe(false);
  });

  it('makes the same pair from the same seed', async () => {
    const keys = await newSignKeys();
    expect(await signKeysOf(seedOf(keys))).toEqual(keys);
    // RFC 8032, §7.1, test 1
    const known = await signKeysOf(fromHex('9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60'));
    expect(known.publicKey).toBe('d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a');
  });
});

describe('boxes', () => {
  it('open for whom they are sealed, for what they are sealed', async () => {
    const [mine, other] = await Promise.all([newBoxKeys(), newBoxKeys()]);
    const sealed = await sealTo(mine.publicKey, text, utf8('scope'));
    if (!sealed.ok) throw new Error(sealed.error.kind);
    expect(await openSealed(mine, sealed.value, utf8('scope'))).toEqual({ ok: true, value: text });
    expect(await openSealed(other, sealed.value, utf8('scope'))).toEqual({ ok: false, error: { kind: 'wrong-key' } });
    expect(await openSealed(mine, sealed.value, utf8('other'))).toEqual({ ok: false, error: { kind: 'wrong-key' } });
    expect(await openSealed(mine, new Uint8Array(5), utf8('scope'))).toMatchObject({ ok: false });
  });

  it('are not sealed to a key of low order', async () => {
    expect(await sealTo('00'.repeat(32), text, utf8('scope'))).toMatchObject({ error: { at: 'publicKey' } });
  });
});

describe('sealed bytes', () => {
  it('open with their key and what they are bound to', async () => {
    const key = new Uint8Array(32).fill(1);
    const sealed = await encrypt(key, text, utf8('row'));
    expect(await decrypt(key, sealed, utf8('row'))).toEqual({ ok: true, value: text });
    expect(await decrypt(key, sealed, utf8('other'))).toEqual({ ok: false, error: { kind: 'wrong-key' } });
    expect(await decrypt(new Uint8Array(32), sealed, utf8('row'))).toEqual({ ok: false, error: { kind: 'wrong-key' } });
    expect(await decrypt(key, new Uint8Array(9), utf8('row'))).toEqual({ ok: false, error: { kind: 'malformed' } });
  });
});

describe('the keys of a device', () => {
  it('come back from the store as they were, and have the id of their key', async () => {
    const keys = await newDeviceKeys();
    expect(importDevice(exportDevice(keys))).toEqual({ ok: true, value: keys });
    expect(await deviceIdOf(keys.sign.publicKey)).toBe(keys.id);
  });

  it('are renewed for an epoch, and those of a destroyed epoch are gone', async () => {
    const first = await newDeviceKeys();
    const second = await withFreshBoxKeys(first);
    const old = first.boxes[0]!.publicKey;
    expect(second.boxes.map(({ publicKey }) => publicKey)).toContain(old);
    expect(second.boxes[0]!.publicKey).not.toBe(old);
    expect(withoutBoxKeys(second, new Set([old])).boxes).toEqual([second.boxes[0]]);
    expect(withoutBoxKeys(first, new Set([old])).boxes).toEqual(first.boxes);
  });

  it('are refused by name where the store gives back something else', async () => {
    const stored = exportDevice(await newDeviceKeys());
    fc.assert(
      fc.property(fc.nat(stored.length - 1), (at) => {
        expect(importDevice(stored.slice(0, at))).toMatchObject({ ok: false });
      }),
    );
  });
});

describe('words for keys', () => {
  it('are 256, short, and not to be taken for each other', () => {
    expect(new Set(WORDS).size).toBe(256);
    expect(WORDS.filter((word) => !/^[a-z]{3,8}$/.test(word))).toEqual([]);
    expect(new Set(WORDS.map((word) => word.slice(0, 4))).size).toBe(256);
    const apart = (a: string, b: string) => [...a].filter((letter, at) => letter !== b[at]).length;
    const near = WORDS.flatMap((a) => WORDS.filter((b) => a < b && a.length === b.length && apart(a, b) === 1));
    expect(near).toEqual([]);
  });

  it('say six words for a joiner, the same on both sides and others for other keys', async () => {
    const joining = {
      team: 'ab'.repeat(16),
      invite: '01'.repeat(32),
      signKey: '02'.repeat(32),
      boxKey: '03'.repeat(32),
    };
    const said = await safetyPhrase(joining);
    expect(said).toHaveLength(6);
    expect(said.every((word) => WORDS.includes(word))).toBe(true);
    expect(await safetyPhrase({ ...joining })).toEqual(said);
    const swapped = [
      { ...joining, team: 'ac'.repeat(16) },
      { ...joining, invite: '09'.repeat(32) },
      { ...joining, signKey: '09'.repeat(32) },
      { ...joining, boxKey: '09'.repeat(32) },
    ];
    for (const other of swapped) expect(await safetyPhrase(other)).not.toEqual(said);
  });

  it('print the root key, and give it back from what is typed', async () => {
    const root = await newSignKeys();
    const kit = await kitOf(root);
    expect(kit).toHaveLength(KIT_WORDS);
    expect(await rootOfKit(kit.map((word) => ` ${word.toUpperCase()}`))).toEqual({ ok: true, value: root });
    expect(await rootOfKit(kit.slice(1))).toEqual({ ok: false, error: { kind: 'words', count: KIT_WORDS - 1 } });
    expect(await rootOfKit(['xyz', ...kit.slice(1)])).toEqual({ ok: false, error: { kind: 'unknown-word', at: 0 } });
    const other = WORDS.find((word) => word !== kit[3])!;
    expect(await rootOfKit(kit.with(3, other))).toEqual({ ok: false, error: { kind: 'check' } });
  });

  it('give a team the id of its root key', async () => {
    const root = await newSignKeys();
    expect(await teamIdOf(root.publicKey)).toMatch(/^[0-9a-f]{32}$/);
    expect(await teamIdOf(root.publicKey)).toBe(await teamIdOf(root.publicKey));
  });
});
