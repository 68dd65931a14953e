import type { Draft } from '../domain/draft.ts';
import { isThere } from '../surfaces/deep.ts';
import type { Desk } from './desk.ts';
import { after } from './timers.ts';

/** Long enough for a webmail that waits for its server before it closes the message. */
const WATCH_FOR = 8_000;
/** A double click is over by then. */
const ASKED_AFTER = 700;
/** What has no words of its own leaves no trace in its box: it is never asked for again. */
const WORDLESS_AFTER = 1_000;
const QUESTION = '[role="dialog"], [role="alertdialog"], dialog, .ui-dialog';

/** `asked`: the page has put a question of its own before it sends. */
export type Outcome = 'left' | 'stayed' | 'asked';

/** What stood there when it was sent. */
export interface Watched {
  readonly draft: Draft;
  readonly key: string;
  readonly shown: ReadonlySet<Element>;
}

export const watchFor = ({ composer, key }: Desk, draft: Draft): Watched => ({
  draft,
  key,
  shown: new Set(composer.sent?.()),
});

/**
 * Whether a message left is told by the page alone: its composer is gone, hidden or emptied, another conversation stands
 * there, or the page goes. Watches this one composer, and only while an answer is awaited.
 */
export function watchOutcome(desk: Desk, was: Watched, signal: AbortSignal): Promise<Outcome> {
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
    observe(desk, look, both);
    const asks = (): void => void after(ASKED_AFTER, () => settle(hasLeft(desk, was) ? 'left' : 'asked'), both);
    watchQuestions(desk, asks, both);
    // What a script sets in a field is told by nothing: looked at now and then.
    for (const moment of [0, 30, 300, 700, 2_000, 4_000]) after(moment, look, both);
    if (isWordless(desk, was.draft)) after(WORDLESS_AFTER, () => settle('left'), both);
    after(WATCH_FOR, () => settle(hasLeft(desk, was) ? 'left' : 'stayed'), both);
  });
}

const isWordless = (desk: Desk, { text, attachments, content }: Draft): boolean =>
  text.trim() === '' && attachments.length === 0 && (content !== undefined || desk.composer.editor() === null);

function hasLeft(desk: Desk, was: Watched): boolean {
  if (!isThere(desk.root) || isHidden(desk)) return true;
  if (desk.composer.sent?.().some((each) => !was.shown.has(each))) return true;
  const key = desk.composer.key();
  if (was.key !== '' && key !== '' && key !== was.key) return true;
  const now = desk.composer.read();
  const hadSomething = was.draft.text.trim() !== '' || was.draft.attachments.length > 0;
  const emptied = hadSomething && now.text.trim() === '' && now.attachments.length === 0;
  return emptied && (now.recipients.length === 0 || now.recipients.every((each) => each.field === 'direct'));
}

/** An element may have no box of its own and still show what it holds. */
const isHidden = ({ root, composer }: Desk): boolean =>
  root.checkVisibility?.() === false && composer.editor()?.checkVisibility?.() !== true;

function observe({ root, composer }: Desk, look: () => void, signal: AbortSignal): void {
  const changes = new MutationObserver(look);
  const inside = { childList: true, subtree: true, characterData: true };
  changes.observe(root, inside);
  // A text in a frame or a shadow tree of its own changes unseen from outside.
  const editor = composer.editor();
  if (editor && !root.contains(editor)) changes.observe(editor, inside);
  if (root.parentNode) changes.observe(root.parentNode, { childList: true });
  // An ancestor that goes takes the size with it.
  const size = typeof ResizeObserver === 'function' ? new ResizeObserver(look) : undefined;
  size?.observe(root);
  signal.addEventListener('abort', () => {
    changes.disconnect();
    size?.disconnect();
  });
}

/** A page hangs its questions on <body>, or beside its message in the same shadow tree; one that is added now is about this send. */
function watchQuestions({ root }: Desk, asks: () => void, signal: AbortSignal): void {
  const isQuestion = (node: Node): boolean =>
    node.nodeType === 1 && ((node as Element).matches(QUESTION) || (node as Element).querySelector(QUESTION) !== null);
  const added = new MutationObserver(
    (records) => records.some((each) => [...each.addedNodes].some(isQuestion)) && asks(),
  );
  const tree = root.getRootNode();
  for (const place of [root.ownerDocument.body, tree]) if (place) added.observe(place, { childList: true });
  signal.addEventListener('abort', () => added.disconnect());
}
