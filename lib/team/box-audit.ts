import { authorFault, type Box } from './key-box.ts';
import { devicesOf, memberOf, type TeamState } from './team-state.ts';

/**
 * - `missing`: a device of a member has no box, or one to a key that it has not published. `box`: the key to seal to.
 * - `extra`: for a device that is not of a member of the scope, or was removed.
 * - `swapped`: made by somebody who may make none, or not signed by who it names.
 */
export type BoxFinding =
  | { readonly kind: 'missing'; readonly device: string; readonly withKey: boolean; readonly box: string }
  | { readonly kind: 'extra' | 'swapped'; readonly device: string; readonly by: string };

/**
 * Whether the boxes of one epoch are for exactly the members. `published`: the keys that each device has ever signed for,
 * newest first. A box to any of these is good: whether it holds the right key is seen by who opens it.
 */
export async function auditBoxes(
  state: TeamState,
  scope: string,
  boxes: readonly Box[],
  published: ReadonlyMap<string, readonly string[]>,
): Promise<readonly BoxFinding[]> {
  const entitled = devicesOf(state, scope);
  const findings: BoxFinding[] = [];
  const served = new Set<string>();
  for (const box of boxes) {
    const { device, by } = box;
    if (await authorFault(box, state)) findings.push({ kind: 'swapped', device, by });
    // Of an older epoch it was theirs when it was made.
    else if (!entitled.has(device) && !wasFor(state, box)) findings.push({ kind: 'extra', device, by });
    else if (keysOf(state, device, published).includes(box.box)) served.add(device);
  }
  for (const [device, { key }] of entitled) {
    const [newest] = keysOf(state, device, published);
    if (!served.has(device) && newest !== undefined)
      findings.push({ kind: 'missing', device, withKey: key, box: newest });
  }
  return findings;
}

/**
 * Given when the epoch began, or later to one who came in then: they went, or another list of rights was set for them, after
 * it had begun. What an admin gives of an older epoch to a member whose rights changed since is taken for the latter.
 */
function wasFor(state: TeamState, { scope, epoch, device }: Box): boolean {
  const keys = state.scopes.get(scope)?.epochs.get(epoch) ?? [];
  if (keys.some(({ devices }) => devices.has(device))) return true;
  const [known, member] = [state.devices.get(device), memberOf(state, device)];
  if (!known || !member) return false;
  const gone = known.removed ?? member.removed;
  const lost = gone ? member.scopes.has(scope) && gone : member.setBy;
  return lost !== false && keys.some(({ place }) => place.n < lost.n) && !keys.some(({ place }) => place.n >= lost.n);
}

const keysOf = (
  state: TeamState,
  device: string,
  published: ReadonlyMap<string, readonly string[]>,
): readonly string[] => {
  const first = state.devices.get(device)?.box;
  return [...(published.get(device) ?? []), ...(first === undefined ? [] : [first])];
};
