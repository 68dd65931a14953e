import type { Attempt, Faulted, Stage, Unfolded, WayOn } from '@/components/warning/view.ts';
import type { ToWarning } from '@/lib/bus/warning-port.ts';
import type { Draft } from '@/lib/domain/draft.ts';
import type { OverrideReason, Purpose } from '@/lib/domain/enums.ts';
import { type Finding, holds, type Verdict } from '@/lib/domain/verdict.ts';

export type Held = Extract<ToWarning, { kind: 'held' }>;
export type Check =
  | { readonly kind: 'asking' }
  | { readonly kind: 'unreachable' }
  /** `fresh`: about the draft as it is now. Only a fresh verdict lets anything go. */
  | { readonly kind: 'known'; readonly verdict: Verdict; readonly fresh: boolean };

export interface WarningState {
  readonly held?: Held;
  readonly draft?: Draft;
  readonly purpose?: Purpose;
  readonly check: Check;
  /** Counts the questions to the background: an answer to an older one is dropped. */
  readonly round: number;
  /** Findings that held and hold no more, in the order in which they went. */
  readonly settled: readonly Finding[];
  readonly busy?: Attempt;
  /** Fixes that the page would not make. */
  readonly byHand: readonly Attempt[];
  /** What was said of single findings, in this warning. */
  readonly faulted: readonly Faulted[];
  readonly unfolded?: Unfolded;
  readonly reason?: OverrideReason;
  readonly note: string;
  /** Evidence was recorded here: "consent received elsewhere" is answered. */
  readonly recorded: boolean;
  readonly notUseful: boolean;
  /** A press did nothing, because something lies over the frame. */
  readonly covered: boolean;
  readonly end?: 'released';
}

export const START: WarningState = {
  check: { kind: 'asking' },
  round: 0,
  settled: [],
  byHand: [],
  faulted: [],
  note: '',
  recorded: false,
  notUseful: false,
  covered: false,
};

export function stageOf(state: WarningState): Stage {
  if (!state.held) return 'waiting';
  if (state.end) return state.end;
  if (isReading(state)) return 'reading';
  if (state.check.kind === 'unreachable') return 'unreachable';
  if (state.check.kind === 'asking') return 'asking';
  if (state.held.why === 'look') return 'looking';
  return holds(state.check.verdict.tier) || !state.check.fresh ? 'holding' : 'clear';
}

/** A send waits for a file that is still being read. */
export const isReading = ({ held, draft }: WarningState): boolean =>
  held?.why === 'send' && draft?.attachments.some(({ state }) => state === 'waiting') === true;

/** The draft as it is judged: with the purpose that was chosen here. */
export const draftOf = ({ draft, purpose }: WarningState): Draft | undefined =>
  draft && purpose ? { ...draft, purpose } : draft;

export const verdictOf = ({ check }: WarningState): Verdict | undefined =>
  check.kind === 'known' ? check.verdict : undefined;

export function wayOn(state: WarningState): WayOn {
  const tier = verdictOf(state)?.tier;
  if (tier === 'T4') return 'none';
  return tier === 'T3' ? 'reason' : 'plain';
}

export const NOTE_AT_LEAST = 10;

/** Whether the reason that was chosen is answered. */
export function reasonStands({ reason, note, recorded }: WarningState): boolean {
  if (reason === undefined) return false;
  if (reason === 'other') return note.trim().length >= NOTE_AT_LEAST;
  return reason !== 'consent_elsewhere' || recorded || note.trim().length >= NOTE_AT_LEAST;
}
