/*
 * Keys as a nats-server writes them (ADR-14 of nats-architecture-and-design): a byte that says whose key it is, 32 bytes,
 * CRC-16/XMODEM with the lower byte first; all of it in base32 without padding. Signing is WebCrypto's Ed25519.
 */
const OWNERS = { operator: 14 << 3, account: 0, user: 20 << 3 } as const;
export type KeyOwner = keyof typeof OWNERS;

/** `id` begins with O, A or U; `seed` with S and is secret. */
export interface NatsKey {
  readonly id: string;
  readonly seed: string;
}

const SEED = 18 << 3;
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
/** RFC 8410: the bytes before an Ed25519 seed in PKCS #8. */
const PKCS8 = Uint8Array.from([0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 4, 0x22, 4, 0x20]);

export async function newNatsKey(owner: KeyOwner): Promise<NatsKey> {
  const pair = (await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])) as CryptoKeyPair;
  const seed = new Uint8Array(await crypto.subtle.exportKey('pkcs8', pair.privateKey)).slice(-32);
  const open = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
  const prefix = OWNERS[owner];
  return { id: encoded([prefix], open), seed: encoded([SEED | (prefix >> 5), (prefix & 31) << 3], seed) };
}

/** Throws where the text is no seed: only what was made here is ever signed with. */
export async function signWith(seed: string, bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const raw = decoded(seed);
  if (raw === undefined || raw.length !== 34 || ((raw[0] ?? 0) & 0xf8) !== SEED)
    throw new TypeError('no seed of a NATS key');
  const pkcs8 = Uint8Array.from([...PKCS8, ...raw.subarray(2)]);
  const key = await crypto.subtle.importKey('pkcs8', pkcs8, 'Ed25519', false, ['sign']);
  return new Uint8Array(await crypto.subtle.sign('Ed25519', key, bytes));
}

/** Undefined: not the public key of such an owner. */
export function isNatsId(text: string, owner: KeyOwner): boolean {
  const raw = decoded(text);
  return raw !== undefined && raw.length === 33 && raw[0] === OWNERS[owner];
}

function encoded(prefix: readonly number[], key: Uint8Array): string {
  const body = [...prefix, ...key];
  const sum = crc16(body);
  const bytes = [...body, sum & 0xff, sum >> 8];
  let text = '';
  for (let bit = 0; bit < bytes.length * 8; bit += 5) {
    const at = bit >> 3;
    const two = ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
    text += ALPHABET.charAt((two >> (11 - (bit & 7))) & 31);
  }
  return text;
}

function decoded(text: string): Uint8Array | undefined {
  const bytes: number[] = [];
  let [kept, bits] = [0, 0];
  for (const letter of text) {
    const digit = ALPHABET.indexOf(letter);
    if (digit < 0) return undefined;
    kept = ((kept << 5) | digit) & 0xfff;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes.push((kept >> bits) & 0xff);
    }
  }
  const [body, low = -1, high = -1] = [bytes.slice(0, -2), ...bytes.slice(-2)];
  return crc16(body) === (low | (high << 8)) ? Uint8Array.from(body) : undefined;
}

function crc16(bytes: readonly number[]): number {
  let sum = 0;
  for (const byte of bytes) {
    sum ^= byte << 8;
    for (let n = 0; n < 8; n += 1) sum = (sum & 0x8000 ? (sum << 1) ^ 0x1021 : sum << 1) & 0xffff;
  }
  return sum;
}
