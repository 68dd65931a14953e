import { byCode } from './bytes.ts';
import { apply, type Concurrent, noTeam } from './chain-apply.ts';
import type { Act, Entry } from './chain-entry.ts';
import { refusedBy } from './chain-rights.ts';
import type { Place, TeamState } from './team-state.ts';

/*
 * What a chain comes to that was made by several at once. A function of the set of entries: order of arrival, duplicates
 * and clocks cannot matter.
 * 1. Whoever takes rights away is heard first, the senior before the junior: of two who remove each other the senior stands.
 * 2. What the removed did without knowing of it does not count.
 * 3. All that is left is applied by (n, hash), as far as it may still stand there.
 */
export const byPlace = (a: Place, b: Place): number => a.n - b.n || byCode(a.hash, b.hash);

/** `own`: the state that each entry was made under. */
export function foldEntries(
  team: string,
  entries: readonly Entry[],
  concurrent: Concurrent,
  own: (entry: Entry) => TeamState,
): TeamState {
  const inOrder = entries.toSorted(byPlace);
  const voided = overruled(inOrder, concurrent, own);
  let state = noTeam(team);
  for (const entry of inOrder) {
    if (voided.has(entry.hash)) continue;
    // Two beginnings by one root key: the first by place is the team, and nothing of the other stands in it.
    const begins = entry.act.kind === 'create';
    if (begins ? state.root !== '' : refusedWhenMerged(state, entry, concurrent)) continue;
    state = apply(state, entry, concurrent);
  }
  return state;
}

/**
 * Two rotations that did not know of each other are two keys of one epoch. Of two removals that did not know of each
 * other both count, so that the earlier end of a log is known whichever is applied first.
 */
function refusedWhenMerged(state: TeamState, entry: Entry, concurrent: Concurrent): boolean {
  const why = refusedBy(state, entry);
  const { act } = entry;
  if (why === 'gone' && takes(entry)) {
    const device = act.kind === 'remove' ? state.devices.get(act.device ?? '') : undefined;
    const gone = [state.members.get(entry.act.member), device];
    return !gone.some((one) => one?.removed && concurrent(one.removed, entry));
  }
  if (why !== 'epoch' || act.kind !== 'rotate') return why !== undefined;
  const beside = state.scopes.get(act.scope)?.epochs.get(act.epoch) ?? [];
  return !beside.some(({ place }) => concurrent(place, entry));
}

type Taking = Entry & { readonly act: Extract<Act, { readonly kind: 'remove' | 'role' }> };
const takes = (entry: Entry): entry is Taking => entry.act.kind === 'remove' || entry.act.kind === 'role';

function overruled(
  entries: readonly Entry[],
  concurrent: Concurrent,
  own: (entry: Entry) => TeamState,
): ReadonlySet<string> {
  const voided = new Set<string>();
  const settled = new Set<string>();
  const senior = (entry: Entry): Place | undefined => seniority(entry, own(entry));
  const taking = entries
    .filter(takes)
    .map((entry) => ({ entry, since: senior(entry) }))
    .toSorted((a, b) => bySeniority(a.since, b.since) || byPlace(a.entry, b.entry));
  for (const { entry } of taking) {
    if (voided.has(entry.hash)) continue;
    settled.add(entry.hash);
    for (const other of entries)
      if (!settled.has(other.hash) && concurrent(other, entry) && concerns(entry, other, own(other)))
        voided.add(other.hash);
  }
  return voided;
}

/** The root key is before everybody, an owner before an admin of the same day. */
const seniority = ({ by }: Entry, state: TeamState): Place | undefined => {
  const device = state.devices.get(by);
  const member = device && state.members.get(device.member);
  if (by === 'root' || member?.role === 'owner') return undefined;
  return member?.since;
};
const bySeniority = (a: Place | undefined, b: Place | undefined): number =>
  a && b ? byPlace(a, b) : Number(a !== undefined) - Number(b !== undefined);

/** Whether the author of `other` is whom `taking` takes from. */
function concerns({ act }: Taking, other: Entry, state: TeamState): boolean {
  const device = state.devices.get(other.by);
  if (!device || device.member !== act.member) return false;
  return act.kind === 'role' || act.device === undefined || act.device === device.id;
}
