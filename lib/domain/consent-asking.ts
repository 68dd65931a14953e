import { type ConsentClock, nextSteps } from './consent-clock.ts';
import type { Scope, StateFor } from './consent-state.ts';
import { contactability } from './contactability.ts';
import { epoch } from './instant.ts';
import type { Instant, PersonState } from './person.ts';

/** Whether a person may be asked for consent to one purpose on one channel now, and what is to be done instead. */
export type Asking =
  /** `again`: they were asked, or had agreed, before. */
  | { readonly kind: 'ask'; readonly again: boolean }
  /** "Do not contact" stands, or they withdrew: only they can begin again. */
  | { readonly kind: 'stopped'; readonly why: 'suppressed' | 'withdrawn'; readonly since: Instant }
  | { readonly kind: 'agreed'; readonly since: Instant; readonly until?: Instant }
  /** They refused or put it off: not before `from`. */
  | {
      readonly kind: 'cool-down';
      readonly state: 'refused' | 'request_deferred';
      readonly since: Instant;
      readonly from: Instant;
    }
  /** The question is open, and its one reminder not due yet. */
  | { readonly kind: 'asked'; readonly since: Instant; readonly remindFrom: Instant; readonly ends?: Instant }
  | { readonly kind: 'remind'; readonly since: Instant; readonly ends?: Instant }
  /** Reminded once: silence is no consent, and no third message follows. */
  | { readonly kind: 'silent'; readonly since: Instant; readonly ends?: Instant };

/**
 * By the transition table (domain.md §4.3) over every record that covers the question, the strictest first; a suppression
 * in scope stands before them all. It says `ask` only where an event `requested` would be taken.
 */
export function askingFor(state: PersonState, scope: Scope, now: Instant): Asking {
  const { answer, because } = contactability([state], { ...scope, at: now });
  const suppressed = because.find((one) => one.kind === 'suppression');
  if (answer === 'block' && suppressed)
    return { kind: 'stopped', why: 'suppressed', since: suppressed.suppression.since };
  const clocks = state.records
    .map((record) => nextSteps(record, scope, now, state.contacts))
    .filter(({ found }) => found.state !== 'none');
  const at = (...states: readonly StateFor['state'][]): ConsentClock | undefined =>
    clocks.find(({ found }) => states.includes(found.state));
  const withdrawn = at('withdrawn');
  if (withdrawn) return { kind: 'stopped', why: 'withdrawn', since: sinceOf(withdrawn, now) };
  const refused = at('refused');
  const agreed = refused ? undefined : at('given', 'renewed');
  if (agreed) {
    const { validUntil: until } = agreed.found;
    return { kind: 'agreed', since: sinceOf(agreed, now), ...(until ? { until } : {}) };
  }
  const open = refused ? undefined : at('requested');
  if (open) return waiting(open, now);
  // A record that would not take the question yet holds it back for all.
  const [latest] = clocks
    .flatMap((clock) => {
      const step = clock.steps.find(({ step: to }) => to === 'requested');
      return step && !step.open && step.from !== undefined ? [{ clock, from: step.from }] : [];
    })
    .toSorted((a, b) => epoch(b.from) - epoch(a.from));
  if (!latest) return { kind: 'ask', again: clocks.some(({ found }) => found.state !== 'unknown') };
  const kept = latest.clock.found.state === 'refused' ? 'refused' : 'request_deferred';
  return { kind: 'cool-down', state: kept, since: sinceOf(latest.clock, now), from: latest.from };
}

function waiting(clock: ConsentClock, now: Instant): Asking {
  const since = sinceOf(clock, now);
  const ends = clock.ends ? { ends: clock.ends } : {};
  const reminder = clock.steps.find(({ step }) => step === 'reminder');
  if (!reminder) return { kind: 'silent', since, ...ends };
  if (reminder.open || reminder.from === undefined) return { kind: 'remind', since, ...ends };
  return { kind: 'asked', since, remindFrom: reminder.from, ...ends };
}

const sinceOf = ({ found }: ConsentClock, now: Instant): Instant => found.since ?? now;
