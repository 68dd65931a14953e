import { type Bytes, fromHex, randomBytes, toHex } from './bytes.ts';
import { encodeCbor } from './cbor.ts';
import { label, sha256 } from './hash.ts';
import { type Device, type EpochKey, type Member, newestEpoch, type TeamState } from './team-state.ts';

/** What a device holds of one epoch of one scope. */
export interface EpochSecrets {
  /** Opens ops and manifests; checkers have none. */
  readonly key?: Bytes;
  /** Makes blind tokens of addresses: "may I write to them?" without seeing anybody. */
  readonly token: Bytes;
  /** Keys of suppression tokens, oldest first: each epoch nests one more (`suppression.ts`). */
  readonly sup: readonly Bytes[];
  /** Public part of the pair that its box came by. */
  readonly via?: string;
}

/** What the chain says of a key, so that every device knows that it holds the same: hashes of random keys tell nothing. */
export async function commitTo(
  scope: string,
  epoch: number,
  { key, token, sup }: EpochSecrets,
): Promise<{ readonly key: string | undefined; readonly token: string }> {
  const hash = await sha256();
  const of = (what: string, value: unknown): string =>
    toHex(hash(label(what), encodeCbor([fromHex(scope), epoch, value])));
  return { key: key && of('epoch-key', key), token: of('epoch-token', [token, sup]) };
}

const MOST_NESTED = 20;

/** A new epoch after those before; at twenty nestings the keys of tokens stay as they are. */
export const nextSecrets = (before: EpochSecrets | undefined): EpochSecrets & { readonly key: Bytes } => ({
  key: randomBytes(32),
  token: randomBytes(32),
  sup: (before?.sup.length ?? 0) < MOST_NESTED ? [...(before?.sup ?? []), randomBytes(32)] : (before?.sup ?? []),
});

/** The key of the chain that these secrets are; undefined where they are none of it. */
export async function matching(
  state: TeamState,
  scope: string,
  epoch: number,
  secrets: EpochSecrets,
): Promise<EpochKey | undefined> {
  const own = await commitTo(scope, epoch, secrets);
  const all = state.scopes.get(scope)?.epochs.get(epoch) ?? [];
  return all.find(({ key, token }) => token === own.token && (own.key === undefined || key === own.key));
}

const DAY = 86_400_000;
export const EPOCH_DAYS = 90;

/**
 * Why a scope needs a new key now; undefined: it does not. `removed`: somebody who was given the newest key is no longer
 * to have it. `fork`: two keys were made for one epoch. `now` in ms.
 */
export function rotationDue(
  state: TeamState,
  scope: string,
  now: number,
  entitled: ReadonlyMap<string, unknown>,
): 'begun' | 'removed' | 'fork' | 'age' | undefined {
  const known = state.scopes.get(scope);
  const keys = known?.epochs.get(newestEpoch(known)) ?? [];
  const [first] = keys;
  if (!known || !first) return 'begun';
  if (keys.some(({ devices }) => [...devices].some((device) => !entitled.has(device)))) return 'removed';
  // Who came in later than the key got it all the same, and may have left by their own word, which makes no new one.
  const went = (device: Device, member: Member | undefined): boolean =>
    member?.scopes.has(scope) === true && ((device.removed ?? member.removed)?.n ?? -1) > first.place.n;
  if ([...state.devices.values()].some((device) => went(device, state.members.get(device.member)))) return 'removed';
  if (keys.length > 1) return 'fork';
  return now - first.at >= EPOCH_DAYS * DAY ? 'age' : undefined;
}
