import { err, ok, type Result } from '../domain/result.ts';
import { browser } from '../platform/browser.ts';

/** A composer's structure without what it says: every text is x of the same length, every address a hash. */
export interface CensoredReport {
  readonly surface: string;
  readonly hooks?: { readonly version: number; readonly by: string };
  readonly problems: readonly string[];
  /** Which way found what: `send[0] 1`, `to.chips 2`. */
  readonly found: readonly string[];
  /** Indented outline of the composer's elements: tag, role, attributes that are part of the site, censored text. */
  readonly outline: string;
}

/** What a page of ours asks of the guard in one frame. Name → [question, answer]. */
export interface GuardQuestions {
  /** What the adapter sees, for a report that the user saves. */
  report: [null, CensoredReport | null];
  /** Whom the user means by this conversation's title. Kept while the chat is open. */
  choose: [{ readonly address: string; readonly personId: string | null }, null];
  /** Puts words before those of the message in focus: in a mail alone. True: all of them stand there. */
  put: [string, boolean];
  /** Shows what was found in the message in focus: the browser's own command for it. */
  look: [null, null];
}
export type GuardQuestion = keyof GuardQuestions;
export type GuardAnswers = {
  readonly [N in GuardQuestion]: (question: GuardQuestions[N][0]) => GuardQuestions[N][1];
};

/** Asks the guard of one frame. A tab without a guard is an answer, not an error of ours. */
export async function askGuard<N extends GuardQuestion>(
  at: { readonly tabId: number; readonly frameId: number },
  name: N,
  question: GuardQuestions[N][0],
): Promise<Result<GuardQuestions[N][1], 'no-guard'>> {
  try {
    const reply: unknown = await browser.tabs.sendMessage(
      at.tabId,
      { izinGuard: name, question },
      { frameId: at.frameId },
    );
    return isReply(reply) ? ok(reply.answer as GuardQuestions[N][1]) : err('no-guard');
  } catch {
    return err('no-guard');
  }
}

/** In the guard: answers pages of ours until `signal` ends. Pages of the site cannot reach this. */
export function answerPages(answers: GuardAnswers, signal: AbortSignal): void {
  const listener = (message: unknown, _sender: unknown, reply: (answer: unknown) => void): true | undefined => {
    if (typeof message !== 'object' || message === null || !('izinGuard' in message)) return undefined;
    const { izinGuard: name, question } = message as { izinGuard: string; question: never };
    const answer = Object.hasOwn(answers, name) ? answers[name as GuardQuestion] : undefined;
    if (!answer) return undefined;
    reply({ answer: answer(question) });
    return true;
  };
  browser.runtime.onMessage.addListener(listener as never);
  signal.addEventListener('abort', () => browser.runtime.onMessage.removeListener(listener as never));
}

const isReply = (reply: unknown): reply is { readonly answer: unknown } =>
  typeof reply === 'object' && reply !== null && 'answer' in reply;
