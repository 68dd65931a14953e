import { err, ok, type Result } from '../domain/result.ts';
import { concat, fromHex, toHex } from './bytes.ts';
import { label, sha256 } from './hash.ts';
import { type SignKeys, seedOf, signKeysOf } from './sign.ts';
import { WORDS } from './words-of-keys.ts';

/** A team's id is made of its root key: who pins one has pinned the other. */
export async function teamIdOf(rootKey: string): Promise<string> {
  const hash = await sha256();
  return toHex(hash(label('team'), fromHex(rootKey)).slice(0, 16));
}

/** 32 bytes of key and 2 that check them, a word each. */
export const KIT_WORDS = 34;

/** What is printed: whoever holds these words is the owner of the team. */
export async function kitOf(root: SignKeys): Promise<readonly string[]> {
  const hash = await sha256();
  const seed = seedOf(root);
  return [...concat(seed, hash(label('kit'), seed).slice(0, 2))].map((byte) => WORDS[byte] ?? '');
}

/** `at`: the first word (from 0) that is none of the list. `words`: how many there are. `check`: one of them is another. */
export type KitFault =
  | { readonly kind: 'unknown-word'; readonly at: number }
  | { readonly kind: 'words'; readonly count: number }
  | { readonly kind: 'check' };

export async function rootOfKit(typed: readonly string[]): Promise<Result<SignKeys, KitFault>> {
  const numbers = typed.map((word) => WORDS.indexOf(word.trim().toLowerCase()));
  const unknown = numbers.indexOf(-1);
  if (unknown !== -1) return err({ kind: 'unknown-word', at: unknown });
  if (numbers.length !== KIT_WORDS) return err({ kind: 'words', count: numbers.length });
  const hash = await sha256();
  const all = Uint8Array.from(numbers);
  const seed = all.slice(0, 32);
  const check = hash(label('kit'), seed);
  if (check[0] !== all[32] || check[1] !== all[33]) return err({ kind: 'check' });
  return ok(await signKeysOf(seed));
}
