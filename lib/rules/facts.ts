import type { Recipient } from '../domain/draft.ts';
import type { DatumKind } from '../domain/enums.ts';
import type { Instant, PersonState } from '../domain/person.ts';
import type { NewestView } from '../domain/team-view.ts';
import type { Release, Term } from '../domain/topic.ts';
import type { Place } from '../domain/verdict.ts';

/** One addressee with what the ledger knows. More than one state: the same address in several spaces; the stricter answer holds. */
export interface RecipientFacts {
  readonly recipient: Recipient;
  /** Normalised; undefined: the text is no address of this channel. */
  readonly address?: string;
  readonly domain?: string;
  /** Not in our own domains and not an own address. */
  readonly outsider: boolean;
  readonly people: readonly PersonState[];
  /** The user does not want to be asked who this is, in this chat and this session. */
  readonly skipped?: boolean;
}

/** A person of the ledger whose datum stands in the draft. */
export interface Owner {
  readonly personId: string;
  readonly name: string;
  /** People (ids) to whom the owner lets it be passed on. */
  readonly sharedWith: readonly string[];
}

/** An identifier found in the words, and whose it is. */
export interface IdentifierFact {
  readonly kind: string;
  readonly place: Place;
  readonly value: string;
  readonly confidence: number;
  /** `self`: the sender's own; `published`: recorded as public; otherwise the known person, or nobody. */
  readonly owner: 'self' | 'published' | 'unknown' | Owner;
}

/** Words of the draft that the ledger keeps of somebody: a fee, an illness. Whether they are named beside it, the rule says. */
export interface HeldFact {
  readonly kind: DatumKind;
  readonly place: Place;
  /** What stands around it, of its own paragraph. */
  readonly before: string;
  readonly after: string;
  readonly holders: readonly PersonState[];
}

/** All that the ledger and detection know about one draft. With the draft, the policy and the time it is a rule's whole input. */
export interface Facts {
  readonly locked: boolean;
  /** False: a scan ran into its deadline, or a part could not be read. */
  readonly complete: boolean;
  readonly recipients: readonly RecipientFacts[];
  readonly terms: readonly { readonly term: Term; readonly place: Place }[];
  /** Without a place: the draft's campaign is about it. */
  readonly releases: readonly { readonly release: Release; readonly place?: Place }[];
  readonly identifiers: readonly IdentifierFact[];
  readonly placeholders: readonly Place[];
  /** Whether the teams of these lists could be asked for the newest; undefined: nobody had to be. */
  readonly newest?: readonly NewestView[];
  readonly held?: readonly HeldFact[];
  /** Whom the ledger knows by the name in the greeting, where that is not the addressee's. */
  readonly called?: readonly PersonState[];
  /** The whole message goes at this time. */
  readonly sendAt: Instant;
}
