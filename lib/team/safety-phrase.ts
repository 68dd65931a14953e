import { concat, fromHex, utf8 } from './bytes.ts';
import { label } from './hash.ts';
import { WORDS } from './words-of-keys.ts';

/** Whose keys they are, and for which team and invitation: both sides know all of it before they compare. */
export interface Joining {
  readonly team: string;
  readonly invite: string;
  readonly signKey: string;
  readonly boxKey: string;
}

const PHRASE_WORDS = 6;
/** Work that each try costs who looks for other keys with the same words: about 18 bits on top of 48. */
const ROUNDS = 200_000;

/**
 * Six words that two people read to each other. 6 × 8 = 48 bits, and PBKDF2 (RFC 8018) with 200,000 rounds before each
 * guess: other keys with the same words cost about 2^66 hashes, and the request must be signed by the invitation as well.
 */
export async function safetyPhrase({ team, invite, signKey, boxKey }: Joining): Promise<readonly string[]> {
  const keys = concat(fromHex(team), fromHex(invite), fromHex(signKey), fromHex(boxKey));
  const base = await crypto.subtle.importKey('raw', keys, 'PBKDF2', false, ['deriveBits']);
  const salt = concat(label('phrase'), utf8(team));
  const bits = await crypto.subtle.deriveBits(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: ROUNDS },
    base,
    PHRASE_WORDS * 8,
  );
  return [...new Uint8Array(bits)].map((byte) => WORDS[byte] ?? '');
}
