import type { RightOffer, Withdrawal } from './consent-control.ts';
import type { DataSource, DatumUse, Storage } from './consent-data.ts';
import type { ConsentDuration } from './consent-duration.ts';
import type { ConsentNotice } from './consent-notice.ts';
import type { Party, SharedWith } from './consent-party.ts';
import type { Preferences } from './consent-preferences.ts';
import type {
  AgeBand,
  Channel,
  ConsentState,
  ConsentType,
  EvidenceKind,
  LawfulBasis,
  LawPackId,
  Method,
  Purpose,
  Relation,
  SubjectRole,
} from './enums.ts';
import type { Instant, PersonId } from './person.ts';

// Field names are those of the stored record `izin.consent/1` (`ISO/IEC TS 27560:2023`, DPV 2.3), hence snake_case.

/** What a consent covers: one purpose (with its channels and clients) on one lawful basis. */
export interface Process {
  readonly process_id: string;
  readonly purpose: Purpose;
  readonly lawful_basis: LawfulBasis;
  /** Empty: every channel that the person has. */
  readonly channels: readonly Channel[];
  /** Empty: every client. */
  readonly clients: readonly string[];
  readonly since?: Instant;
  readonly lia_ref?: string;
  readonly purpose_note?: string;
  readonly topics?: readonly string[];
  readonly profiling?: boolean;
  readonly campaign_id?: string;
  readonly data?: readonly DatumUse[];
  readonly source?: DataSource;
  /** Empty: nobody beside the controller. */
  readonly shared_with?: readonly SharedWith[];
  readonly storage?: Storage;
  /** ISO 3166-1 alpha-2: the only countries to which the data may go. */
  readonly geo_restriction?: readonly string[];
}

export interface Evidence {
  readonly kind: EvidenceKind;
  /** Hex SHA-256 of the thing itself. */
  readonly sha256?: string;
  readonly locator?: string;
  /** The person's own words, at most 280 characters. */
  readonly excerpt?: string;
}

/** One immutable change of state. Its state is typed by the event; the record's state is derived, never typed. */
export interface ConsentEvent {
  readonly event_id: string;
  readonly state: ConsentState;
  readonly consent_type: ConsentType;
  readonly at: Instant;
  /** End of validity; null or absent: none stated. */
  readonly until?: Instant | null;
  /** As it was said; `until` is the instant that it comes to. */
  readonly duration?: ConsentDuration;
  /** Who said it, where that is not the person: id of a guardian or a party. */
  readonly by_party?: string;
  readonly by_relation: Relation;
  readonly method?: Method;
  readonly evidence?: Evidence;
  readonly recorded_by: string;
  readonly recorded_at: Instant;
  readonly reason?: string;
  /** Heads that the author had seen: ids of the events that this one follows. Two events are concurrent when neither reaches the other. */
  readonly prev: readonly string[];
  /** Narrow the event to a part of the record; left out: the whole record. */
  readonly purposes?: readonly Purpose[];
  readonly channels?: readonly Channel[];
  readonly clients?: readonly string[];
}

export const SUBSCRIBER_KINDS = ['corporate', 'individual', 'unknown'] as const;

/**
 * One Person × one controller × one set of processes. What ISO/IEC TS 27560 wants beyond the first fields may be absent
 * in a stored record; `wholeRecord` fills it from the space's settings and tells what is missing still.
 */
export interface ConsentRecord {
  readonly schema_version: 'izin.consent/1';
  readonly record_id: string;
  readonly subject_id: PersonId;
  readonly law_packs: readonly LawPackId[];
  readonly notice?: ConsentNotice;
  readonly processes: readonly Process[];
  /** Made by the fold: what earlier wordings of this record covered. A restriction still covers it, a consent does not. */
  readonly former?: readonly Process[];
  readonly events: readonly ConsentEvent[];
  readonly created_at?: Instant;
  readonly modified_at?: Instant;
  readonly subject_role?: SubjectRole;
  readonly age_band?: AgeBand;
  readonly guardian_id?: PersonId;
  /** In which way this person can be told and asked (UU PDP 26). */
  readonly accessible_contact?: string;
  readonly controller?: Party;
  /** ISO 3166-1 alpha-2, or EU. */
  readonly jurisdictions?: readonly string[];
  readonly uk_subscriber?: (typeof SUBSCRIBER_KINDS)[number];
  readonly withdrawal?: readonly Withdrawal[];
  readonly rights?: readonly RightOffer[];
  readonly preferences?: Preferences;
}
