import type { Instant } from './person.ts';

/** Whom a record names beside its subject; field names as stored (`izin.consent/1`). */
export const PARTY_ROLES = ['controller', 'joint', 'processor', 'third_party', 'authority'] as const;
export type PartyRole = (typeof PARTY_ROLES)[number];

/** An organisation: the controller of a record, or one that data are shared with. Never a contact of the ledger. */
export interface Party {
  readonly party_id: string;
  readonly name: string;
  readonly role: PartyRole;
  /** A registration number or the like. */
  readonly identifier?: string;
  /** Where a person reaches those who answer for the data. */
  readonly contact_email?: string;
  readonly phone?: string;
  readonly address?: string;
  readonly url?: string;
  /** When the agreement on the data was signed; none yet for a processor is a gap (UU PDP 51). */
  readonly agreement_date?: Instant;
}

export interface SharedWith {
  readonly party_id: string;
  readonly kind: PartyRole;
  readonly agreement_date?: Instant;
}
