import { stateFor } from '../domain/consent-state.ts';
import type { Channel, Purpose } from '../domain/enums.ts';
import type { Instant, PersonState } from '../domain/person.ts';
import type { Field } from './fields.ts';
import { isContactField } from './fields.ts';
import { writeCsv } from './write-csv.ts';

/**
 * People → CSV. Headings are the field names, which an import knows again. Consent is that of one purpose: a table has one
 * cell for it; the whole history is in the records.
 */
export function exportCsv(
  people: readonly PersonState[],
  fields: readonly Field[],
  purpose: Purpose,
  at: Instant,
): string {
  return writeCsv([fields, ...people.map((state) => fields.map((field) => cellOf(state, field, purpose, at)))]);
}

function cellOf(state: PersonState, field: Field, purpose: Purpose, at: Instant): string {
  const { person } = state;
  if (isContactField(field)) return state.points.find(({ channel }) => channel === field)?.address ?? '';
  switch (field) {
    case 'name':
    case 'role':
      return person[field];
    case 'outlet':
    case 'timezone':
      return person[field] ?? '';
    case 'topics':
    case 'groups':
      return person[field].join('; ');
    case 'notes':
      return state.notes.map(({ text }) => text).join(' | ');
    case 'do_not_contact':
      return state.suppressions.some(({ scope }) => scope === 'all') ? 'yes' : '';
    default:
      return consentCell(state, field, purpose, at);
  }
}

type ConsentField = 'consent_state' | 'consent_at' | 'consent_until' | 'consent_method' | 'consent_evidence';

function consentCell(state: PersonState, field: ConsentField, purpose: Purpose, at: Instant): string {
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
