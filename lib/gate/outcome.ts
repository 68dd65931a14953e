import type { Draft } from '../domain/draft.ts';
import type { Desk } from './desk.ts';
import { after } from './timers.ts';

/** Long enough for a webmail that waits for its server before it closes the message. */
const WATCH_FOR = 8_000;
/** A double click is over by then. */
const ASKED_AFTER = 700;
const QUESTION = '[role="dialog"], [role="alertdialog"], dialog, .ui-dialog';

/** `asked`: the page has put a question of its own before it sends. */
export type Outcome = 'left' | 'stayed' | 'asked';

/**
 * Whether a message left is told by the page alone: its composer is gone, hidden or emptied, or the page goes.
 * Watches this one composer, and only while an answer is awaited.
 */
export function watchOutcome(desk: Desk, was: Draft, signal: AbortSignal): Promise<Outcome> {
  const window = desk.root.ownerDocument.defaultView;
  return new Promise((resolve) => {
    const done = new AbortController();
    const settle = (outcome: Outcome): void => {
      done.abort();
      resolve(outcome);
    };
    const look = (): void => {
      if (hasLeft(desk, was)) settle('left');
    };
    const both = AbortSignal.any([done.signal, signal]);
    signal.addEventListener('abort', () => settle('stayed'), { signal: done.signal });
    window?.addEventListener('pagehide', () => settle('left'), { signal: both });
    observe(desk.root, look, both);
    const asks = (): void => void after(ASKED_AFTER, () => settle(hasLeft(desk, was) ? 'left' : 'asked'), both);
    watchQuestions(desk.root.ownerDocument, asks, both);
    for (const moment of [0, 30, 300, 2_000]) after(moment, look, both);
    after(WATCH_FOR, () => settle(hasLeft(desk, was) ? 'left' : 'stayed'), both);
  });
}

function hasLeft(desk: Desk, was: Draft): boolean {
  if (!desk.root.isConnected || desk.root.checkVisibility?.() === false) return true;
  const now = desk.composer.read();
  const emptied = now.text.trim() === '' && was.text.trim() !== '' && now.attachments.length === 0;
  return emptied && (now.recipients.length === 0 || now.recipients.every((each) => each.field === 'direct'));
}

function observe(root: Element, look: () => void, signal: AbortSignal): void {
  const changes = new MutationObserver(look);
  changes.observe(root, { childList: true, subtree: true, characterData: true });
  if (root.parentNode) changes.observe(root.parentNode, { childList: true });
  // An ancestor that goes takes the size with it.
  const size = typeof ResizeObserver === 'function' ? new ResizeObserver(look) : undefined;
  size?.observe(root);
  signal.addEventListener('abort', () => {
    changes.disconnect();
    size?.disconnect();
  });
}

/** A page hangs its questions on <body>; one that is added now is about this send. */
function watchQuestions(document: Document, asks: () => void, signal: AbortSignal): void {
  const isQuestion = (node: Node): boolean =>
    node.nodeType === 1 && ((node as Element).matches(QUESTION) || (node as Element).querySelector(QUESTION) !== null);
  const added = new MutationObserver(
    (records) => records.some((each) => [...each.addedNodes].some(isQuestion)) && asks(),
  );
  added.observe(document.body, { childList: true });
  signal.addEventListener('abort', () => added.disconnect());
}
