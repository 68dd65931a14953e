import type { Draft, ReadProblem, Recipient } from '../domain/draft.ts';
import type { Channel, EvidenceKind, Method, OverrideReason, Purpose, Tier } from '../domain/enums.ts';
import type { Finding, Verdict } from '../domain/verdict.ts';

/** What the guard may know of a verdict: enough for colour, count and the decision at the event. No names, no rules. */
export interface Summary {
  readonly tier: Tier;
  /** Findings of T1 and above. */
  readonly count: number;
  readonly complete: boolean;
  /** Ledger and policy revision that it was judged against. */
  readonly revision: number;
  /** Epoch milliseconds: an embargo lifts, a consent ends, quiet hours begin. */
  readonly validUntil: number;
  /** Epoch milliseconds, for people of a team: a send after it asks the team for the newest first. */
  readonly freshUntil?: number;
  /** Ids of files whose words are to be told again: nothing was judged. */
  readonly missing?: readonly string[];
}

/** A choice made in the warning, for the activity log. No body, no words of the message. */
export interface Choice {
  readonly kind: 'override' | 'fixed' | 'back' | 'not-useful' | 'wrong';
  readonly rules: readonly string[];
  /** With an override: what had been mended before it. */
  readonly mended?: readonly string[];
  readonly tier: Tier;
  readonly people: readonly string[];
  readonly reason?: OverrideReason;
  /** Only with the reason `other` or `consent_elsewhere`. */
  readonly note?: string;
}

/** What stands in one frame of a tab, for the popup, the side panel and the page of sites. Nothing of the words. */
export interface FrameState {
  readonly surface: string;
  readonly problems: readonly ReadProblem[];
  /** Boxes seen so far on this page. Zero: nothing could be checked yet. */
  readonly boxes: number;
  /** By which data the page is read. */
  readonly hooks?: { readonly version: number; readonly by: 'built-in' | 'correction' | 'taught' };
}

/** To whom the composer in focus goes. No words of the message, and in memory only. */
export interface Writing {
  readonly surface: string;
  readonly channel: Channel;
  readonly audience: Draft['audience'];
  readonly recipients: readonly Recipient[];
  readonly conversation?: string;
  readonly purpose?: Purpose;
  readonly problems: readonly ReadProblem[];
}

/** As it stands in session memory under `writing:<tab>`. */
export type WritingIn = Writing & { readonly frameId: number };

/** Somebody of the ledger, as a list shows them. */
export interface FoundPerson {
  readonly id: string;
  readonly name: string;
  readonly outlet?: string;
}

