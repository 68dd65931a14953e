import type { Bytes } from './bytes.ts';
import { type DeviceKeys, withoutBoxKeys } from './device-keys.ts';
import type { Beat } from './heartbeat.ts';
import type { EpochSecrets } from './key-ring.ts';
import type { Surviving } from './page.ts';
import type { SignKeys } from './sign.ts';
import { signedCbor } from './signed.ts';
import { devicesOf, type TeamState } from './team-state.ts';

/*
 * Erased for everybody: the ops of a person leave the pages, the pages are sealed under a new epoch, and every device
 * destroys the key of the old one, so that no old copy anywhere opens again. A device confirms by its signed heartbeat.
 */

/** What goes into the next pages: of an erased person the erasure alone, whoever says what of them. */
export function withoutErased(
  all: readonly Surviving[],
  erased: ReadonlyMap<string, { readonly op: string }>,
): readonly Surviving[] {
  return all.filter(({ subject, id }) => (erased.get(subject)?.op ?? id) === id);
}

/** Places of the tail in which such a person lies: deleted at the relay once a co-signed snapshot covers them. */
export const placesOf = (all: readonly Surviving[], subjects: ReadonlySet<string>): readonly string[] => [
  ...new Set(all.filter(({ subject }) => subjects.has(subject)).map(({ device, dseq }) => `${device}/${dseq}`)),
];

/**
 * What is left of an epoch once the new snapshot is held: the keys of tokens, by which the erased are known again. The key
 * goes, and the pair for boxes by which it came, which could open an old box that a relay still has.
 */
export function destroyEpoch(
  secrets: EpochSecrets,
  device: DeviceKeys,
): { readonly secrets: EpochSecrets; readonly device: DeviceKeys } {
  const { key: _, via, ...left } = secrets;
  return { secrets: left, device: via === undefined ? device : withoutBoxKeys(device, new Set([via])) };
}

export interface Confirmation {
  readonly device: string;
  readonly member: string;
  /** It holds this snapshot or a later one, and has destroyed what was before. */
  readonly confirmed: boolean;
  /** Time of its newest heartbeat, ms; undefined: never heard of. */
  readonly lastSeen?: number;
}

/** Who has confirmed the snapshot of this epoch, by what they signed; `own` is the device that asks. */
export function confirmations(
  state: TeamState,
  { scope, epoch }: { readonly scope: string; readonly epoch: number },
  beats: ReadonlyMap<string, Beat>,
): readonly Confirmation[] {
  return [...devicesOf(state, scope).keys()].map((device) => {
    const beat = beats.get(device);
    const confirmed = (beat?.snaps ?? []).some((snap) => snap.scope === scope && snap.epoch >= epoch && snap.gone);
    const member = state.devices.get(device)?.member ?? '';
    return { device, member, confirmed, ...(beat ? { lastSeen: beat.at } : {}) };
  });
}

const DAY = 86_400_000;
/** Unconfirmed for so long, a device is offered to be removed. */
export const PATIENCE_DAYS = 30;
export const overdue = (all: readonly Confirmation[], erasedAt: number, now: number): readonly Confirmation[] =>
  now - erasedAt < PATIENCE_DAYS * DAY ? [] : all.filter(({ confirmed }) => !confirmed);

/** Facts without personal data. `relay`: whether the sealed bytes are gone there for certain. */
export interface ErasureFacts {
  readonly team: string;
  readonly scope: string;
  readonly epoch: number;
  readonly manifest: string;
  readonly at: number;
  readonly people: number;
  readonly tokens: number;
  readonly confirmed: readonly string[];
  readonly pending: readonly string[];
  readonly relay: 'gone' | 'pending';
}

/** The certificate: canonical, and signed by the device of the admin. */
export const certifyErasure = (facts: ErasureFacts, keys: SignKeys): Promise<Bytes> =>
  signedCbor('certificate', { v: 1, ...facts }, keys);
