import { stateFor } from '../domain/consent-state.ts';
import type { Channel, Purpose } from '../domain/enums.ts';
import type { Instant, PersonState } from '../domain/person.ts';

type ConsentField = 'consent_state' | 'consent_at' | 'consent_until' | 'consent_method' | 'consent_evidence';

/** One cell about a person's consent to one purpose, on the channel that stands first. */
export function consentCell(state: PersonState, field: ConsentField, purpose: Purpose, at: Instant): string {
  const channel: Channel = state.points[0]?.channel ?? 'email';
  const found = state.records
    .map((record) => stateFor(record, { purpose, channel }, at))
    .find((one) => one.state !== 'none');
  if (found?.event === undefined) return '';
  switch (field) {
    case 'consent_state':
      return found.state;
    case 'consent_at':
      return found.event.at;
    case 'consent_until':
      return found.event.until ?? '';
    case 'consent_method':
      return found.event.method ?? '';
    case 'consent_evidence':
      return found.event.evidence?.excerpt ?? found.event.evidence?.locator ?? '';
  }
}
