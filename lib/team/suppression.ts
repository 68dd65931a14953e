import { type Bytes, fromHex, toHex, utf8 } from './bytes.ts';
import { hmacSha256, type Mac } from './hash.ts';

/*
 * What is left of somebody who was erased: a keyed hash of each of their addresses, so that nobody writes to them again.
 * The address is gone, so that a new key cannot be put in place of the old: it is put around it, t' = HMAC(k_new, t). Whoever
 * asks computes HMAC(k_n, … HMAC(k_1, scope ‖ normalised address)). Who holds the keys can test a guessed address.
 */

/** The macs of one epoch, oldest first: made once, asked often. */
export const suppressionMacs = (sup: readonly Bytes[]): Promise<readonly Mac[]> => Promise.all(sup.map(hmacSha256));

/** The token of a normalised address (`addressKey`) under all keys. Hexadecimal. */
export const suppressionToken = (macs: readonly Mac[], scope: string, address: string): string =>
  toHex(macs.reduce((text: Uint8Array, mac) => mac(text), utf8(`${scope}\u0000${address}`)));

/** Tokens made under the first `known` of these keys, as they are under all of them. */
export const nested = (macs: readonly Mac[], known: number, tokens: readonly string[]): readonly string[] =>
  tokens.map((token) => toHex(macs.slice(known).reduce((text: Bytes, mac) => mac(text), fromHex(token))));
