import { err, ok, type Result } from '../domain/result.ts';
import { type Bytes, concat, randomBytes } from './bytes.ts';
import { type Fault, fault } from './fault.ts';

/* AES-256-GCM: 12 random bytes of IV, then the ciphertext with its tag of 16. One key seals far less than 2^32 times. */
const IV_BYTES = 12;
const TAG_BYTES = 16;
export const AEAD_BYTES = IV_BYTES + TAG_BYTES;

const imported = new WeakMap<Bytes, Promise<CryptoKey>>();
function keyOf(key: Bytes): Promise<CryptoKey> {
  const made = imported.get(key) ?? crypto.subtle.importKey('raw', key, 'AES-GCM', false, ['encrypt', 'decrypt']);
  imported.set(key, made);
  return made;
}

export async function encrypt(key: Bytes, plain: Bytes, additionalData: Bytes): Promise<Bytes> {
  const iv = randomBytes(IV_BYTES);
  const body = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, await keyOf(key), plain);
  return concat(iv, new Uint8Array(body));
}

export async function decrypt(key: Bytes, sealed: Bytes, additionalData: Bytes): Promise<Result<Bytes, Fault>> {
  if (sealed.length < AEAD_BYTES) return err(fault('malformed'));
  try {
    const iv = sealed.subarray(0, IV_BYTES);
    const body = sealed.subarray(IV_BYTES);
    return ok(
      new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData }, await keyOf(key), body)),
    );
  } catch {
    return err(fault('wrong-key'));
  }
}
