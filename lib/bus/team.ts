import { err, ok } from '../domain/result.ts';
import type { TeamAnswers, TeamMessages, TeamQuestion } from '../domain/team-acts.ts';
import type { TeamDone } from '../domain/team-view.ts';
import { browser } from '../platform/browser.ts';
import { ask, isOwnPage } from './bus.ts';

/*
 * Between pages of ours and the place where the teams live. The background is asked first, so that the place is there;
 * the question itself goes straight to it. Nothing here loads any of lib/team.
 */

/** Never throws. `state` begins nothing where no team is. */
export async function askTeam<N extends TeamQuestion>(
  name: N,
  question: TeamMessages[N][0],
): Promise<TeamDone<TeamMessages[N][1]>> {
  const host = await ask('teamHost', { begin: name !== 'state' });
  if (!host.ok) return err({ kind: 'no-host', detail: host.error.message });
  if (!host.value.there) return ok({ teams: [], joining: [] } as never);
  return askTeamThere(name, question);
}

/** For the background, which has seen to it that the place is there. Never throws. */
export async function askTeamThere<N extends TeamQuestion>(
  name: N,
  question: TeamMessages[N][0],
): Promise<TeamDone<TeamMessages[N][1]>> {
  try {
    const reply: unknown = await browser.runtime.sendMessage({ izinTeam: name, question });
    return isReply(reply) ? (reply.team as TeamDone<TeamMessages[N][1]>) : err({ kind: 'no-host' });
  } catch (error) {
    return err({ kind: 'no-host', detail: error instanceof Error ? error.message : String(error) });
  }
}

const isReply = (reply: unknown): reply is { readonly team: unknown } =>
  typeof reply === 'object' && reply !== null && 'team' in reply;

/** What the background says to that place from time to time: look whether there is something new. */
export const lookTeams = (): Promise<unknown> =>
  browser.runtime.sendMessage({ izinTeams: 'look' }).catch(() => undefined);

export interface TeamPlaceAnswers {
  /** Of the teams, opened when they are first asked for. */
  readonly answers: () => Promise<TeamAnswers>;
  readonly look: () => Promise<void>;
  /** A question was answered. */
  readonly answered: () => void;
}

/** In the place of the teams. Nobody but pages of ours and the background is heard; what fails is told to who asked. */
export function answerTeam({ answers, look, answered }: TeamPlaceAnswers): void {
  const answer = async (name: string, question: unknown): Promise<unknown> => {
    const all = await answers();
    if (!Object.hasOwn(all, name)) return err({ kind: 'malformed', detail: name });
    return (all[name as TeamQuestion] as (question: unknown) => Promise<unknown>)(question);
  };
  browser.runtime.onMessage.addListener((message: unknown, from, sendResponse) => {
    if (typeof message !== 'object' || message === null || from.id !== browser.runtime.id || !isOwnPage(from.url))
      return undefined;
    if ('izinTeams' in message) void look();
    if (!('izinTeam' in message) || !('question' in message)) return undefined;
    answer(String(message.izinTeam), message.question)
      .catch((error: unknown) =>
        err({ kind: 'ledger', detail: error instanceof Error ? error.message : String(error) }),
      )
      .then((team) => {
        sendResponse({ team });
        answered();
      });
    return true;
  });
}

const NEWS = 'izin-team';

/** Something of a team is other than it was: `state` says what. */
export function onTeamNews(told: () => void, signal: AbortSignal): void {
  const channel = new BroadcastChannel(NEWS);
  channel.addEventListener('message', () => told());
  signal.addEventListener('abort', () => channel.close());
}

/** Tells the pages that are open; nobody is woken. */
export function teamNews(signal: AbortSignal): () => void {
  const channel = new BroadcastChannel(NEWS);
  signal.addEventListener('abort', () => channel.close());
  return () => channel.postMessage(null);
}
