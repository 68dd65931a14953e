import { DPV_STATE } from '../../domain/request.ts';
import { requestFile } from '../../domain/request-fold.ts';
import { IZIN, PREFIXES } from '../receipt/context.ts';
import { iriOf, timeOf } from '../receipt/iri.ts';
import type { AccessFile } from './file.ts';

/** Kinds of data that have a term in DPV's `pd:`; the rest are named under our own. */
const CATEGORY: Readonly<Record<string, string>> = {
  birth_date: 'pd:BirthDate',
  phone: 'pd:TelephoneNumber',
  nik: 'pd:OfficialID',
  npwp: 'pd:OfficialID',
  bank_account: 'pd:BankAccount',
  fee: 'pd:Income',
  health: 'pd:HealthRecord',
};

const TERMS = ['dpv:hasPersonalData', 'dpv:hasStatus', 'dpv:hasPurpose', 'izin:category'] as const;
const TIMES = ['dct:created', 'dct:issued', 'izin:since', 'izin:dueAt'] as const;

/** Shipped inside: nothing has to be fetched to read it. What no prefix names is of our own vocabulary. */
const CONTEXT: Readonly<Record<string, unknown>> = {
  ...PREFIXES,
  '@vocab': IZIN,
  ...Object.fromEntries(TERMS.map((term) => [term, { '@type': '@id' }])),
  ...Object.fromEntries(TIMES.map((term) => [term, { '@type': 'xsd:dateTime' }])),
};

/**
 * The file as JSON-LD. Consent records are named by their IRI; their own documents go beside it (`receipts`), where the
 * caller has them.
 */
export function accessJson(file: AccessFile, receipts: readonly unknown[] = []): string {
  const { id, name, source, guardianId, ...rest } = file.person;
  const document = {
    '@context': CONTEXT,
    '@id': iriOf(id),
    '@type': 'dpv:DataSubject',
    'dct:created': timeOf(file.madeAt),
    withheld: file.withheld,
    name,
    ...rest,
    ...(source ? { source } : {}),
    ...(guardianId ? { guardian: iriOf(guardianId) } : {}),
    contactPoint: file.points.map(({ id: point, channel, address }) => ({ '@id': iriOf(point), channel, address })),
    datum: file.data.map(({ id: datum, kind, value, ...more }) => ({
      '@id': iriOf(datum),
      'izin:category': CATEGORY[kind] ?? `izin:${kind}`,
      value,
      ...more,
    })),
    consent: file.consents.map(({ recordId, ...said }) => ({ record: { '@id': iriOf(recordId) }, ...said })),
    suppression: file.suppressions.map(({ id: one, since, ...said }) => ({
      '@id': iriOf(one),
      'izin:since': timeOf(since),
      ...said,
    })),
    note: file.notes.map(({ id: note, text, at }) => ({ '@id': iriOf(note), text, 'dct:issued': timeOf(at) })),
    contact: file.contacts.map(({ at, channel, purpose }) => ({ 'dct:issued': timeOf(at), channel, purpose })),
    receiver: file.receivers,
    disclosure: file.disclosures.map(({ id: one, at, to, categories }) => ({
      '@id': iriOf(one),
      'dct:issued': timeOf(at),
      to,
      'izin:category': categories.map((category) => `izin:${category}`),
    })),
    request: file.requests.map((request) => {
      const { stage, due, done } = requestFile(request);
      return {
        '@id': iriOf(request.id),
        requestType: request.type,
        'dct:created': timeOf(request.receivedAt),
        'dpv:hasStatus': DPV_STATE[stage],
        ...(request.words ? { words: request.words } : {}),
        ...(due ? { 'izin:dueAt': timeOf(due.at), law: `${due.law.pack} ${due.law.article}` } : {}),
        step: done.map(({ step, at }) => ({ name: step, 'dct:issued': timeOf(at) })),
      };
    }),
    ...(receipts.length > 0 ? { receipt: receipts } : {}),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
