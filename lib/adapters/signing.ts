import { fromBase64Url, toBase64Url } from '../domain/base64url.ts';
import { canonical } from './canonical.ts';

/** Ed25519 by the browser's own WebCrypto (Chromium 137, Firefox 129, Node 20). Keys and signatures are base64url. */
const ALGORITHM = { name: 'Ed25519' } as const;

export interface KeyPair {
  readonly publicKey: string;
  /** PKCS #8. It stays with who signs. */
  readonly privateKey: string;
}

export async function newKeyPair(): Promise<KeyPair> {
  const pair = await crypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
  if (!('privateKey' in pair)) throw new TypeError('Not a pair of keys');
  return {
    publicKey: toBase64Url(await crypto.subtle.exportKey('raw', pair.publicKey)),
    privateKey: toBase64Url(await crypto.subtle.exportKey('pkcs8', pair.privateKey)),
  };
}

export async function sign(value: unknown, privateKey: string): Promise<string> {
  const key = await crypto.subtle.importKey('pkcs8', fromBase64Url(privateKey), ALGORITHM, false, ['sign']);
  return toBase64Url(await crypto.subtle.sign(ALGORITHM, key, bytesOf(value)));
}

/** False too for what is no key or no signature at all. */
export async function isSigned(value: unknown, signature: string, publicKey: string): Promise<boolean> {
  try {
    const key = await crypto.subtle.importKey('raw', fromBase64Url(publicKey), ALGORITHM, false, ['verify']);
    return await crypto.subtle.verify(ALGORITHM, key, fromBase64Url(signature), bytesOf(value));
  } catch {
    return false;
  }
}

/** What two people read to each other: 128 bits of the key's SHA-256, in groups of four. */
export async function fingerprintOf(publicKey: string): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', fromBase64Url(publicKey)));
  const hex = [...hash.slice(0, 16)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.match(/.{4}/g)?.join(' ') ?? hex;
}

export const isPublicKey = (text: string): boolean => /^[A-Za-z0-9_-]{43}$/.test(text);

const bytesOf = (value: unknown): Uint8Array<ArrayBuffer> => new TextEncoder().encode(canonical(value));
