import type { Attempt, Faulted, Unfolded } from '@/components/warning/view.ts';
import type { ToWarning } from '@/lib/bus/warning-port.ts';
import type { OverrideReason, Purpose } from '@/lib/domain/enums.ts';
import { never } from '@/lib/domain/result.ts';
import { type Finding, holds, type Verdict } from '@/lib/domain/verdict.ts';
import { isReading, type WarningState } from './state.ts';

export type Event =
  | { readonly kind: 'port'; readonly message: ToWarning }
  | { readonly kind: 'answered'; readonly round: number; readonly verdict: Verdict }
  | { readonly kind: 'lost'; readonly round: number }
  | { readonly kind: 'again' }
  | { readonly kind: 'purpose'; readonly purpose: Purpose }
  | { readonly kind: 'fixing'; readonly attempt: Attempt }
  | { readonly kind: 'by-hand'; readonly attempt: Attempt }
  | { readonly kind: 'unfold'; readonly what: Unfolded | undefined }
  | { readonly kind: 'reason'; readonly reason: OverrideReason }
  | { readonly kind: 'note'; readonly note: string }
  | { readonly kind: 'recorded' }
  | { readonly kind: 'not-useful' }
  | { readonly kind: 'faulted'; readonly said: Faulted }
  | { readonly kind: 'covered'; readonly covered: boolean }
  | { readonly kind: 'released' };

/** Pure: what the warning is after an event. A higher `round` means that the background is to be asked. */
export function step(state: WarningState, event: Event): WarningState {
  switch (event.kind) {
    case 'port':
      return fromGuard(state, event.message);
    case 'answered':
      return event.round === state.round ? answered(state, event.verdict) : state;
    case 'lost':
      return event.round === state.round ? { ...state, check: { kind: 'unreachable' }, busy: undefined } : state;
    case 'again':
      return askAgain(state);
    case 'purpose':
      return askAgain({ ...state, purpose: event.purpose });
    case 'fixing':
      return { ...state, busy: event.attempt, unfolded: undefined };
    case 'by-hand':
      return byHand(state, event.attempt);
    case 'unfold':
      return { ...state, unfolded: event.what };
    case 'reason':
      return { ...state, reason: event.reason };
    case 'note':
      return { ...state, note: event.note };
    case 'recorded':
      return askAgain({ ...state, recorded: true, unfolded: isFix(state.unfolded) ? undefined : state.unfolded });
    case 'not-useful':
      return { ...state, notUseful: true };
    case 'faulted':
      return { ...state, faulted: [...state.faulted, event.said] };
    case 'covered':
      return { ...state, covered: event.covered };
    case 'released':
      return { ...state, end: 'released' };
    default:
      return never(event);
  }
}

const isFix = (what: Unfolded | undefined): boolean => what?.kind === 'fix';

function fromGuard(state: WarningState, message: ToWarning): WarningState {
  switch (message.kind) {
    case 'held':
      return judged({ ...state, held: message, draft: message.draft, purpose: message.draft.purpose });
    case 'draft':
      // Also the answer to a release that was refused: the message had changed meanwhile.
      return judged({ ...state, draft: message.draft, end: undefined });
    case 'fixed': {
      const { busy } = state;
      if (message.done || !busy) return { ...state, busy: undefined };
      return byHand({ ...state, busy: undefined }, busy);
    }
    default:
      return never(message);
  }
}

/** While a file is being read nothing is asked: the answer would be about a message without it. */
const judged = (state: WarningState): WarningState => (isReading(state) ? state : askAgain(state));

function askAgain(state: WarningState): WarningState {
  const check = state.check.kind === 'known' ? { ...state.check, fresh: false } : ({ kind: 'asking' } as const);
  return { ...state, check, round: state.round + 1 };
}

const byHand = (state: WarningState, attempt: Attempt): WarningState => ({
  ...state,
  unfolded: undefined,
  byHand: [...state.byHand.filter((each) => !isSame(each.finding, attempt.finding)), attempt],
});

function answered(state: WarningState, verdict: Verdict): WarningState {
  const before = state.check.kind === 'known' ? state.check.verdict.findings : [];
  const holding = verdict.findings.filter((finding) => holds(finding.tier));
  const stillHeld = (finding: Finding): boolean => holding.some((each) => isSame(each, finding));
  const gone = before.filter((finding) => holds(finding.tier) && !stillHeld(finding));
  const settled = [...state.settled.filter((each) => !gone.some((other) => isSame(each, other))), ...gone];
  const open = state.unfolded;
  return {
    ...state,
    check: { kind: 'known', verdict, fresh: true },
    settled: settled.filter((finding) => !stillHeld(finding)),
    byHand: state.byHand.filter(({ finding }) => stillHeld(finding)),
    unfolded: open?.kind === 'fix' && !verdict.findings.some((each) => isSame(each, open.finding)) ? undefined : open,
  };
}

/** The same thing said of the same people; fewer of them are still the same finding. */
export function isSame(a: Finding, b: Finding): boolean {
  if (a.rule !== b.rule || a.file !== b.file) return false;
  if (a.subjects.length > 0 || b.subjects.length > 0)
    return a.subjects.some((one) => b.subjects.some((other) => one.address === other.address));
  return samePlaces(a, b);
}

const samePlaces = (a: Finding, b: Finding): boolean =>
  a.places.length === 0 || b.places.length === 0 || a.places.some((p) => b.places.some((q) => p.words === q.words));
