import type { FrameState, Messages, Summary } from '@/lib/bus/messages.ts';
import type { Draft, ReadProblem } from '@/lib/domain/draft.ts';
import type { Browser, Tab } from './tab.ts';
import { plain } from './texts.ts';
import { pause, until } from './until.ts';

/**
 * What the guards tell their background, overheard in a page of the extension: runtime messages reach every page of it.
 * It asks the background the same `judge` right after the guard did: its own answer comes after the guard's, so that
 * from then on the guard knows what is to be known, on a slow machine too.
 */
export type Heard = {
  readonly [N in keyof Messages]: {
    readonly name: N;
    readonly question: Messages[N][0];
    readonly answer?: Messages[N][1];
    readonly tab?: number;
  };
}[keyof Messages];

export const SPY = `(() => {
  const { runtime } = globalThis.browser ?? chrome;
  const heard = [];
  runtime.onMessage.addListener((message, from) => {
    if (typeof message !== 'object' || message === null || !('izin' in message)) return undefined;
    const entry = { name: message.izin, question: message.question, tab: from.tab?.id };
    heard.push(entry);
    if (message.izin === 'judge')
      void runtime.sendMessage(message).then((reply) => { entry.answer = reply?.answer ?? null; });
    return undefined;
  });
  globalThis.heard = heard;
})()`;

export interface Spy {
  /** From here on. */
  mark(): Promise<void>;
  heard(): Promise<readonly Heard[]>;
  /** The newest draft that was judged and that fits, with what was said of it. */
  judged(
    what: string,
    fits: (draft: Draft) => boolean,
    within?: number,
  ): Promise<{ readonly draft: Draft; readonly summary: Summary }>;
}

/** `tab`: whose guards are listened to, as it is known by then; undefined: everybody's. */
export function createSpy({ own }: Browser, tab: () => number | undefined): Spy {
  let since = 0;
  const all = async (): Promise<readonly Heard[]> => {
    const entries = await own<Heard[]>(`globalThis.heard.slice(${since})`);
    return entries.filter((entry) => tab() === undefined || entry.tab === tab());
  };
  const drafts = (entries: readonly Heard[]): readonly (Heard & { readonly name: 'judge' })[] =>
    entries.filter((entry): entry is Heard & { name: 'judge' } => entry.name === 'judge');
  return {
    mark: async () => {
      since = await own<number>('globalThis.heard.length');
    },
    heard: all,
    judged: async (what, fits, within) => {
      let seen: readonly Draft[] = [];
      const said = (): string => `${what}. Read instead: ${seen.length > 0 ? JSON.stringify(seen.at(-1)) : 'nothing'}`;
      return until(
        said,
        async () => {
          const entries = drafts(await all());
          seen = entries.map(({ question }) => question.draft);
          const found = entries.findLast(({ question, answer }) => answer && fits(question.draft));
          return found?.answer && { draft: found.question.draft, summary: found.answer };
        },
        within,
      );
    },
  };
}

/**
 * The answer that the spy saw had left for the guard before. What is asked of the page now comes after it, by the same
 * way into the page's process: once the page has answered and had a turn of its own, the guard has it too.
 */
export async function known(tab: Tab): Promise<void> {
  await tab.run('new Promise((done) => { setTimeout(() => { done(true); }); })');
  await pause(40);
}

export const says =
  (text: string) =>
  (draft: Draft): boolean =>
    plain(draft.text) === plain(text);

/** Everything that was told as not readable, in a draft, at the start or as an alarm. */
export function problemsIn(entries: readonly Heard[]): readonly ReadProblem[] {
  return entries.flatMap((entry): readonly ReadProblem[] => {
    if (entry.name === 'judge') return entry.question.draft.unreadable;
    if (entry.name === 'hello') return (entry.question as FrameState).problems;
    return entry.name === 'alarm' ? (entry.question.problems ?? []) : [];
  });
}
