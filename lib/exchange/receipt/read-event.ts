import type { ConsentEvent } from '../../domain/consent.ts';
import { idOf } from './iri.ts';
import { listAt, type Node, node, nodeAt } from './node.ts';

/** Loose fields; the ledger's edge checks them. */
export function readEvent(from: Node): Node {
  const evidence = nodeAt(from, 'izin:evidence');
  const duration = nodeAt(from, 'dpv:hasDuration');
  const event: Readonly<Record<keyof ConsentEvent, unknown>> = {
    event_id: from['dct:identifier'],
    state: from['izin:state'],
    consent_type: from['izin:consentType'],
    at: from['dpv:isIndicatedAtTime'],
    until: from['izin:until'],
    duration: duration && node({ kind: duration['izin:durationKind'], value: duration['rdf:value'] }),
    by_party: idOf(from['izin:byParty']),
    by_relation: from['izin:byRelation'],
    method: from['dpv:hasIndicationMethod'],
    evidence:
      evidence &&
      node({
        kind: evidence['izin:evidenceKind'],
        sha256: evidence['izin:evidenceSha256'],
        locator: evidence['izin:evidenceLocator'],
        excerpt: evidence['izin:evidenceExcerpt'],
      }),
    recorded_by: from['izin:recordedBy'],
    recorded_at: from['izin:recordedAt'],
    reason: from['izin:reason'],
    prev: listAt(from, 'izin:follows') ?? [],
    purposes: listAt(from, 'izin:scopePurpose'),
    channels: listAt(from, 'izin:scopeChannel'),
    clients: listAt(from, 'izin:scopeClient'),
  };
  return node(event);
}
