import type { Channel, DatumKind } from '../domain/enums.ts';
import type { PersonState, SpaceId } from '../domain/person.ts';
import type { Release, Term } from '../domain/topic.ts';

/** What assessing a draft asks of the ledger. Every answer comes from blind tokens; only the people it names are decrypted. */
export interface LedgerReader {
  /** Parallel to `points`; several states where an address is known in several spaces or to several people. Addresses as read from the page. */
  peopleAt(
    spaces: readonly SpaceId[],
    points: readonly { readonly channel: Channel; readonly address: string }[],
  ): Promise<readonly (readonly PersonState[])[]>;
  /** Whose datum is this value? Contact points count as `email` and `phone`. Parallel to `data`. */
  ownersOf(
    spaces: readonly SpaceId[],
    data: readonly { readonly kind: DatumKind; readonly value: string }[],
  ): Promise<readonly (PersonState | undefined)[]>;
  /** All of whom this value is a datum: two may have one fee. Parallel to `data`. */
  holdersOf(
    spaces: readonly SpaceId[],
    data: readonly { readonly kind: DatumKind; readonly value: string }[],
  ): Promise<readonly (readonly PersonState[])[]>;
  /** Who is called by these words, in any order; nobody where they are too many to name one. */
  called(spaces: readonly SpaceId[], name: string): Promise<readonly PersonState[]>;
  terms(spaces: readonly SpaceId[]): Promise<readonly Term[]>;
  releases(spaces: readonly SpaceId[]): Promise<readonly Release[]>;
}
