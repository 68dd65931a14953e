import type { ConsentEvent, ConsentRecord } from '../../domain/consent.ts';
import type { ConsentDuration } from '../../domain/consent-duration.ts';
import { iriOf, timeOf } from './iri.ts';
import { type Node, node } from './node.ts';
import { DURATION_TERM, STATE_TERM, TYPE_TERM } from './terms.ts';

export function writeEvent(event: ConsentEvent, seq: number, record: ConsentRecord): Node {
  const { evidence, duration } = event;
  const type = TYPE_TERM[event.consent_type];
  return node({
    '@id': iriOf(event.event_id),
    '@type': type ? [STATE_TERM[event.state], type] : [STATE_TERM[event.state]],
    'dct:identifier': event.event_id,
    'izin:seq': seq,
    'izin:state': event.state,
    'izin:consentType': event.consent_type,
    'dpv:isIndicatedBy': speakerOf(event, record),
    'izin:byRelation': event.by_relation,
    'izin:byParty': event.by_party && iriOf(event.by_party),
    'dpv:isIndicatedAtTime': timeOf(event.at),
    'dpv:hasIndicationMethod': event.method,
    'dpv:hasDuration': duration && writeDuration(duration),
    'izin:until': event.until ? timeOf(event.until) : event.until,
    'izin:evidence':
      evidence &&
      node({
        'izin:evidenceKind': evidence.kind,
        'izin:evidenceSha256': evidence.sha256,
        'izin:evidenceLocator': evidence.locator,
        'izin:evidenceExcerpt': evidence.excerpt,
      }),
    'izin:recordedBy': event.recorded_by,
    'izin:recordedAt': timeOf(event.recorded_at),
    'izin:reason': event.reason,
    'izin:follows': event.prev,
    'izin:scopePurpose': event.purposes,
    'izin:scopeChannel': event.channels,
    'izin:scopeClient': event.clients,
  });
}

export const writeDuration = ({ kind, value }: ConsentDuration): Node =>
  node({ '@type': DURATION_TERM[kind], 'izin:durationKind': kind, 'rdf:value': value });

/** An entity where one is known, else the part that it played. */
function speakerOf({ by_party, by_relation }: ConsentEvent, record: ConsentRecord): string {
  if (by_party) return iriOf(by_party);
  if (by_relation === 'self') return iriOf(record.subject_id);
  if (by_relation === 'guardian' && record.guardian_id) return iriOf(record.guardian_id);
  if (by_relation === 'controller' && record.controller) return iriOf(record.controller.party_id);
  return `izin:${by_relation}`;
}
