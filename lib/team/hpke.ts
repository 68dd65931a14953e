import { Aes256Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from '@hpke/core';
import { err, ok, type Result } from '../domain/result.ts';
import { type Bytes, concat, fromHex, toHex } from './bytes.ts';
import { type Fault, fault } from './fault.ts';
import { label } from './hash.ts';

/** RFC 9180, §7: 0x0020 DHKEM(X25519, HKDF-SHA256), 0x0001 HKDF-SHA256, 0x0002 AES-256-GCM. A later suite is another name. */
export const SUITE = '0020-0001-0002';

const suite = new CipherSuite({ kem: new DhkemX25519HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() });

/** The pair that boxes are sealed to. Made anew for every epoch and destroyed with it. */
export interface BoxKeys {
  readonly publicKey: string;
  /** Raw X25519 scalar, 32 bytes. */
  readonly secret: Bytes;
}

export async function newBoxKeys(): Promise<BoxKeys> {
  const pair = await suite.kem.generateKeyPair();
  const [open, secret] = await Promise.all([
    suite.kem.serializePublicKey(pair.publicKey),
    suite.kem.serializePrivateKey(pair.privateKey),
  ]);
  return { publicKey: toHex(new Uint8Array(open)), secret: new Uint8Array(secret) };
}

const ENC_BYTES = 32;

/**
 * Single-shot, each with a context of its own: a context that is used for several seals at once repeats its nonce in
 * releases of the library before 1.7.5 (CVE-2025-64767). `about` binds the box to what it is for.
 */
export async function sealTo(publicKey: string, plain: Bytes, about: Bytes): Promise<Result<Bytes, Fault>> {
  try {
    const key = await suite.kem.deserializePublicKey(fromHex(publicKey).buffer);
    const { enc, ct } = await suite.seal({ recipientPublicKey: key, info: infoOf(about) }, plain.slice().buffer);
    return ok(concat(new Uint8Array(enc), new Uint8Array(ct)));
  } catch {
    // A public key of low order, which some device has published.
    return err(fault('malformed', 'publicKey'));
  }
}

export async function openSealed({ secret }: BoxKeys, sealed: Bytes, about: Bytes): Promise<Result<Bytes, Fault>> {
  try {
    const key = await suite.kem.deserializePrivateKey(secret.slice().buffer);
    const [enc, ct] = [sealed.slice(0, ENC_BYTES).buffer, sealed.slice(ENC_BYTES).buffer];
    return ok(new Uint8Array(await suite.open({ recipientKey: key, enc, info: infoOf(about) }, ct)));
  } catch {
    return err(fault('wrong-key'));
  }
}

const infoOf = (about: Bytes): ArrayBuffer => concat(label('hpke'), about).buffer;
