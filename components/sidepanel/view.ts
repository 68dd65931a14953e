import type { Draft, ReadProblem, Recipient } from '@/lib/domain/draft.ts';
import type { Channel, Purpose } from '@/lib/domain/enums.ts';
import type { PersonState } from '@/lib/domain/person.ts';
import type { Policy } from '@/lib/domain/policy.ts';
import type { Write } from '../ledger/write.ts';
import type { Candidate, RecordForm } from '../warning/view.ts';
import type { AskDesk } from './ask-view.ts';

/** One addressee as the panel shows it. */
export type Card =
  | { readonly kind: 'person'; readonly recipient: Recipient; readonly state: PersonState }
  /** Several people share this chat's title. */
  | { readonly kind: 'shared'; readonly recipient: Recipient; readonly people: readonly PersonState[] }
  | { readonly kind: 'unknown' | 'group' | 'colleague'; readonly recipient: Recipient };

/** Who can see whom. */
export interface Audience {
  readonly visible: number;
  readonly organisations: number;
  readonly hidden: number;
  readonly group: boolean;
}

/** The message in focus, without its words. */
export interface Message {
  readonly channel: Channel;
  readonly audience: Draft['audience'];
  readonly purpose: Purpose;
  /** Worst first. */
  readonly cards: readonly Card[];
  readonly seen: Audience;
  readonly problems: readonly ReadProblem[];
}

/** What the panel answered to "May I write to …?". */
export interface Found {
  readonly query: string;
  readonly people: readonly PersonState[];
  readonly total: number;
  /** Where the question itself leads, so that a stranger can be added with it. */
  readonly at?: { readonly channel: Channel; readonly address: string };
}

/** What every card is given. */
export interface Office {
  readonly purpose: Purpose;
  readonly policy: Policy;
  readonly ask: AskDesk;
  readonly now: string;
  readonly write: (state: PersonState) => Write;
  readonly find: (query: string) => Promise<readonly Candidate[]>;
  /** Adds a person, or binds an address to one. False: it could not be recorded. */
  readonly record: (form: RecordForm) => Promise<boolean>;
  /** Names whom a shared title means. False: the page did not take it. */
  readonly choose: (address: string, personId: string) => Promise<boolean>;
}

export const recordHref = (personId: string): string => `/ledger.html#/people/${encodeURIComponent(personId)}`;
