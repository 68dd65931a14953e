import type { ConsentEvent, ConsentRecord } from '../../domain/consent.ts';
import type { RecordDefaults } from '../../domain/consent-defaults.ts';
import { wholeRecord } from '../../domain/consent-whole.ts';
import type { Change } from '../../domain/op.ts';
import type { Instant, PersonState, Suppression } from '../../domain/person.ts';
import { CONTEXT } from './context.ts';
import { iriOf, timeOf } from './iri.ts';
import { type Node, node } from './node.ts';
import { writeRecord } from './write-record.ts';

/**
 * A record as its own person may see it (UU PDP 33: nothing of another person). Who of the team wrote it down, where the
 * proof lies, and free words of the team are held back; the person's own words, and what was done, stay.
 */
export function forPerson(record: ConsentRecord): ConsentRecord {
  const known = new Set([record.subject_id, record.controller?.party_id]);
  const events = record.events.map((event): ConsentEvent => {
    const { reason: _, by_party, evidence, ...rest } = event;
    const { locator: __, ...proof } = evidence ?? { kind: 'note_only' as const };
    return {
      ...rest,
      recorded_by: 'controller',
      ...(evidence ? { evidence: proof } : {}),
      ...(by_party !== undefined && known.has(by_party) ? { by_party } : {}),
    };
  });
  const processes = record.processes.map((process) => {
    if (!process.source) return process;
    const { detail: _, ...source } = process.source;
    return { ...process, source };
  });
  const { guardian_id: _, ...own } = record;
  return { ...own, processes, events };
}

/** All consent records of one person in one document, and every "do not contact" that stands. No name, no address. */
export function personDocument(state: PersonState, defaults: RecordDefaults, at: Instant): Node {
  return node({
    '@context': CONTEXT,
    '@id': iriOf(state.person.id),
    '@type': 'dpv:DataSubject',
    'izin:schemaVersion': 'izin.person/1',
    'dct:issued': timeOf(at),
    'izin:record': state.records.map((record) =>
      writeRecord(forPerson(wholeRecord(record, defaults).record), 'receipt'),
    ),
    'izin:suppression': state.suppressions.map(writeSuppression),
  });
}

const writeSuppression = ({ scope, since }: Suppression): Node =>
  node({
    'izin:since': timeOf(since),
    ...(scope === 'all'
      ? { 'izin:suppressionScope': 'all' }
      : 'purpose' in scope
        ? { 'izin:scopePurpose': scope.purpose }
        : 'channel' in scope
          ? { 'izin:scopeChannel': scope.channel }
          : { 'izin:scopeClient': scope.client }),
  });

/** The changes by which a record from a document enters a ledger, where every event is checked once more. */
export function recordChanges({ events, subject_id: _, ...record }: ConsentRecord): readonly Change[] {
  return [
    { kind: 'record', record },
    ...events.map((event): Change => ({ kind: 'consent', recordId: record.record_id, event })),
  ];
}
