import type { Instant, PersonId, SpaceId } from './person.ts';
import type { NewestView, TeamDone, TeamPlace, TeamRole, TeamsView, WhereView } from './team-view.ts';

/*
 * What a page of ours asks of the place where the teams live. That place is begun only where a team exists, or when
 * somebody makes or joins one.
 */

/** Name → [question, answer]. */
export interface TeamMessages {
  state: [null, TeamsView];
  /** A team, its first list and the place where it meets. The place need not be reachable yet. */
  create: [
    { readonly name: string; readonly me: string; readonly list: string; readonly place: TeamPlace },
    { readonly team: string },
  ];
  /** The configuration of the team's own server. `firefox`: members use it too, so no origin can be asked for. */
  serverFile: [
    {
      readonly team: string;
      readonly firefox: boolean;
      readonly version: readonly [number, number];
      readonly host: string;
      readonly port: number;
      readonly folder: string;
      readonly tls?: { readonly cert: string; readonly key: string };
    },
    { readonly name: string; readonly text: string },
  ];
  /** The words of the recovery kit; which two of them (from 0) will be asked for. */
  kit: [{ readonly team: string }, { readonly words: readonly string[]; readonly ask: readonly [number, number] }];
  /** Tried: from then on they are on paper alone. */
  kitTried: [{ readonly team: string; readonly words: readonly [string, string] }, null];
  /** `text` goes into a link's fragment, a file or a paste box. */
  invite: [
    { readonly team: string; readonly role: Exclude<TeamRole, 'owner'>; readonly lists: readonly string[] },
    { readonly id: string; readonly text: string; readonly until: Instant },
  ];
  join: [{ readonly text: string; readonly me: string }, { readonly team: string; readonly words: readonly string[] }];
  admit: [{ readonly team: string; readonly request: string }, null];
  refuse: [{ readonly team: string; readonly request: string }, null];
  role: [
    {
      readonly team: string;
      readonly member: string;
      readonly role: Exclude<TeamRole, 'owner'>;
      readonly lists: readonly string[];
    },
    null,
  ];
  /** A member, or one device; every list of theirs gets a new key in the same step. */
  remove: [{ readonly team: string; readonly member: string; readonly device?: string }, null];
  newList: [
    { readonly team: string; readonly name: string; readonly members: readonly string[] },
    { readonly list: string },
  ];
  /** A logged copy of these people of the personal space. Answers with how many were written, and who was not found. */
  share: [
    { readonly space: SpaceId; readonly people: readonly PersonId[] },
    { readonly people: number; readonly left: readonly PersonId[] },
  ];
  /** In the order of the question, those alone that this member wrote. */
  whereIs: [{ readonly space: SpaceId; readonly ops: readonly string[] }, readonly WhereView[]];
  /** Whether what a removed member sent (`stops`) counts after all. */
  settle: [{ readonly team: string; readonly stop: string; readonly keep: boolean }, null];
  /** The user has read it; it is shown no more. */
  alarmRead: [{ readonly team: string; readonly alarm: string }, null];
  /** Asks the relay now. */
  look: [{ readonly team: string }, null];
  /** Asks for the newest of these lists, for at most `within` ms. Of lists that no team of this device has, nothing is said. */
  newest: [{ readonly spaces: readonly SpaceId[]; readonly within: number }, readonly NewestView[]];
  /** Leaves the team, or gives up joining: its keys and its lists go from this device. `keep`: copies of their people stay as one's own. */
  leave: [{ readonly team: string; readonly keep?: boolean }, null];
}
export type TeamQuestion = keyof TeamMessages;
export type TeamAnswers = {
  readonly [N in TeamQuestion]: (question: TeamMessages[N][0]) => Promise<TeamDone<TeamMessages[N][1]>>;
};
