import { createHMAC, createSHA256 } from 'hash-wasm';
import { type Bytes, utf8 } from './bytes.ts';

/*
 * SHA-256 of many small pieces. WebCrypto answers each of them by way of another thread: 60 µs of CPU for 480 bytes, where
 * this takes 5 (Node 20, 512 of them an envelope). Large single pieces and everything with a secret key stay in WebCrypto,
 * but for the short HMACs of tokens.
 */
export type Hash = (...parts: readonly Uint8Array[]) => Bytes;

let made: Promise<Hash> | undefined;

export function sha256(): Promise<Hash> {
  made ??= createSHA256().then((hasher): Hash => {
    // One after the other, and never across an `await`: the state is one for all.
    return (...parts) => {
      hasher.init();
      for (const part of parts) hasher.update(part);
      return new Uint8Array(hasher.digest('binary'));
    };
  });
  return made;
}

export type Mac = (text: Uint8Array) => Bytes;

export async function hmacSha256(key: Bytes): Promise<Mac> {
  const mac = await createHMAC(createSHA256(), key);
  return (text) => new Uint8Array(mac.init().update(text).digest('binary'));
}

/** Domain separation: the same bytes never count as two things. */
export const label = (name: string): Bytes => utf8(`izin/${name}/v1`);
