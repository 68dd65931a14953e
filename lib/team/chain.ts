import { err, ok, type Result } from '../domain/result.ts';
import { byCode } from './bytes.ts';
import { apply, noTeam } from './chain-apply.ts';
import { type Entry, readEntry } from './chain-entry.ts';
import { byPlace, foldEntries } from './chain-fold.ts';
import { type NotAllowed, refusedBy } from './chain-rights.ts';
import type { Fault } from './fault.ts';
import { teamIdOf } from './root-key.ts';
import { isSigned } from './sign.ts';
import type { Place, TeamState } from './team-state.ts';

/**
 * Why an entry is not taken. `unknown-prev`: it may be once those are here. All others are for good.
 * `not-allowed`: signed by whom it names, who may not do this where it stands. `other-team`, `root`: not this team's.
 */
export type ChainFault =
  | Fault
  | { readonly kind: 'other-team' | 'root' | 'n' }
  | { readonly kind: 'unknown-prev'; readonly missing: readonly string[] }
  | { readonly kind: 'not-allowed'; readonly why: NotAllowed; readonly by: string };

export interface Added {
  readonly entry: Entry;
  readonly known: boolean;
  /** Hashes of entries that were made without knowing of this one, nor this one of them. */
  readonly beside: readonly string[];
}

export interface Chain {
  readonly team: string;
  add(piece: Uint8Array): Promise<Result<Added, ChainFault>>;
  entry(hash: string): Entry | undefined;
  /** In the order of places. */
  entries(): readonly Entry[];
  /** What no entry follows yet, in order; several after a fork. */
  heads(): readonly string[];
  /** The state under these heads; undefined while one of them is not here. */
  stateAt(heads: readonly string[]): TeamState | undefined;
  state(): TeamState;
  /** Whether one of `heads` is `hash`, or came after it. */
  includes(heads: readonly string[], hash: string): boolean;
}

/** States that are kept; others are made again from the nearest. */
const KEPT = 256;

export function openChain(team: string): Chain {
  const entries = new Map<string, Entry>();
  const followed = new Set<string>();
  const states = new Map<string, TeamState>();

  /** Walks back no further than the place of what is looked for. */
  function includes(heads: readonly string[], hash: string): boolean {
    const least = entries.get(hash)?.n;
    if (least === undefined) return false;
    const [open, seen] = [[...heads], new Set<string>()];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      if (at === hash) return true;
      const entry = entries.get(at);
      if (!entry || seen.has(at) || entry.n <= least) continue;
      seen.add(at);
      open.push(...entry.prev);
    }
    return false;
  }
  const concurrent = (a: Place, b: Place): boolean =>
    a.hash !== b.hash && !includes([a.hash], b.hash) && !includes([b.hash], a.hash);

  function under(heads: readonly string[]): readonly Entry[] {
    const [open, seen] = [[...heads], new Map<string, Entry>()];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      const entry = entries.get(at);
      if (!entry || seen.has(at)) continue;
      seen.set(at, entry);
      open.push(...entry.prev);
    }
    return [...seen.values()];
  }

  /** One head: nothing is beside it among what it follows, so that it is simply applied. Several: the whole is folded. */
  function stateAt(heads: readonly string[]): TeamState | undefined {
    const line: Entry[] = [];
    let at = heads;
    let state = known(at);
    while (!state) {
      const [head] = at;
      const entry = at.length === 1 && head !== undefined ? entries.get(head) : undefined;
      if (at.some((hash) => !entries.has(hash))) return undefined;
      if (!entry) {
        state = foldEntries(team, under(at), concurrent, (one) => stateAt(one.prev) ?? noTeam(team));
        keep(at, state);
        break;
      }
      line.push(entry);
      at = entry.prev;
      state = known(at);
    }
    for (const entry of line.toReversed()) {
      state = apply(state, entry, concurrent);
      keep([entry.hash], state);
    }
    return state;
  }
  const known = (heads: readonly string[]): TeamState | undefined =>
    heads.length === 0 ? noTeam(team) : states.get(heads.join());
  function keep(heads: readonly string[], state: TeamState): void {
    const [oldest] = states.keys();
    if (states.size >= KEPT && oldest !== undefined) states.delete(oldest);
    states.set(heads.join(), state);
  }

  async function faultOf(entry: Entry): Promise<ChainFault | undefined> {
    const before = stateAt(entry.prev) ?? noTeam(team);
    if (entry.team !== team) return { kind: 'other-team' };
    const { act, by, signed } = entry;
    if (act.kind === 'create' && ((await teamIdOf(act.root)) !== team || by !== 'root')) return { kind: 'root' };
    const root = act.kind === 'create' ? act.root : before.root;
    const key = by === 'root' ? root : before.devices.get(by)?.sign;
    if (key === undefined) return { kind: 'not-allowed', why: 'author', by };
    if (!(await isSigned('chain', signed.body, signed.signature, key))) return { kind: 'forged' };
    const n = entry.prev.reduce((most, hash) => Math.max(most, (entries.get(hash)?.n ?? 0) + 1), 0);
    if (
      entry.n !== n ||
      entry.prev.some((one) =>
        includes(
          entry.prev.filter((other) => other !== one),
          one,
        ),
      )
    )
      return { kind: 'n' };
    const why = act.kind === 'create' ? undefined : refusedBy(before, entry);
    return why === undefined ? undefined : { kind: 'not-allowed', why, by };
  }

  const heads = (): readonly string[] => [...entries.keys()].filter((hash) => !followed.has(hash)).toSorted(byCode);
  return {
    team,
    entry: (hash) => entries.get(hash),
    entries: () => [...entries.values()].toSorted(byPlace),
    heads,
    stateAt,
    state: () => stateAt(heads()) ?? noTeam(team),
    includes,
    async add(piece) {
      const read = await readEntry(piece);
      if (!read.ok) return read;
      const entry = read.value;
      if (entries.has(entry.hash)) return ok({ entry, known: true, beside: [] });
      const missing = entry.prev.filter((hash) => !entries.has(hash));
      if (missing.length > 0) return err({ kind: 'unknown-prev', missing });
      const fault = await faultOf(entry);
      if (fault) return err(fault);
      entries.set(entry.hash, entry);
      for (const hash of entry.prev) followed.add(hash);
      const beside = heads().filter((hash) => hash !== entry.hash);
      return ok({ entry, known: false, beside });
    },
  };
}
