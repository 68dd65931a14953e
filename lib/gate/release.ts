import { answeredBy } from '../domain/answered.ts';
import type { Draft } from '../domain/draft.ts';
import { activeIn, containsDeep } from '../surfaces/deep.ts';
import type { SendIntent } from '../surfaces/surface.ts';
import type { Gate } from './context.ts';
import { type Desk, forgetApprovals, forgetVerdicts, type Reading } from './desk.ts';
import { showNotice } from './notice.ts';
import { type Watched, watchFor, watchOutcome } from './outcome.ts';
import { replay } from './replay.ts';
import { tokenFor } from './token.ts';

/** Lets exactly this message go, once: a token, one replay, and then only watching. */
export function release(gate: Gate, desk: Desk, intent: SendIntent, { draft, digest }: Reading): void {
  forgetApprovals(desk);
  desk.approved = digest;
  const token = tokenFor(desk, { draft, digest }, true);
  // Read before the replay: a page may act on it within the call.
  const watching = watchFor(desk, draft);
  gate.token = token;
  // "Schedule" sends nothing yet: the choice of a time that follows passes by the approval.
  desk.inFlight = intent.how !== 'schedule';
  const began = performance.now();
  let pressed = false;
  try {
    pressed = replay(desk.composer.replay(intent));
  } finally {
    token.replaying = false;
  }
  if (!pressed) askToPress(gate, desk, digest);
  if (!pressed || intent.how === 'schedule') return;
  // A replay that took this long stood in a native dialog of the page, and the user has answered there.
  const answered = performance.now() - began > 400;
  void watch(gate, desk, draft, watching).then((outcome) => {
    if (outcome === 'stayed' && !answered) askToPress(gate, desk, digest);
    else if (outcome !== 'left') desk.pressAgain = digest;
  });
}

/** The user's own event goes its way; what comes of it is only watched. */
export function letPass(gate: Gate, desk: Desk, draft: Draft): void {
  if (!desk.watch) void watch(gate, desk, draft, watchFor(desk, draft));
}

async function watch(
  gate: Gate,
  desk: Desk,
  draft: Draft,
  watched: Watched,
): Promise<'left' | 'stayed' | 'asked' | 'replaced'> {
  desk.watch?.abort();
  const own = new AbortController();
  desk.watch = own;
  const outcome = await watchOutcome(desk, watched, AbortSignal.any([own.signal, gate.signal]));
  if (desk.watch !== own) return 'replaced';
  desk.watch = undefined;
  desk.inFlight = false;
  if (outcome !== 'left') return outcome;
  forgetApprovals(desk);
  gate.seal.forget(desk);
  forgetVerdicts(desk);
  if (gate.token?.desk === desk) gate.token = undefined;
  gate.files.left(desk, draft);
  const { recipients, channel, surface, purpose, text } = draft;
  void gate.options.ask('left', {
    recipients,
    channel,
    surface,
    length: text.length,
    answered: answeredBy(draft),
    ...(purpose && { purpose }),
  });
  return outcome;
}

function askToPress(gate: Gate, desk: Desk, digest: string): void {
  desk.inFlight = false;
  if (gate.signal.aborted || !desk.root.isConnected) return;
  desk.pressAgain = digest;
  const notice = showNotice(gate.options.window.document, 'gate_press_title', 'gate_press_text', [
    { label: 'gate_back', run: () => backToText(gate, desk) },
  ]);
  gate.signal.addEventListener('abort', notice.remove, { once: true });
}

export function backToText(gate: Gate, desk: Desk): void {
  if (!containsDeep(desk.root, activeIn(gate.options.window.document))) desk.composer.editor()?.focus();
}
