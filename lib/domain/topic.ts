import type { Evidence } from './consent.ts';
import type { Classification, Relation } from './enums.ts';
import type { KipFlag } from './kip.ts';
import type { Instant, PersonId } from './person.ts';
import type { Approval } from './topic-approval.ts';

/** A phrase that must not leave, with its secrecy class. */
export interface Term {
  readonly id: string;
  /** Every spelling by which it is known; the first is its name. */
  readonly phrases: readonly string[];
  readonly class: Classification;
  /** People (ids) and groups (names) who may see it whatever their clearance. */
  readonly cleared: readonly string[];
  /** Why it is kept, for the team; never shown to those who may not see it. */
  readonly note?: string;
}

export interface EmbargoAgreement {
  readonly personId: PersonId;
  readonly agreedAt: Instant;
  readonly evidence?: Evidence;
  /** The moment, and its zone, that the person agreed to. A later one wants a new word. */
  readonly liftsAt?: Instant;
  readonly zone?: string;
  readonly by_relation?: Relation;
}

/** `public_information`: the lane of UU KIP, in which secrecy rules never block. */
export const RELEASE_LANES = ['ordinary', 'public_information'] as const;
export type ReleaseLane = (typeof RELEASE_LANES)[number];

/** What is written down of a release. */
export interface ReleaseFields {
  readonly title: string;
  readonly phrases: readonly string[];
  readonly liftsAt: Instant;
  /** The zone in which it was announced: WIB, WITA, WIT or an IANA name. */
  readonly zone: string;
  readonly class?: Classification;
  /** People (ids) and groups (names) who work on it. */
  readonly cleared?: readonly string[];
  readonly lane?: ReleaseLane;
  readonly kip?: readonly KipFlag[];
}

/** A text that may not be used before `liftsAt`; a person may have it earlier only after agreeing. */
export interface Release extends ReleaseFields {
  readonly id: string;
  /** One a person, and only those that hold for the `liftsAt` of now. */
  readonly agreements: readonly EmbargoAgreement[];
  /** Agreed to an earlier moment than that of now: to be asked again. */
  readonly lapsed?: readonly EmbargoAgreement[];
  readonly approval?: Approval;
}
