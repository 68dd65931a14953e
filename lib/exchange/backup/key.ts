import { argon2id } from 'hash-wasm';
import { type Bytes, fromBase64, toBase64 } from './bytes.ts';
import { type Header, KDF, type Kdf } from './header.ts';

/** Of one passphrase with one salt: opens nothing by itself, but derives the key of each file. Its bytes cannot be read. */
export interface Root {
  readonly key: CryptoKey;
  readonly kdf: Kdf;
}

const encoder = new TextEncoder();
export const sixteen = (): Bytes => crypto.getRandomValues(new Uint8Array(16));

/** Half a second of work, on purpose. */
export async function rootOf(passphrase: string, given?: Kdf): Promise<Root> {
  const kdf = given ?? { ...KDF, salt: toBase64(sixteen()) };
  const raw = await argon2id({
    // As typed on another keyboard, letter and accent may come apart.
    password: passphrase.normalize('NFKC'),
    salt: fromBase64(kdf.salt),
    memorySize: kdf.memory,
    iterations: kdf.passes,
    parallelism: kdf.lanes,
    hashLength: 32,
    outputType: 'binary',
  });
  const bytes = new Uint8Array(raw);
  const key = await crypto.subtle.importKey('raw', bytes, 'HKDF', false, ['deriveKey', 'deriveBits']);
  bytes.fill(0);
  raw.fill(0);
  return { key, kdf };
}

export interface FileKey {
  readonly body: CryptoKey;
  readonly check: string;
}

export async function fileKey({ key }: Root, seed: Header['seed']): Promise<FileKey> {
  const by = (use: string) => ({
    name: 'HKDF',
    hash: 'SHA-256',
    salt: fromBase64(seed),
    info: encoder.encode(`izin.backup/1 ${use}`),
  });
  const [body, check] = await Promise.all([
    crypto.subtle.deriveKey(by('body'), key, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']),
    crypto.subtle.deriveBits(by('check'), key, 128),
  ]);
  return { body, check: toBase64(new Uint8Array(check)) };
}
