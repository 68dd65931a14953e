import { readFileSync, writeFileSync } from 'node:fs';
import { signCorrection } from '../lib/adapters/correction-file.ts';
import { parseHooks } from '../lib/adapters/schema.ts';
import { fingerprintOf, type KeyPair, newKeyPair } from '../lib/adapters/signing.ts';

/**
 * For who maintains hooks, a team's admin or a release:
 *   sign-hooks keys FILE                   a new pair of keys; FILE stays with its owner, the public one is printed
 *   sign-hooks sign KEYS HOOKS OUT [NOTE]  HOOKS (JSON of one surface's hooks, with its version raised) → a correction
 */
async function main([command, ...rest]: readonly string[]): Promise<void> {
  const [first = '', hooks = '', out = '', ...note] = rest;
  if (command === 'keys' && first) return makeKeys(first);
  if (command === 'sign' && first && hooks && out) return sign(first, hooks, out, note.join(' '));
  console.error('sign-hooks keys FILE | sign-hooks sign KEYS HOOKS OUT [NOTE]');
  process.exitCode = 2;
}

async function makeKeys(file: string): Promise<void> {
  const keys = await newKeyPair();
  writeFileSync(file, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  console.log(`public key   ${keys.publicKey}\nfingerprint  ${await fingerprintOf(keys.publicKey)}`);
}

async function sign(keyFile: string, hooksFile: string, out: string, note: string): Promise<void> {
  const keys = JSON.parse(readFileSync(keyFile, 'utf8')) as KeyPair;
  const parsed = parseHooks(JSON.parse(readFileSync(hooksFile, 'utf8')));
  if (!parsed.ok) {
    for (const { key, params } of parsed.error) console.error(key, JSON.stringify(params));
    process.exitCode = 1;
    return;
  }
  const file = await signCorrection(parsed.value, keys, note || undefined);
  writeFileSync(out, `${JSON.stringify(file, null, 2)}\n`);
  console.log(`${parsed.value.id}, version ${parsed.value.version} → ${out}`);
}

await main(process.argv.slice(2));
