import { toBase64Url } from '../domain/base64url.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { KeyStore, VaultKeys } from './key-store.ts';

/*
 * Encryption at rest under the device key.
 * - A payload is bound to its row: moved to another row it does not open.
 * - A token tells only that two texts of one space are equal.
 * - A lost key is an error value. Nothing is ever begun anew over data that it has sealed.
 * The key is on disk: it protects a copied database, not a stolen browser profile.
 */
export type Sealed = Uint8Array<ArrayBuffer>;

export interface Vault {
  /** JSON → 12 bytes of IV and ciphertext. `row` names where it lies: kind, space, subject, id. */
  seal(value: unknown, row: string): Promise<Sealed>;
  open(sealed: Sealed, row: string): Promise<Result<unknown, 'damaged'>>;
  /** Base64url of HMAC-SHA-256 over space and text. */
  token(space: string, text: string): Promise<string>;
}

const IV_BYTES = 12;
const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** `mustExist`: data sealed earlier is there, so a missing key is a loss and not a first start. */
export async function openVault(store: KeyStore, mustExist: boolean): Promise<Result<Vault, 'key-lost'>> {
  const kept = await store.load();
  if (!kept && mustExist) return err('key-lost');
  return ok(vaultOf(kept ?? (await store.add(await newKeys()))));
}

async function newKeys(): Promise<VaultKeys> {
  const [seal, token] = await Promise.all([
    crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']),
    crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256', length: 256 }, false, ['sign']),
  ]);
  return { seal, token };
}

function vaultOf({ seal: sealKey, token: tokenKey }: VaultKeys): Vault {
  return {
    async seal(value, row) {
      const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
      const plain = encoder.encode(JSON.stringify(value));
      const body = await crypto.subtle.encrypt(
        { name: 'AES-GCM', iv, additionalData: encoder.encode(row) },
        sealKey,
        plain,
      );
      const sealed = new Uint8Array(IV_BYTES + body.byteLength);
      sealed.set(iv);
      sealed.set(new Uint8Array(body), IV_BYTES);
      return sealed;
    },
    async open(sealed, row) {
      try {
        const bound = { name: 'AES-GCM', iv: sealed.subarray(0, IV_BYTES), additionalData: encoder.encode(row) };
        const plain = await crypto.subtle.decrypt(bound, sealKey, sealed.subarray(IV_BYTES));
        return ok(JSON.parse(decoder.decode(plain)));
      } catch {
        return err('damaged');
      }
    },
    async token(space, text) {
      const mac = await crypto.subtle.sign('HMAC', tokenKey, encoder.encode(`${space}\u0000${text}`));
      return toBase64Url(mac);
    },
  };
}
