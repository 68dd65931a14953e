import { toBase64Url } from '../domain/base64url.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { KeyStore, VaultKeys } from './key-store.ts';
import { siphash53 } from './siphash.ts';

/*
 * Encryption at rest under the device key.
 * - A payload is bound to its row: moved to another row it does not open.
 * - A token tells only that two texts of one space are equal.
 * - A number finds a text in an index whose pages are sealed, so that on disk nothing of it shows but, in which page it
 *   fell: a dozen of its bits. Its key is 128 bits of an HMAC under the token key, made at each opening and kept in memory
 *   alone. Whoever has it, has neither a token nor a payload by it; without it those bits tell nothing of a guessed address.
 * - A lost key is an error value. Nothing is ever begun anew over data that it has sealed.
 * The key is on disk: it protects a copied database, not a stolen browser profile.
 */
export type Sealed = Uint8Array<ArrayBuffer>;

export interface Vault {
  /** JSON → 12 bytes of IV and ciphertext. `row` names where it lies: kind, space, subject, id. */
  seal(value: unknown, row: string): Promise<Sealed>;
  open(sealed: Sealed, row: string): Promise<Result<unknown, 'damaged'>>;
  /** As `seal` and `open`, for bytes as they are. */
  sealBytes(plain: Sealed, row: string): Promise<Sealed>;
  openBytes(sealed: Sealed, row: string): Promise<Result<Sealed, 'damaged'>>;
  /** Base64url of HMAC-SHA-256 over space and text. */
  token(space: string, text: string): Promise<string>;
  /** 53 bits by which a text of a space is found in a sealed index. At once: a million people have three million. */
  number(space: string, text: string): number;
}

const IV_BYTES = 12;
const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** `mustExist`: data sealed earlier is there, so a missing key is a loss and not a first start. */
export async function openVault(store: KeyStore, mustExist: boolean): Promise<Result<Vault, 'key-lost'>> {
  const kept = await store.load();
  if (!kept && mustExist) return err('key-lost');
  return ok(await vaultOf(kept ?? (await store.add(await newKeys()))));
}

async function newKeys(): Promise<VaultKeys> {
  const [seal, token] = await Promise.all([
    crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']),
    crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256', length: 256 }, false, ['sign']),
  ]);
  return { seal, token };
}

async function vaultOf({ seal: sealKey, token: tokenKey }: VaultKeys): Promise<Vault> {
  const sealBytes: Vault['sealBytes'] = async (plain, row) => {
    const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
    const body = await crypto.subtle.encrypt(
      { name: 'AES-GCM', iv, additionalData: encoder.encode(row) },
      sealKey,
      plain,
    );
    const sealed = new Uint8Array(IV_BYTES + body.byteLength);
    sealed.set(iv);
    sealed.set(new Uint8Array(body), IV_BYTES);
    return sealed;
  };
  const plainOf = (sealed: Sealed, row: string): Promise<ArrayBuffer> => {
    const bound = { name: 'AES-GCM', iv: sealed.subarray(0, IV_BYTES), additionalData: encoder.encode(row) };
    return crypto.subtle.decrypt(bound, sealKey, sealed.subarray(IV_BYTES));
  };
  const mac = (space: string, text: string): Promise<ArrayBuffer> =>
    crypto.subtle.sign('HMAC', tokenKey, encoder.encode(`${space}\u0000${text}`));
  // No token is made of it: every space has a name.
  const numberKey = new Uint32Array(await mac('', 'numbers'), 0, 4);
  return {
    sealBytes,
    seal: (value, row) => sealBytes(encoder.encode(JSON.stringify(value)), row),
    async open(sealed, row) {
      try {
        return ok(JSON.parse(decoder.decode(await plainOf(sealed, row))));
      } catch {
        return err('damaged');
      }
    },
    async openBytes(sealed, row) {
      try {
        return ok(new Uint8Array(await plainOf(sealed, row)));
      } catch {
        return err('damaged');
      }
    },
    token: async (space, text) => toBase64Url(await mac(space, text)),
    number: (space, text) => siphash53(numberKey, `${space}\u0000${text}`),
  };
}
