import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { idbKeyStore } from '@/lib/vault/idb-key-store.ts';
import { memoryKeyStore } from '@/lib/vault/key-store.ts';
import { openVault, type Vault } from '@/lib/vault/vault.ts';

async function aVault(store = memoryKeyStore(), mustExist = false): Promise<Vault> {
  const vault = await openVault(store, mustExist);
  if (!vault.ok) throw new Error(vault.error);
  return vault.value;
}

describe('a sealed payload', () => {
  it('opens to what was put in', async () => {
    const vault = await aVault();
    const sealed = await vault.seal({ name: 'Sari', tags: ['ñ', '✓'] }, 'row 1');
    expect(await vault.open(sealed, 'row 1')).toEqual({ ok: true, value: { name: 'Sari', tags: ['ñ', '✓'] } });
  });

  it('shows nothing of it, and differs each time', async () => {
    const vault = await aVault();
    const [one, two] = [await vault.seal('Sari Wulandari', 'row'), await vault.seal('Sari Wulandari', 'row')];
    expect(new TextDecoder().decode(one)).not.toContain('Sari');
    expect(one).not.toEqual(two);
  });

  it('does not open in another row, changed, cut short, or under another key', async () => {
    const vault = await aVault();
    const sealed = await vault.seal('x', 'row 1');
    const changed = sealed.slice();
    changed[20]! ^= 1;
    const damaged = { ok: false, error: 'damaged' };
    expect(await vault.open(sealed, 'row 2')).toEqual(damaged);
    expect(await vault.open(changed, 'row 1')).toEqual(damaged);
    expect(await vault.open(sealed.slice(0, 5), 'row 1')).toEqual(damaged);
    expect(await (await aVault()).open(sealed, 'row 1')).toEqual(damaged);
  });
});

describe('a token', () => {
  it('is the same for the same text in one space, and differs between spaces and devices', async () => {
    const vault = await aVault();
    const token = await vault.token('personal', 'email:sari@harian.example');
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(await vault.token('personal', 'email:sari@harian.example')).toBe(token);
    expect(await vault.token('team', 'email:sari@harian.example')).not.toBe(token);
    expect(await (await aVault()).token('personal', 'email:sari@harian.example')).not.toBe(token);
  });
});

describe('the number of a text', () => {
  it('is the same for the same text in one space, over a restart too, and differs between spaces and devices', async () => {
    const factory = new IDBFactory();
    const vault = await aVault(idbKeyStore('keys', factory));
    const number = vault.number('personal', 'email:sari@harian.example');
    expect(Number.isSafeInteger(number)).toBe(true);
    const again = await aVault(idbKeyStore('keys', factory), true);
    expect(again.number('personal', 'email:sari@harian.example')).toBe(number);
    expect(vault.number('team', 'email:sari@harian.example')).not.toBe(number);
    expect((await aVault()).number('personal', 'email:sari@harian.example')).not.toBe(number);
  });
});

describe('the device key', () => {
  it('is kept over a restart and cannot be read out', async () => {
    const factory = new IDBFactory();
    const sealed = await (await aVault(idbKeyStore('keys', factory))).seal('x', 'row');
    expect(await (await aVault(idbKeyStore('keys', factory), true)).open(sealed, 'row')).toEqual({
      ok: true,
      value: 'x',
    });
    const keys = await idbKeyStore('keys', factory).load();
    await expect(crypto.subtle.exportKey('raw', keys!.seal)).rejects.toThrow();
    await expect(crypto.subtle.exportKey('raw', keys!.token)).rejects.toThrow();
  });

  it('is one for two contexts that start at once', async () => {
    const factory = new IDBFactory();
    const [one, two] = await Promise.all([aVault(idbKeyStore('keys', factory)), aVault(idbKeyStore('keys', factory))]);
    expect(await two.open(await one.seal('x', 'row'), 'row')).toEqual({ ok: true, value: 'x' });
  });

  it('is not made anew where data lie that were sealed with the lost one', async () => {
    const store = memoryKeyStore();
    expect(await openVault(store, true)).toEqual({ ok: false, error: 'key-lost' });
    expect(await store.load()).toBeUndefined();
  });
});
