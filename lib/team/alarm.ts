/**
 * What is not as it should be, by name. Nothing of it stops the rest: what is good is taken, what is not is told.
 * - of a piece: `malformed`, `too-large`, `mislabelled` (lies under another name), `other-team`
 * - of an author: `forged-author`, `fork` (two pieces for one place in a log), `rollback` (a log, or what its author knew,
 *   went back), `wrong-role`, `after-removal`, `old-epoch`, `wrong-key`, `wrong-space`, `bad-op`
 * - of the chain: `forged-chain`, `chain-fork`
 * - of keys: `swapped-box`, `extra-box`
 * - of the relay: `gap` (a place in a log is missing), `hidden` (a colleague has what it does not give), `reset`
 * - of snapshots: `old-snapshot`, `wrong-compactor`, `damaged-page`
 */
export type AlarmKind =
  | 'malformed'
  | 'too-large'
  | 'mislabelled'
  | 'other-team'
  | 'forged-author'
  | 'fork'
  | 'rollback'
  | 'wrong-role'
  | 'after-removal'
  | 'old-epoch'
  | 'wrong-key'
  | 'wrong-space'
  | 'bad-op'
  | 'forged-chain'
  | 'chain-fork'
  | 'swapped-box'
  | 'extra-box'
  | 'gap'
  | 'hidden'
  | 'reset'
  | 'old-snapshot'
  | 'wrong-compactor'
  | 'damaged-page';

export interface Alarm {
  readonly kind: AlarmKind;
  /** Who did it, as far as a signature or a name says. */
  readonly device?: string;
  readonly scope?: string;
  /** The first thing that is wrong: a field, a reason, a place. */
  readonly detail?: string;
  /** Names of the pieces that show it; the pieces themselves stay in the store. */
  readonly evidence: readonly string[];
}

/** The same finding is one alarm, however often it is met. */
export const alarmId = ({ kind, device = '', scope = '', detail = '', evidence }: Alarm): string =>
  [kind, device, scope, detail, ...evidence].join(' ');
