import { compositionEnded, isKey, targetOf } from '../surfaces/events.ts';
import type { Surface } from '../surfaces/surface.ts';
import type { Gate } from './context.ts';
import { createDesks, type Desk, forgetApprovals, readNow } from './desk.ts';
import { createPace } from './follow.ts';
import { GESTURES } from './gestures.ts';
import { look } from './hold.ts';
import { createJudging } from './judging.ts';
import { takeOver } from './latch.ts';
import type { GateOptions } from './options.ts';
import { createPresses } from './press.ts';
import { createSeal } from './seal.ts';
import { createBoxes } from './warning-box.ts';
import { follow } from './watching.ts';

/**
 * The gate stands between a person's press and the page. It knows no site (surfaces do), no rule (the background does)
 * and no ledger.
 *
 * 1. A press is judged by what stands in the message at that moment. Only a verdict below T2 for exactly this text,
 *    against the newest ledger, lets it pass, and then its own event is not touched at all.
 * 2. Everything else is stopped at window capture, in all its events, whoever made them: trust is never looked at to
 *    stop. Only our own token passes, for one message as it was released, once.
 * 3. While a message waits or is on its way, nothing else of it leaves. Nothing is ever tried twice: if the page does
 *    not act, the user presses again.
 * 4. An approval ends with an edit, a change of recipients, a send that was seen, and the message's own end.
 * 5. What cannot be read or asked is said. A failure of the gate itself opens, with a mark, unless a finding is known.
 * 6. The page gets a bare element with a closed inside: no word, no state, no name.
 */
export function startGate(options: GateOptions): void {
  const { window, surfaces } = options;
  const signal = takeOver(window, options.isAlive, options.signal);
  const gate: Gate = {
    options,
    signal,
    desks: createDesks(),
    judging: createJudging({ ask: options.ask, signal }),
    seal: createSeal(window, (desk) => void look(gate, desk), signal),
    boxes: createBoxes(options, signal),
  };
  const here = (): readonly Surface[] =>
    surfaces.filter((surface) => surface.applies(window.location, window.document));
  const paced = createPace((desk) => void follow(gate, desk), signal);
  const onPress = createPresses(gate, here);
  const on = (types: readonly string[], listener: (event: Event) => void, passive: boolean): void => {
    for (const type of types) window.addEventListener(type, listener, { capture: true, passive, signal });
  };

  on(GESTURES, onPress, false);
  on(['compositionend'], compositionEnded, true);
  on(
    ['focusin', 'input', 'change', 'drop', 'click', 'keyup'],
    (event) => {
      const desk = deskAt(gate, here(), event);
      if (!desk) return;
      if (event.type === 'input' && !gate.token?.replaying) edited(gate, desk);
      paced(desk);
    },
    true,
  );
  on(
    ['keydown'],
    (event) => {
      if (!isShortcut(event)) return;
      const desk = deskAt(gate, here(), event) ?? gate.desks.open().at(-1);
      if (desk) void look(gate, desk);
    },
    true,
  );

  options.onRevision((revision) => {
    gate.judging.changed(revision);
    for (const desk of gate.desks.open()) paced(desk);
  }, signal);
  whenReady(window.document, signal, () => {
    const surface = here()[0];
    if (!surface || window.top !== window) return;
    void options
      .ask('hello', { surface: surface.id, problems: [], boxes: 0 })
      .then((answer) => answer.ok && gate.judging.changed(answer.value.revision));
  });
}

function deskAt(gate: Gate, surfaces: readonly Surface[], event: Event): Desk | undefined {
  const target = targetOf(event);
  if (!target) return undefined;
  for (const surface of surfaces) {
    const composer = surface.composerAt(target);
    if (composer) return gate.desks.of(surface, composer);
  }
  return undefined;
}

function edited(gate: Gate, desk: Desk): void {
  // Compared by content: a page also tells "input" when it turns typed text into a chip.
  if (desk.approved === undefined && desk.pressAgain === undefined) return;
  const { digest } = readNow(desk);
  if (desk.approved !== undefined && desk.approved !== digest) forgetApprovals(desk);
  if (gate.token?.desk === desk && gate.token.digest !== digest) gate.token = undefined;
}

/** By `code`: with Alt, a keyboard may give any letter. The browser's own command comes first where it is set. */
const isShortcut = (event: Event): boolean =>
  isKey(event) &&
  event.isTrusted &&
  event.altKey &&
  event.shiftKey &&
  event.code === 'KeyI' &&
  !event.ctrlKey &&
  !event.metaKey;

function whenReady(document: Document, signal: AbortSignal, run: () => void): void {
  if (document.readyState !== 'loading') run();
  else document.addEventListener('DOMContentLoaded', run, { once: true, signal });
}
