/**
 * Why bytes were not taken. `at`: the path of the first field that is wrong.
 * - `too-large`: longer than its kind may be; nothing of it was read.
 * - `malformed`: no CBOR, or not of the right shape. `not-canonical`: it could have been written in another way.
 * - `forged`: the signature is not of who it names. `wrong-key`: it does not open under the key that it names.
 */
export interface Fault {
  readonly kind: 'too-large' | 'malformed' | 'not-canonical' | 'forged' | 'wrong-key';
  readonly at?: string;
}

export const fault = (kind: Fault['kind'], at?: string): Fault => (at === undefined ? { kind } : { kind, at });
