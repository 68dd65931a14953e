import type { Evidence } from './consent.ts';
import type { Classification } from './enums.ts';
import type { Instant, PersonId } from './person.ts';

/** A phrase that must not leave, with its secrecy class. */
export interface Term {
  readonly id: string;
  readonly phrases: readonly string[];
  readonly class: Classification;
  /** People (ids) and groups (names) who may see it whatever their clearance. */
  readonly cleared: readonly string[];
}

export interface EmbargoAgreement {
  readonly personId: PersonId;
  readonly agreedAt: Instant;
  readonly evidence?: Evidence;
}

/** A text that may not be used before `liftsAt`; a person may have it earlier only after agreeing. */
export interface Release {
  readonly id: string;
  readonly title: string;
  readonly phrases: readonly string[];
  readonly liftsAt: Instant;
  /** The zone in which it was announced: WIB, WITA, WIT or an IANA name. */
  readonly zone: string;
  readonly agreements: readonly EmbargoAgreement[];
}
