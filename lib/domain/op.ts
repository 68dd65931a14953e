import type { ConsentEvent, ConsentRecord } from './consent.ts';
import type {
  Contact,
  ContactPoint,
  Datum,
  Disclosure,
  Instant,
  Note,
  Person,
  PersonId,
  RightsRequest,
  SpaceId,
  Suppression,
} from './person.ts';
import type { Policy } from './policy.ts';
import type { RequestEvent } from './request.ts';
import type { SavedList } from './saved-list.ts';
import type { EmbargoAgreement, ReleaseFields, Term } from './topic.ts';
import type { ApprovalStep } from './topic-approval.ts';

export interface Erasure {
  readonly at: Instant;
  /** Blind tokens of every address that the person had. */
  readonly tokens: readonly string[];
  readonly requestId?: string;
}

export type PersonFields = Partial<Omit<Person, 'id' | 'space'>>;

/** One change to one subject. What is not listed here cannot change. */
export type Change =
  | { readonly kind: 'person'; readonly set: PersonFields }
  | { readonly kind: 'point'; readonly point: ContactPoint }
  | { readonly kind: 'point-removed'; readonly pointId: string }
  | { readonly kind: 'record'; readonly record: Omit<ConsentRecord, 'events' | 'subject_id'> }
  | { readonly kind: 'consent'; readonly recordId: string; readonly event: ConsentEvent }
  | { readonly kind: 'suppression'; readonly suppression: Suppression }
  | { readonly kind: 'suppression-lifted'; readonly suppressionId: string }
  | { readonly kind: 'datum'; readonly datum: Datum }
  | { readonly kind: 'datum-removed'; readonly datumId: string }
  | { readonly kind: 'note'; readonly note: Note }
  | { readonly kind: 'note-removed'; readonly noteId: string }
  | { readonly kind: 'contacted'; readonly contact: Contact }
  | { readonly kind: 'disclosed'; readonly disclosure: Disclosure }
  | { readonly kind: 'request'; readonly request: Omit<RightsRequest, 'events'> }
  | { readonly kind: 'request-step'; readonly requestId: string; readonly event: RequestEvent }
  /** Absorbing: nothing that was or will be said of this person is kept but these tokens of their addresses. */
  | { readonly kind: 'erased'; readonly erasure: Erasure }
  | { readonly kind: 'term'; readonly term: Omit<Term, 'id'> }
  | { readonly kind: 'release'; readonly release: ReleaseFields }
  | { readonly kind: 'agreement'; readonly agreement: EmbargoAgreement }
  | { readonly kind: 'approval'; readonly approval: ApprovalStep }
  | { readonly kind: 'removed' }
  /** A list is its rule: it holds nobody. */
  | { readonly kind: 'list'; readonly list: SavedList }
  | { readonly kind: 'list-removed'; readonly listId: string }
  | { readonly kind: 'policy'; readonly set: Partial<Policy> }
  | { readonly kind: 'undo'; readonly batch: string };

/** The only way anything changes. `subject` names the person, term or release it is about; `space` for policy and undo. */
export interface Op {
  readonly id: string;
  readonly space: SpaceId;
  readonly subject: PersonId;
  readonly of: 'person' | 'term' | 'release' | 'space';
  readonly at: Instant;
  readonly by: string;
  /** One import or bulk edit: previewed before, undone after. */
  readonly batch?: string;
  readonly changes: readonly Change[];
}
