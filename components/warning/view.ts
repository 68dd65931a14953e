import type { Draft } from '@/lib/domain/draft.ts';
import type { Channel, EvidenceKind, Method, OverrideReason, Purpose } from '@/lib/domain/enums.ts';
import type { Finding, Fix, Place } from '@/lib/domain/verdict.ts';
import type { HalfSentence } from './law.tsx';

export interface Attempt {
  readonly finding: Finding;
  readonly fix: Fix;
}
export type Unfolded = { readonly kind: 'reasons' } | ({ readonly kind: 'fix' } & Attempt);

export type Stage = 'waiting' | 'reading' | 'asking' | 'unreachable' | 'holding' | 'clear' | 'looking' | 'released';

/** What sending in spite of all asks for: nothing more, a reason, or it cannot be done. */
export type WayOn = 'plain' | 'reason' | 'none';

/** What a user says of one finding. `again`: it shall not be said again of these people. */
export type Fault = 'not-useful' | 'wrong' | 'again';
export interface Faulted {
  readonly finding: Finding;
  readonly fault: Fault;
}

/** All that the warning shows. */
export interface WarningView {
  readonly stage: Stage;
  readonly draft: Draft;
  readonly purpose: Purpose;
  readonly findings: readonly Finding[];
  /** False: not all of the message could be read or checked. */
  readonly complete: boolean;
  /** An answer is awaited, or a fix is on its way. */
  readonly busy: boolean;
  readonly settled: readonly Finding[];
  readonly byHand: readonly Attempt[];
  readonly faulted: readonly Faulted[];
  readonly unfolded?: Unfolded;
  readonly wayOn: WayOn;
  readonly reason?: OverrideReason;
  readonly note: string;
  readonly recorded: boolean;
  readonly reasonStands: boolean;
  readonly notUseful: boolean;
  readonly covered: boolean;
  readonly canGoTo: boolean;
  readonly half: HalfSentence;
}

/** What can be recorded from within the warning. */
export type RecordForm =
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
  | { readonly kind: 'bind-chat'; readonly personId: string; readonly address: string; readonly channel: Channel };

/** Somebody of the ledger, found by typing. */
export interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly outlet?: string;
}

export interface WarningActs {
  readonly fix: (attempt: Attempt) => void;
  readonly fold: () => void;
  readonly goTo: (place: Place) => void;
  readonly purpose: (purpose: Purpose) => void;
  readonly record: (form: RecordForm) => Promise<boolean>;
  readonly find: (query: string) => Promise<readonly Candidate[]>;
  /** Whom this chat's title means, for as long as the chat stays open. */
  readonly choose: (address: string, personId: string) => void;
  readonly reasons: () => void;
  readonly reason: (reason: OverrideReason) => void;
  readonly note: (note: string) => void;
  readonly again: () => void;
  /** Does not wait for the files that are still being read. */
  readonly skipFiles: () => void;
  readonly sendNow: () => void;
  readonly sendAnyway: () => void;
  readonly notUseful: () => void;
  readonly fault: (said: Faulted) => void;
  readonly back: () => void;
}
