import { type KeyStore, memoryKeyStore } from '@/lib/vault/key-store.ts';

/** The key of the fixtures: invented, and of no use elsewhere. */
const bytes = (first: number): Uint8Array<ArrayBuffer> => Uint8Array.from({ length: 32 }, (_, index) => first + index);

export async function fixtureKeys(): Promise<KeyStore> {
  const [seal, token] = await Promise.all([
    crypto.subtle.importKey('raw', bytes(1), 'AES-GCM', false, ['encrypt', 'decrypt']),
    crypto.subtle.importKey('raw', bytes(101), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']),
  ]);
  return memoryKeyStore({ seal, token });
}
