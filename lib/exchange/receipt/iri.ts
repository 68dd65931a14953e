import { epoch, isInstant, utc } from '../../domain/instant.ts';
import type { Instant } from '../../domain/person.ts';
import { IZIN } from './context.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const LOCAL = `${IZIN}id/`;

/** An id of the ledger as an IRI: a uuid as such, anything else under our own name. */
export const iriOf = (id: string): string => (UUID.test(id) ? `urn:uuid:${id}` : `${LOCAL}${encodeURIComponent(id)}`);

export function idOf(iri: unknown): string | undefined {
  if (typeof iri !== 'string') return undefined;
  if (iri.startsWith('urn:uuid:')) return iri.slice('urn:uuid:'.length);
  if (!iri.startsWith(LOCAL)) return undefined;
  try {
    return decodeURIComponent(iri.slice(LOCAL.length));
  } catch {
    return undefined;
  }
}

/** Where a right is used or a consent taken back, if that is a place a machine can name. */
export function placeIri(method: 'mailto' | 'phone' | 'link', address: string): string | undefined {
  if (method === 'mailto') return /^[^\s@<>"]+@[^\s@<>"]+$/.test(address) ? `mailto:${address}` : undefined;
  if (method === 'phone') {
    const digits = address.replace(/[^\d+]/g, '');
    return /^\+?\d{5,}$/.test(digits) ? `tel:${digits}` : undefined;
  }
  return /^https?:\/\//.test(address) && URL.canParse(address) ? new URL(address).href : undefined;
}

/** xsd:dateTime in UTC with `Z`; what is no instant is left as it is, and no processor takes it for one. */
export const timeOf = (at: Instant): string => (isInstant(at) ? utc(epoch(at)) : at);
