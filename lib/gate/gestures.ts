import { isEnter, isKey, isSpace, POINTER_EVENTS } from '../surfaces/events.ts';

/** Measured: with fewer, sends slip at mouse up or at the Space key's up (`surfaces.md` §1.2). */
export const GESTURES: readonly string[] = [...POINTER_EVENTS, 'keydown', 'keypress', 'keyup', 'submit'];

/** One press of a person (or of a script): many events, one decision. */
export interface Gesture<T> {
  readonly family: 'pointer' | 'key' | 'submit';
  readonly key?: string;
  readonly what: T;
  at: number;
  releasedAt?: number;
  clicked: boolean;
}

const STARTS = new Set(['pointerdown', 'touchstart']);
const RELEASES = new Set(['pointerup', 'mouseup', 'touchend']);
/** A click follows its press at once; a later one without a press is another's (voice control, a script). */
const CLICK_FOLLOWS = 500;

export const familyOf = (event: Event): Gesture<unknown>['family'] =>
  isKey(event) ? 'key' : event.type === 'submit' ? 'submit' : 'pointer';

export function begin<T>(event: Event, what: T): Gesture<T> {
  const gesture: Gesture<T> = {
    family: familyOf(event),
    what,
    at: event.timeStamp,
    clicked: false,
    ...(isKey(event) && { key: event.key }),
  };
  proceed(gesture, event);
  return gesture;
}

export function proceed<T>(gesture: Gesture<T>, event: Event): void {
  gesture.at = event.timeStamp;
  if (RELEASES.has(event.type)) gesture.releasedAt = event.timeStamp;
  if (event.type === 'click' || event.type === 'auxclick') gesture.clicked = true;
}

/** Whether this event is a part of the press that began before. */
export function continues<T>(gesture: Gesture<T>, event: Event): boolean {
  // A form is handed in by one event, and each is a press of its own.
  if (familyOf(event) !== gesture.family || gesture.family === 'submit') return false;
  if (isKey(event)) return event.key === gesture.key && (event.type !== 'keydown' || event.repeat);
  const since = event.timeStamp - (gesture.releasedAt ?? gesture.at);
  switch (event.type) {
    case 'pointerdown':
      return false;
    case 'touchstart':
    case 'mousedown':
      // A touch is told three times over: pointer, touch, and the mouse that it stands for.
      return !gesture.clicked && since < CLICK_FOLLOWS;
    case 'click':
    case 'auxclick':
      return !gesture.clicked && gesture.releasedAt !== undefined && since < CLICK_FOLLOWS;
    case 'dblclick':
      return gesture.clicked && since < CLICK_FOLLOWS;
    default:
      return !gesture.clicked;
  }
}

/** The end of a key that was pressed elsewhere (in our own dialog, say) is no press. Space alone acts at its end. */
export const canStart = (event: Event): boolean =>
  !isKey(event) || event.type !== 'keyup' || (isSpace(event) && !isEnter(event));

/** A press counts when it is carried through: one that is dragged away is taken back. A script's single event counts at once. */
export function completes(event: Event): boolean {
  if (!event.isTrusted) return true;
  if (isKey(event)) return event.type === 'keyup' || !isSpace(event);
  return !STARTS.has(event.type) && event.type !== 'mousedown';
}

export function block(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}
