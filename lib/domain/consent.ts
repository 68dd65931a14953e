import type {
  Channel,
  ConsentState,
  ConsentType,
  EvidenceKind,
  LawfulBasis,
  LawPackId,
  Method,
  Purpose,
  Relation,
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

/** One Person × one controller × one set of processes. */
export interface ConsentRecord {
  readonly schema_version: 'izin.consent/1';
  readonly record_id: string;
  readonly subject_id: PersonId;
  readonly law_packs: readonly LawPackId[];
  readonly notice?: { readonly version: string; readonly shown_at?: Instant };
  readonly processes: readonly Process[];
  readonly events: readonly ConsentEvent[];
}
