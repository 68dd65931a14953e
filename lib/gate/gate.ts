import { lookThroughShadowsWith } from '../surfaces/deep.ts';
import { compositionEnded, isKey, targetOf } from '../surfaces/events.ts';
import { composerAt, surfacesHere } from './at.ts';
import type { Gate } from './context.ts';
import { createDesks, type Desk, forgetApprovals, readNow } from './desk.ts';
import { filesIn } from './files/caught.ts';
import { createFiles } from './files/files.ts';
import { createFocus } from './focus.ts';
import { createPace } from './follow.ts';
import { isGuardedFromOutside, onTaken, takeFrames } from './frames.ts';
import { GESTURES } from './gestures.ts';
import { look } from './hold.ts';
import { createJudging } from './judging.ts';
import { takeOver } from './latch.ts';
import { listenOn } from './listening.ts';
import { createLooking, lookByKey } from './looking.ts';
import type { GateOptions } from './options.ts';
import { createPresses } from './press.ts';
import { createSeal } from './seal.ts';
import { isStillApproved } from './timing.ts';
import { createTrees } from './trees.ts';
import { createBoxes } from './warning-box.ts';
import { follow, tellPage } from './watching.ts';

/** What the guard's door can ask of a gate for pages of ours. */
export interface GateHandle {
  /** The message in focus, else the one that was opened last. */
  readonly desk: () => Desk | undefined;
  /** Whom the user means by the conversation in focus; null: asks again. */
  readonly choose: (address: string, personId: string | null) => void;
  /** Shows what was found in it. */
  readonly look: () => void;
}

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
 * 4. An approval ends with an edit, a change of recipients or of the conversation, a send that was seen, and the
 *    message's own end.
 * 5. What cannot be read or asked is said. A failure of the gate itself opens, with a mark, unless a finding is known.
 * 6. The page gets a bare element with a closed inside: no word, no state, no name.
 * 7. One gate has a page and all its frames of the same origin: two could disagree.
 */
export function startGate(options: GateOptions): GateHandle {
  const { window } = options;
  const stepped = new AbortController();
  const signal = takeOver(window, options.isAlive, AbortSignal.any([options.signal, stepped.signal]));
  if (options.shadowOf) lookThroughShadowsWith(options.shadowOf);
  const files = createFiles(options.readFile, () => gate.desks.open().forEach(paced), signal);
  const gate: Gate = {
    options,
    signal,
    files,
    desks: createDesks(files),
    judging: createJudging({ ask: options.ask, signal }),
    seal: createSeal(window, (desk) => void look(gate, desk), signal),
    focus: createFocus(options, (gone) => followNext(gone), signal),
    boxes: createBoxes(options, signal),
    reach: (part) => {
      inTrees(part);
      const inner = part?.ownerDocument.defaultView;
      if (inner && inner !== window) takeFrame?.(inner);
    },
    told: '',
  };
  const looking = createLooking(gate);
  const handle = handleOf(gate, looking, (desk) => paced(desk));
  let takeFrame: ((inner: Window) => void) | undefined;
  const inTrees = createTrees((tree) => listenIn(tree, listeners, signal));
  const paced = createPace((desk) => void follow(gate, desk, paced), signal);
  const listeners = listenersOf(gate, looking, paced);
  const followNext = (gone: Desk): Desk | undefined => {
    const desk = gate.desks.open().findLast((each) => each !== gone);
    if (desk) paced(desk);
    return desk;
  };
  if (isGuardedFromOutside(window)) {
    // The guard of the page around has taken this window, and listens here itself.
    stepped.abort();
    return handle;
  }
  onTaken(window, () => stepped.abort(), signal);
  takeFrame = takeFrames(window, (target) => listen(target, listeners, signal), options.isAlive, signal);
  listen(window, listeners, signal);

  options.onRevision((revision) => {
    gate.judging.changed(revision);
    for (const desk of gate.desks.open()) paced(desk);
  }, signal);
  whenReady(window.document, signal, () => {
    const surface = surfacesHere(options)[0];
    if (surface && window.top === window) tellPage(gate, surface, []);
  });
  return handle;
}

type Listeners = readonly {
  readonly types: readonly string[];
  readonly run: (event: Event) => void;
  readonly passive: boolean;
}[];

const listen = (target: Window, listeners: Listeners, signal: AbortSignal): void => {
  for (const { types, run, passive } of listeners) listenOn(target, types, run, { passive, signal });
};

const listenIn = (tree: Node, listeners: Listeners, signal: AbortSignal): void => {
  for (const { types, run, passive } of listeners)
    for (const type of types) tree.addEventListener(type, run, { capture: true, passive, signal });
};

function listenersOf(gate: Gate, looking: (desk: Desk) => void, paced: (desk: Desk) => void): Listeners {
  return [
    { types: GESTURES, run: createPresses(gate), passive: false },
    { types: ['compositionend'], run: compositionEnded, passive: true },
    { types: ['change', 'drop', 'paste'], run: catchFiles(gate), passive: true },
    {
      types: ['focusin', 'input', 'change', 'drop', 'click', 'keyup'],
      run: (event) => {
        // A letter is told by its input.
        if (event.type === 'keyup' && isKey(event) && event.key.length === 1) return;
        const desk = deskAt(gate, event);
        if (!desk) return;
        if (event.type === 'input' && !gate.token?.replaying) edited(gate, desk);
        paced(desk);
      },
      passive: true,
    },
    {
      types: ['keydown'],
      run: (event) => {
        // The window hears it first; once is enough.
        if (!isShortcut(event) || event.currentTarget !== event.composedPath().at(-1)) return;
        const desk = deskAt(gate, event) ?? gate.desks.open().at(-1);
        if (desk) void lookByKey(gate, desk, looking);
      },
      passive: true,
    },
  ];
}

/** Before the page itself hears of them: some empty their input at once. */
function catchFiles(gate: Gate): (event: Event) => void {
  const heard = new WeakSet<Event>();
  return (event) => {
    const files = filesIn(event);
    // The window hears it first, and a tree that it stands in again.
    if (files.length === 0 || heard.has(event)) return;
    heard.add(event);
    gate.files.caught(files, deskAt(gate, event));
  };
}

function handleOf(gate: Gate, looking: (desk: Desk) => void, paced: (desk: Desk) => void): GateHandle {
  const desk = (): Desk | undefined => gate.focus.desk() ?? gate.desks.open().at(-1);
  return {
    desk,
    choose: (address, personId) => {
      const at = desk();
      if (!at) return;
      if (personId === null) at.chosen.delete(address);
      else at.chosen.set(address, personId);
      paced(at);
    },
    look: () => {
      const at = desk();
      if (at) looking(at);
    },
  };
}

function deskAt(gate: Gate, event: Event): Desk | undefined {
  const target = targetOf(event);
  const at = target && composerAt(gate.options, target);
  if (at) gate.reach(target);
  return at ? gate.desks.of(at.surface, at.composer) : undefined;
}

function edited(gate: Gate, desk: Desk): void {
  // Compared by content: a page also tells "input" when it turns typed text into a chip.
  if (desk.approved === undefined && desk.pressAgain === undefined) return;
  const reading = readNow(desk);
  if (desk.approved !== undefined && !isStillApproved(desk, reading)) forgetApprovals(desk);
  if (gate.token?.desk === desk && gate.token.digest !== reading.digest) gate.token = undefined;
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
