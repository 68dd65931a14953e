import { isKey, isModEnter, isSpace, targetOf } from '../surfaces/events.ts';
import type { Composer, SendIntent } from '../surfaces/surface.ts';
import { composerAt, surfacesHere } from './at.ts';
import type { Gate } from './context.ts';
import { decide, spend, staysClosed } from './decide.ts';
import { type Desk, readForSend } from './desk.ts';
import { begin, block, canStart, completes, continues, type Gesture, proceed } from './gestures.ts';
import { startHold } from './hold.ts';
import { letPass } from './release.ts';

const SHADOW = 11;

interface Press {
  readonly desk: Desk;
  readonly intent: SendIntent;
  readonly kind: 'through' | 'stopped';
  /** A stopped press that is still to be answered for, once it is carried through. */
  owes: boolean;
  /** What went through: the rest of the press goes with it as long as this is what stands there, or nothing any more. */
  readonly digest: string;
}

/** Listens to the whole gesture set and decides. See the notes at the top of `gate.ts`. */
export function createPresses(gate: Gate): (event: Event) => void {
  let gesture: Gesture<Press> | undefined;
  /** Heard in the window first and again in the shadow tree that it is about: one answer. A script may send one event twice. */
  let answered: Event | undefined;

  return (event) => {
    if ((event.currentTarget as Node).nodeType !== SHADOW) answered = undefined;
    if ((event.composed && answered === event) || isMeantForUs(gate, event)) return;
    let found: Found | undefined;
    try {
      found = find(gate, event);
      if (found) answered = event;
      if (found && isOwnReplay(gate, found, event)) return;
      if (gesture && continues(gesture, event)) {
        const press = gesture.what;
        proceed(gesture, event);
        if (!goOn(gate, press, event, found)) gesture = undefined;
        return;
      }
      gesture = undefined;
      if (found && canStart(event)) gesture = begin(event, start(gate, found, event));
    } catch (error) {
      fail(gate, found?.desk, event, error);
    }
  };
}

/** A key that our frame should have had: the page does not get it, and the next one goes where it belongs. */
function isMeantForUs(gate: Gate, event: Event): boolean {
  if (!isKey(event)) return false;
  const box = gate.boxes.at(event.target);
  if (!box) return false;
  event.stopImmediatePropagation();
  // A script that makes up keys moves no focus.
  if (event.isTrusted && event.type === 'keydown') box.takeKeys();
  return true;
}

function start(gate: Gate, { desk, intent }: Found, event: Event): Press {
  const { kind, reading } = decide(gate, desk, intent, event);
  if (kind === 'pass' || kind === 'spend') {
    if (kind === 'spend') spend(gate, desk, reading, intent, event);
    if (intent.how !== 'schedule') letPass(gate, desk, reading.draft);
    return { desk, intent, kind: 'through', owes: false, digest: reading.digest };
  }
  block(event);
  const press: Press = { desk, intent, kind: 'stopped', owes: kind === 'hold', digest: reading.digest };
  answer(gate, press, event);
  return press;
}

/** False: the press is over. */
function goOn(gate: Gate, press: Press, event: Event, found: Found | undefined): boolean {
  const same = found?.desk === press.desk;
  if (press.kind === 'stopped') {
    // Dragged away from Send: taken back. A key has no place to be dragged to.
    if (!same && !isKey(event)) return false;
    block(event);
    answer(gate, press, event);
    return true;
  }
  if (!same || !press.desk.root.isConnected) return true;
  const now = readForSend(press.desk, press.intent);
  if (now.digest === press.digest || isEmpty(now.draft)) return true;
  // Something else stands there now than what was let through.
  block(event);
  startHold(gate, press.desk, press.intent);
  return false;
}

const isEmpty = (draft: { readonly text: string; readonly attachments: readonly unknown[] }): boolean =>
  draft.text.trim() === '' && draft.attachments.length === 0;

function answer(gate: Gate, press: Press, event: Event): void {
  if (!press.owes || !completes(event)) return;
  press.owes = false;
  startHold(gate, press.desk, press.intent);
}

/** Inside our own replay everything of this one message goes, as long as it is what was released. */
function isOwnReplay(gate: Gate, { desk, intent }: Found, event: Event): boolean {
  const token = gate.token;
  if (!token?.replaying || token.desk !== desk) return false;
  const now = readForSend(desk, intent);
  if (now.digest !== token.digest && !isEmpty(now.draft)) block(event);
  return true;
}

function fail(gate: Gate, desk: Desk | undefined, event: Event, error: unknown): void {
  console.error('Izin: guard', error);
  if (staysClosed(desk)) block(event);
  else if (desk) gate.seal.show(desk, 'unchecked');
  void gate.options.ask('alarm', { what: 'guard-error', surface: desk?.surface.id ?? 'unknown' });
}

interface Found {
  readonly desk: Desk;
  readonly intent: SendIntent;
}

function find(gate: Gate, event: Event): Found | undefined {
  // What is merely typed sends nothing on any site: most keys end here.
  if (isKey(event) && isLetter(event)) return undefined;
  const target = targetOf(event);
  if (!target) return undefined;
  const at = composerAt(gate.options, target);
  if (at) {
    gate.reach(target);
    const intent = at.composer.sendIntent(event);
    return intent && { desk: gate.desks.of(at.surface, at.composer), intent };
  }
  return isKey(event) && isModEnter(event) ? outside(gate, event) : undefined;
}

const isLetter = (event: KeyboardEvent): boolean =>
  event.key.length === 1 && !isSpace(event) && !event.ctrlKey && !event.metaKey && !event.altKey;

/** Ctrl+Enter away from any message: it may reach the one that is open; of several, the first that is not clear answers. */
function outside(gate: Gate, event: Event): Found | undefined {
  const open = surfacesHere(gate.options).flatMap((surface) =>
    surface
      .composers(gate.options.window.document)
      .filter(isVisible)
      .map((composer): Found => ({ desk: gate.desks.of(surface, composer), intent: { how: 'send' } })),
  );
  if (open.length <= 1) return open[0];
  return open.find(({ desk, intent }) => decide(gate, desk, intent, event).kind !== 'pass');
}

const isVisible = (composer: Composer): boolean => composer.root.checkVisibility?.() ?? true;
