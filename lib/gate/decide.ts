import { holds } from '../domain/verdict.ts';
import type { SendIntent } from '../surfaces/surface.ts';
import type { Gate } from './context.ts';
import { type Desk, type Reading, readForSend } from './desk.ts';
import { isApproved, isClearFor } from './timing.ts';
import { tokenFor } from './token.ts';

/**
 * `pass`: untouched. `swallow`: stopped, and already being answered for. `hold`: stopped, and now to be answered for.
 * `spend`: passes on an approval that ends with it.
 */
export type Decision = { readonly kind: 'pass' | 'spend' | 'hold' | 'swallow'; readonly reading: Reading };

export function decide(gate: Gate, desk: Desk, intent: SendIntent, event: Event): Decision {
  const reading = readForSend(desk, intent);
  const as = (kind: Decision['kind']): Decision => ({ kind, reading });
  if (desk.hold) {
    if (desk.hold.stands()) return as('swallow');
    // The page took the warning away: the press is checked anew, as if there had been none.
    desk.hold.end();
  }
  if (intent.how === 'confirm' && isApproved(gate, desk, reading)) {
    const control = intent.control ?? event.target;
    return as(control && desk.confirmed.has(control) ? 'swallow' : 'spend');
  }
  if (desk.inFlight) return as(isLateSubmit(gate, desk, reading, event) ? 'pass' : 'swallow');
  if (desk.pressAgain === reading.digest) return as('spend');
  // A verdict from before an update is no verdict: who could say that the ledger still stands as it did?
  const clear = gate.options.isAlive() && isClearFor(gate, desk, reading);
  return as(clear ? 'pass' : 'hold');
}

/** A page may hand its form in a moment after the press: that belongs to the replay, once. */
function isLateSubmit(gate: Gate, desk: Desk, reading: Reading, event: Event): boolean {
  const token = gate.token;
  if (event.type !== 'submit' || token?.desk !== desk || token.digest !== reading.digest || Date.now() > token.until)
    return false;
  gate.token = undefined;
  return true;
}

/** What passes on an approval takes it along; the page's own dialog may ask more than once, by one button each. */
export function spend(gate: Gate, desk: Desk, reading: Reading, intent: SendIntent, event: Event): void {
  desk.pressAgain = undefined;
  // Its form may be handed in by this press, a moment later.
  gate.token = tokenFor(desk, reading, false);
  if (intent.how === 'confirm') {
    const control = intent.control ?? event.target;
    if (control) desk.confirmed.add(control);
  }
  desk.inFlight = intent.how !== 'schedule';
}

/** The guard itself failed here. A violation that is known stays closed; else the message goes, and that is said. */
export const staysClosed = (desk: Desk | undefined): boolean =>
  desk !== undefined &&
  (desk.hold !== undefined || desk.inFlight || (desk.judged !== undefined && holds(desk.judged.summary.tier)));