/** Name → [question, answer]. `from`: who may ask. A guard lives beside a page; a page of ours is our own origin. */
export interface Messages {
  /** guard: judge what is being written. */
  judge: [{ readonly draft: Draft }, Summary];
  /** guard: a send was held; the secret opens one warning. */
  hold: [
    /** `look`: opened from the seal; nothing was held. */
    { readonly surface: string; readonly tier: Tier | 'unchecked'; readonly look?: boolean },
    { readonly secret: string; readonly url: string },
  ];
  /** guard: a message left, cleared or released; for caps and last contact. */
  left: [
    {
      readonly recipients: readonly Recipient[];
      readonly channel: Channel;
      readonly purpose?: Purpose;
      readonly surface: string;
      /** Addresses of those whose own message this answers. */
      readonly answered?: readonly string[];
      /** Of its own text, in UTF-16 code units: by it the draft is known again that was judged. */
      readonly length?: number;
    },
    null,
  ];
  /** guard: the guard itself failed, or an adapter's self-check did. */
  alarm: [
    {
      readonly what: 'guard-error' | 'degraded';
      readonly surface: string;
      readonly problems?: readonly ReadProblem[];
    },
    null,
  ];
  /** guard: this frame is watched. */
  hello: [FrameState, { readonly revision: number }];
  /** guard: the composer in focus, or none any more. */
  focus: [{ readonly writing: Writing | null }, null];
  /** our page: all findings of a held draft. The secret is that of the hold and stays good for this warning. */
  findings: [
    { readonly secret: string; readonly draft: Draft },
    { readonly verdict: Verdict; readonly summary: Summary },
  ];
  /** guard: whether Alt+Shift+I in the page opens the findings; not where the user gave that command another key. */
  lookKey: [null, boolean];
  /** our page: what the user chose. */
  chose: [
    { readonly secret: string; readonly choice: Choice; readonly surface: string; readonly channel: Channel },
    null,
  ];
  /** our page: do not say this again of these people, for this purpose, until the fact is another one. */
  dismiss: [{ readonly secret: string; readonly finding: Finding; readonly purpose: string }, null];
  /** our page: record from within the warning. */
  record: [{ readonly secret: string; readonly act: RecordAct }, { readonly revision: number }];
  /** our page: people of the ledger by name, for a warning that binds a chat. */
  find: [{ readonly secret: string; readonly query: string }, { readonly people: readonly FoundPerson[] }];
  /** our page: do not ask again who this is, in this chat and this session. */
  skip: [{ readonly secret: string; readonly draft: Draft; readonly addresses: readonly string[] }, null];
  /** our page: let the user teach the page in this tab. */
  teach: [{ readonly tabId: number }, null];
  /** guard (the teaching in the page): what was learnt. It is parsed, bound to the sender's origin, and not yet allowed. */
  taught: [{ readonly hooks: unknown }, { readonly id: string }];
  /** guard: what a page has shown of a correction (`adapters/trial.ts`). */
  tried: [
    {
      readonly surface: string;
      readonly version: number;
      readonly outcome:
        | { readonly kind: 'used' }
        | { readonly kind: 'set-aside'; readonly lacks: readonly (ReadProblem | 'composer')[] };
    },
    null,
  ];
  /** our page: watch or forget a site that was allowed. */
  sites: [{ readonly origin: string; readonly watch: boolean }, null];
  /** our page: the place where the teams live. `begin`: make it where there is none; without it, it is there where a team is. */
  teamHost: [{ readonly begin: boolean }, { readonly there: boolean }];
  /** the place of the teams, which reaches nothing of the browser but messages: ids of the teams of this device; `set`: these from now on. */
  teamList: [{ readonly set?: readonly string[] }, { readonly teams: readonly string[] }];
  /** the place of the teams: whether a ledger was begun on this device (`ledgerBegun`); `set`: it is now. */
  begun: [{ readonly set: boolean }, { readonly is: boolean }];
  /** the place of the teams: the ledger was changed by what came from a colleague. */
  changed: [null, null];
  /** our page: is this tab watched, and how well. */
  tab: [{ readonly tabId: number }, { readonly frames: readonly (FrameState & { readonly frameId: number })[] }];
  /** our page: the same for every open tab. */
  surfaces: [
    null,
    {
      readonly tabs: readonly {
        readonly tabId: number;
        readonly frames: readonly (FrameState & { readonly frameId: number })[];
      }[];
    },
  ];
}
export type MessageName = keyof Messages;

/** What the warning itself can write to the ledger. */
export type RecordAct =
  | { readonly kind: 'add-person'; readonly name: string; readonly address: string; readonly channel: Channel }
  | {
      readonly kind: 'consent';
      readonly personId: string;
      readonly purpose: Purpose;
      readonly channel: Channel;
      readonly method: Method;
      readonly evidence: EvidenceKind;
      readonly excerpt: string;
    }
  | { readonly kind: 'agreement'; readonly releaseId: string; readonly personId: string; readonly excerpt: string }
  /** A chat that is known by its title or thread alone, as a contact point of somebody in the ledger. */
  | { readonly kind: 'bind-chat'; readonly personId: string; readonly address: string; readonly channel: Channel };

/** Who may send which message. */
export const ASKED_BY: Readonly<Record<MessageName, 'guard' | 'page'>> = {
  judge: 'guard',
  hold: 'guard',
  left: 'guard',
  alarm: 'guard',
  hello: 'guard',
  focus: 'guard',
  lookKey: 'guard',
  findings: 'page',
  chose: 'page',
  dismiss: 'page',
  record: 'page',
  find: 'page',
  skip: 'page',
  teach: 'page',
  taught: 'guard',
  tried: 'guard',
  sites: 'page',
  teamHost: 'page',
  teamList: 'page',
  begun: 'page',
  changed: 'page',
  tab: 'page',
  surfaces: 'page',
};
