import { type Bytes, concat, fromHex, toHex } from './bytes.ts';
import { label } from './hash.ts';

/* Ed25519 by WebCrypto (Chromium 137, Firefox 129, Node 20). */
const ALGORITHM = { name: 'Ed25519' } as const;

export interface SignKeys {
  readonly publicKey: string;
  /** PKCS #8. */
  readonly secret: Bytes;
}

/** What is signed: `izin/<name>/v1` stands before the bytes, so that no signature serves for another purpose. */
export type Purpose = 'env' | 'chain' | 'box' | 'hb' | 'snap' | 'cosign' | 'join' | 'device' | 'certificate';

export async function newSignKeys(): Promise<SignKeys> {
  const pair = await crypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
  if (!('privateKey' in pair)) throw new TypeError('Not a pair of keys');
  const [raw, secret] = await Promise.all([
    crypto.subtle.exportKey('raw', pair.publicKey),
    crypto.subtle.exportKey('pkcs8', pair.privateKey),
  ]);
  return { publicKey: toHex(new Uint8Array(raw)), secret: new Uint8Array(secret) };
}

/** RFC 8410: the same head before every seed of 32 bytes. */
const PKCS8_HEAD = fromHex('302e020100300506032b657004220420');
export const seedOf = ({ secret }: SignKeys): Bytes => secret.slice(PKCS8_HEAD.length);

export async function signKeysOf(seed: Bytes): Promise<SignKeys> {
  const secret = concat(PKCS8_HEAD, seed);
  const key = await crypto.subtle.importKey('pkcs8', secret, ALGORITHM, true, ['sign']);
  const { x = '' } = await crypto.subtle.exportKey('jwk', key);
  const raw = Uint8Array.from(atob(x.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
  return { publicKey: toHex(raw), secret };
}

const imported = new WeakMap<Bytes, Promise<CryptoKey>>();

export async function sign(purpose: Purpose, bytes: Uint8Array, { secret }: SignKeys): Promise<Bytes> {
  const key = imported.get(secret) ?? crypto.subtle.importKey('pkcs8', secret, ALGORITHM, false, ['sign']);
  imported.set(secret, key);
  return new Uint8Array(await crypto.subtle.sign(ALGORITHM, await key, concat(label(purpose), bytes)));
}

/** Keys of devices come again with each of their envelopes. */
const known = new Map<string, Promise<CryptoKey>>();
const MOST_KNOWN = 1000;

/** False too for what is no key or no signature at all. */
export async function isSigned(
  purpose: Purpose,
  bytes: Uint8Array,
  signature: Bytes,
  publicKey: string,
): Promise<boolean> {
  try {
    if (known.size >= MOST_KNOWN) known.clear();
    const key =
      known.get(publicKey) ?? crypto.subtle.importKey('raw', fromHex(publicKey), ALGORITHM, false, ['verify']);
    known.set(publicKey, key);
    return await crypto.subtle.verify(ALGORITHM, await key, signature, concat(label(purpose), bytes));
  } catch {
    known.delete(publicKey);
    return false;
  }
}
