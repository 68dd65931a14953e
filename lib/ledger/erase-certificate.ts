import { fromBase64Url, toBase64Url } from '../domain/base64url.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { Books } from './context.ts';
import { sha256 } from './digest.ts';

/*
 * What may be shown of an erasure: that it was done, when, for which request, and how much; nothing about whom. It is
 * signed with a key of this device (Ed25519 by WebCrypto), which lies sealed in the ledger. The signature proves that the
 * text was not changed since; whose device it is, the public key alone does not prove.
 */
export interface ErasureCertificate {
  readonly kind: 'izin.erasure/1';
  readonly id: string;
  readonly at: string;
  readonly requestId?: string;
  /** Rows removed or written anew, by what they were. */
  readonly counts: ErasureCounts;
  /** Hex SHA-256 over the ciphertexts that were removed. */
  readonly digest: string;
  /** Base64url, 32 bytes. */
  readonly publicKey: string;
  /** Base64url, over the JSON of all other fields in the order of this type. */
  readonly signature: string;
}

export interface ErasureCounts {
  readonly ops: number;
  readonly states: number;
  readonly topics: number;
  readonly logLines: number;
  /** Keyed tokens that stay, so that they are not written to again. */
  readonly tokens: number;
}

type Unsigned = Omit<ErasureCertificate, 'publicKey' | 'signature'>;

const ALGORITHM = { name: 'Ed25519' } as const;
const SIGNING = 'meta:signing';

export async function certify(books: Books, what: Unsigned): Promise<ErasureCertificate> {
  const { publicKey, privateKey } = await signingKey(books);
  const key = await crypto.subtle.importKey('pkcs8', fromBase64Url(privateKey), ALGORITHM, false, ['sign']);
  const unsigned = { ...what, publicKey };
  return { ...unsigned, signature: toBase64Url(await crypto.subtle.sign(ALGORITHM, key, bytesOf(unsigned))) };
}

/** Ok: nothing in it was changed since it was signed with the key that it names. */
export async function verifyCertificate(value: unknown): Promise<Result<ErasureCertificate, 'malformed' | 'changed'>> {
  if (!isCertificate(value)) return err('malformed');
  try {
    const key = await crypto.subtle.importKey('raw', fromBase64Url(value.publicKey), ALGORITHM, false, ['verify']);
    const whole = await crypto.subtle.verify(ALGORITHM, key, fromBase64Url(value.signature), bytesOf(value));
    return whole ? ok(value) : err('changed');
  } catch {
    return err('changed');
  }
}

/** Hex SHA-256 over the rows, whatever order they are read in. */
export async function digestOf(rows: readonly Uint8Array<ArrayBuffer>[]): Promise<string> {
  const each = await Promise.all(rows.map(sha256));
  return sha256(new TextEncoder().encode(each.toSorted().join('')));
}

interface KeyPair {
  readonly publicKey: string;
  readonly privateKey: string;
}

/** Made when it is first needed. */
async function signingKey({ db, vault }: Books): Promise<KeyPair> {
  const kept = (await db.meta.get('signing'))?.value;
  const opened = kept instanceof Uint8Array ? await vault.open(new Uint8Array(kept), SIGNING) : undefined;
  if (opened?.ok && isKeyPair(opened.value)) return opened.value;
  const pair = await crypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
  if (!('privateKey' in pair)) throw new TypeError('Not a pair of keys');
  const made = {
    publicKey: toBase64Url(await crypto.subtle.exportKey('raw', pair.publicKey)),
    privateKey: toBase64Url(await crypto.subtle.exportKey('pkcs8', pair.privateKey)),
  };
  await db.meta.put({ key: 'signing', value: await vault.seal(made, SIGNING) });
  return made;
}

function bytesOf(one: Omit<ErasureCertificate, 'signature'>): Uint8Array<ArrayBuffer> {
  const { ops, states, topics, logLines, tokens } = one.counts;
  const counts = [ops, states, topics, logLines, tokens];
  const fields = [one.kind, one.id, one.at, one.requestId ?? null, counts, one.digest, one.publicKey];
  return new TextEncoder().encode(JSON.stringify(fields));
}

const FIELDS = ['kind', 'id', 'at', 'requestId', 'counts', 'digest', 'publicKey', 'signature'];

const isKeyPair = (value: unknown): value is KeyPair =>
  has(value, ['publicKey', 'privateKey'], (one) => typeof one === 'string');

const isCertificate = (value: unknown): value is ErasureCertificate =>
  has(value, ['id', 'at', 'digest', 'publicKey', 'signature'], (one) => typeof one === 'string') &&
  // What is not signed may not stand in it either.
  Object.keys(value).every((name) => FIELDS.includes(name)) &&
  'kind' in value &&
  value.kind === 'izin.erasure/1' &&
  (!('requestId' in value) || typeof value.requestId === 'string') &&
  'counts' in value &&
  has(value.counts, ['ops', 'states', 'topics', 'logLines', 'tokens'], Number.isSafeInteger);

const has = (value: unknown, names: readonly string[], is: (one: unknown) => boolean): value is object =>
  typeof value === 'object' && value !== null && names.every((name) => is(Reflect.get(value, name)));
