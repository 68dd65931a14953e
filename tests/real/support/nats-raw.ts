import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toBase64Url } from '../../../lib/domain/base64url.ts';
import type { Credential } from '../../../lib/team/nats-credentials.ts';
import { newNatsKey, signWith } from '../../../lib/team/nkeys.ts';
import type { Team } from './nats.ts';

/** A credential with every right in the account, which Izin never mints: to see what its templates are good for. */
export async function widerCredential({ key, signer }: Team): Promise<Credential> {
  const user = await newNatsKey('user');
  const everything = { allow: ['>'] };
  const claims = {
    jti: crypto.randomUUID(),
    iat: Math.floor(Date.now() / 1000),
    iss: signer.id,
    sub: user.id,
    nats: {
      type: 'user',
      version: 2,
      issuer_account: key.id,
      subs: -1,
      data: -1,
      payload: -1,
      pub: everything,
      sub: everything,
    },
  };
  const part = (value: object): string => toBase64Url(new TextEncoder().encode(JSON.stringify(value)));
  const text = `${part({ typ: 'JWT', alg: 'ed25519-nkey' })}.${part(claims)}`;
  const signature = await signWith(signer.seed, new TextEncoder().encode(text));
  return { jwt: `${text}.${toBase64Url(signature)}`, id: user.id, seed: user.seed };
}

/** In how many places of all files below a folder these letters stand. */
export function bytesIn(folder: string, letters: string): number {
  return readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sum + bytesIn(path, letters);
    return sum + readFileSync(path).toString('latin1').split(letters).length - 1;
  }, 0);
}
