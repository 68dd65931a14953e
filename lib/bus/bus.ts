import type { Result } from '../domain/result.ts';
import { err, ok } from '../domain/result.ts';
import { browser } from '../platform/browser.ts';
import { ASKED_BY, type MessageName, type Messages } from './messages.ts';

type Question<N extends MessageName> = Messages[N][0];
type Answer<N extends MessageName> = Messages[N][1];
export interface Sender {
  readonly tabId?: number;
  readonly frameId?: number;
  readonly url?: string;
}
export type Handlers = { readonly [N in MessageName]: (question: Question<N>, sender: Sender) => Promise<Answer<N>> };
/** `unreachable`: the background did not answer, or the extension was replaced. `refused`: it answered with an error. */
export type BusError = { readonly kind: 'unreachable' | 'refused'; readonly message: string };

/** Asks the background. Never throws: a lost background is an answer that the caller must say. */
export async function ask<N extends MessageName>(name: N, question: Question<N>): Promise<Result<Answer<N>, BusError>> {
  try {
    const reply: unknown = await browser.runtime.sendMessage({ izin: name, question });
    if (isReply<Answer<N>>(reply))
      return 'answer' in reply ? ok(reply.answer) : err({ kind: 'refused', message: reply.error });
    return err({ kind: 'unreachable', message: 'no answer' });
  } catch (error) {
    return err({ kind: 'unreachable', message: error instanceof Error ? error.message : String(error) });
  }
}

type Reply<T> = { readonly answer: T } | { readonly error: string };
const isReply = <T>(value: unknown): value is Reply<T> =>
  typeof value === 'object' && value !== null && ('answer' in value || 'error' in value);

/** Answers questions in the background. A sender without the right for a message gets an error, and its handler never runs. */
export function answer(handlers: Handlers): void {
  // fakeBrowser takes no promise-returning listeners: hence sendResponse and `return true`.
  browser.runtime.onMessage.addListener((message: unknown, from, sendResponse) => {
    if (!isAsked(message)) return undefined;
    const sender: Sender = { tabId: from.tab?.id, frameId: from.frameId, url: from.url };
    if (from.id !== browser.runtime.id || (ASKED_BY[message.izin] === 'page' && !isOwnPage(from.url))) {
      sendResponse({ error: `${message.izin}: not allowed from here` });
      return true;
    }
    const handle = handlers[message.izin] as (question: unknown, sender: Sender) => Promise<unknown>;
    handle(message.question, sender).then(
      (value) => sendResponse({ answer: value }),
      (error: unknown) => sendResponse({ error: error instanceof Error ? error.message : String(error) }),
    );
    return true;
  });
}

const isAsked = (message: unknown): message is { izin: MessageName; question: unknown } =>
  typeof message === 'object' && message !== null && 'izin' in message && Object.hasOwn(ASKED_BY, String(message.izin));

/** Chromium's `use_dynamic_url` changes the host of a framed page, so the scheme and the sender's id decide together. */
export const isOwnPage = (url: string | undefined): boolean =>
  url !== undefined && new URL(url).protocol === new URL(browser.runtime.getURL('/warning.html' as never)).protocol;

/** False once the extension was updated or removed under this script. */
export const isAlive = (): boolean => {
  try {
    return browser.runtime?.id !== undefined;
  } catch {
    return false;
  }
};

const REVISION = 'revision';

/** Tells when the ledger or the policy changed, also while the background sleeps. */
export function onRevision(listener: (revision: number) => void, signal: AbortSignal): void {
  const changed = (changes: Record<string, { newValue?: unknown }>): void => {
    const value = changes[REVISION]?.newValue;
    if (typeof value === 'number') listener(value);
  };
  browser.storage.local.onChanged.addListener(changed);
  signal.addEventListener('abort', () => browser.storage.local.onChanged.removeListener(changed));
}

/** The stored revision; 0 before the first change. */
export async function revision(): Promise<number> {
  const { [REVISION]: value } = await browser.storage.local.get(REVISION);
  return typeof value === 'number' ? value : 0;
}

/**
 * The revision that was last heard of, for the background, which is asked with every draft: from memory, once it was read.
 * It may be behind the stored one for a moment, and never before it: what is judged by it is then judged once more.
 */
export function revisionSeen(): Promise<number> {
  if (!hearing) {
    hearing = true;
    onRevision((now) => {
      seen = Promise.resolve(now);
    }, new AbortController().signal);
  }
  seen ??= revision();
  seen.catch(() => {
    seen = undefined;
  });
  return seen;
}
let hearing = false;
let seen: Promise<number> | undefined;

/** Called after every change of ledger or policy. */
export async function bumpRevision(): Promise<number> {
  const next = (await revision()) + 1;
  await browser.storage.local.set({ [REVISION]: next });
  return next;
}
