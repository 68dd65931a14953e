import type { ConsentRecord, Evidence } from './consent.ts';
import type { DataCategory, Sensitivity } from './consent-data.ts';
import type {
  AgeBand,
  Channel,
  Classification,
  DatumKind,
  Purpose,
  RequestType,
  SourceType,
  SubjectRole,
} from './enums.ts';
import type { RequestClock, RequestEvent } from './request.ts';

/** Instants are ISO 8601 strings, stored in UTC with `Z`; an offset is accepted on the way in. */
export type Instant = string;
/** Opaque, uuid v7. */
export type PersonId = string;
export type SpaceId = string;
/** The space that is always there. */
export const PERSONAL_SPACE: SpaceId = 'personal';
/** The space of the practice mailbox: its sample people never answer for a real message. */
export const PRACTICE_SPACE: SpaceId = 'practice';
/** The author of ops until a team gives its members names. */
export const SELF = 'self';

/** Where data come from, and when they came. */
export interface Source {
  readonly type: SourceType;
  readonly detail?: string;
  readonly collectedAt?: Instant;
  readonly noUnsolicited?: boolean;
}

/** A human or institution we may write to: the data subject (*Subjek Data Pribadi*). */
export interface Person {
  readonly id: PersonId;
  readonly space: SpaceId;
  readonly name: string;
  readonly role: SubjectRole;
  readonly outlet?: string;
  readonly ageBand: AgeBand;
  readonly timezone?: string;
  readonly language?: string;
  readonly honorific?: string;
  readonly nicknames: readonly string[];
  readonly clearance: Classification;
  readonly groups: readonly string[];
  readonly clients: readonly string[];
  readonly topics: readonly string[];
  /** Empty: there was one, and it was taken out again. */
  readonly guardianId?: PersonId;
  readonly source?: Source;
  readonly sharedWith: readonly PersonId[];
}

/** One address, number, handle or bound chat of a Person, on one Channel. */
export interface ContactPoint {
  readonly id: string;
  readonly channel: Channel;
  /** As the user wrote it; `normaliseAddress` gives the form that is compared. */
  readonly address: string;
  /** The owner made it public (a press desk's number): passing it on is no finding. */
  readonly published?: boolean;
}

/** "Do not contact", for any basis. A block stands until an op that names it lifts it. */
export interface Suppression {
  readonly id: string;
  readonly scope: 'all' | { readonly purpose: Purpose } | { readonly channel: Channel } | { readonly client: string };
  readonly since: Instant;
  /** How we know: free words of the user, never another person's data. */
  readonly source?: string;
  /** Their words, where they were caught as evidence. */
  readonly evidence?: Evidence;
  /** They asked to be erased: all that is left of them is what recognises the address. */
  readonly erased?: boolean;
}

/** What Izin recognises if it appears in a draft. */
export interface Datum {
  readonly id: string;
  readonly kind: DatumKind;
  readonly value: string;
  /** Left out: as the kind and the law packs say. */
  readonly category?: DataCategory;
  readonly sensitivity?: Sensitivity;
  /** Left out: that of the person. */
  readonly source?: Source;
  /** Why it is held. */
  readonly purpose?: Purpose;
  /** ISO 8601 duration from collection. */
  readonly retention?: string;
}

export interface Note {
  readonly id: string;
  readonly text: string;
  readonly at: Instant;
}

export interface Contact {
  readonly at: Instant;
  readonly channel: Channel;
  readonly purpose: Purpose;
  /** It answered their own message: it does not count towards a cap. */
  readonly answer?: boolean;
}

/** Somebody got data about this person from us. */
export interface Disclosure {
  readonly id: string;
  readonly at: Instant;
  /** Whom we told: a party, an organisation, a person; the user's words. */
  readonly to: string;
  readonly categories: readonly DataCategory[];
}

/** What a person asked for. `requestFile` says where it stands; `state` alone is what older records have. */
export interface RightsRequest {
  readonly id: string;
  readonly type: RequestType;
  readonly receivedAt: Instant;
  readonly state: 'open' | 'done';
  /** Zone of receipt: WIB, WITA, WIT or an IANA name. */
  readonly zone?: string;
  readonly channel?: Channel;
  /** In the person's words, or ours: what exactly is asked. */
  readonly words?: string;
  readonly evidence?: Evidence;
  /** As counted at receipt, with the row it comes from. */
  readonly due?: RequestClock;
  /** Oldest first. */
  readonly events?: readonly RequestEvent[];
}

/** All that the ledger holds of one person, folded from ops. */
export interface PersonState {
  readonly person: Person;
  readonly points: readonly ContactPoint[];
  readonly records: readonly ConsentRecord[];
  readonly suppressions: readonly Suppression[];
  readonly data: readonly Datum[];
  readonly notes: readonly Note[];
  readonly contacts: readonly Contact[];
  readonly requests: readonly RightsRequest[];
  /** Oldest first; absent where there were none. */
  readonly disclosures?: readonly Disclosure[];
}
