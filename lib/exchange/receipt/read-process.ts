import type { Process } from '../../domain/consent.ts';
import { idOf } from './iri.ts';
import { listAt, mapAt, type Node, node, nodeAt, nodesAt } from './node.ts';
import { countryOf, placeOf } from './terms.ts';

/** Loose fields; the ledger's edge checks them. */
export function readProcess(from: Node): Node {
  const source = nodeAt(from, 'dpv:hasDataSource');
  const process: Readonly<Record<keyof Process, unknown>> = {
    process_id: from['dct:identifier'],
    purpose: from['izin:purpose'],
    purpose_note: from['izin:purposeNote'],
    lawful_basis: from['izin:lawfulBasis'],
    channels: listAt(from, 'izin:scopeChannel') ?? [],
    clients: listAt(from, 'izin:scopeClient') ?? [],
    topics: listAt(from, 'izin:topic'),
    profiling: from['izin:profiling'],
    campaign_id: from['izin:campaign'],
    since: from['izin:since'],
    lia_ref: from['izin:liaRef'],
    data: 'izin:datum' in from ? nodesAt(from, 'izin:datum').map(readDatum) : undefined,
    source:
      source &&
      node({
        type: source['izin:sourceType'],
        detail: source['izin:sourceDetail'],
        collected_at: source['izin:collectedAt'],
        no_unsolicited: source['izin:noUnsolicited'],
      }),
    shared_with: readRecipients(from),
    storage: readStorage(nodesAt(from, 'dpv:hasStorageCondition')),
    geo_restriction: mapAt(from, 'izin:geoRestriction', (term) => countryOf(String(term))),
  };
  return node(process);
}

const readDatum = (from: Node): Node => ({
  category: from['izin:category'],
  sensitivity: from['izin:sensitivity'],
  necessity: from['izin:necessity'],
});

/** The controller is named by its id alone, all others by the part in which they have the data. */
const readRecipients = (from: Node): unknown =>
  'dpv:hasRecipient' in from
    ? nodesAt(from, 'dpv:hasRecipient')
        .filter((one) => 'izin:sharedAs' in one)
        .map((one) =>
          node({
            party_id: idOf(one['@id']),
            kind: one['izin:sharedAs'],
            agreement_date: one['izin:agreementDate'],
          }),
        )
    : undefined;

function readStorage(conditions: readonly Node[]): Node | undefined {
  if (conditions.length === 0) return undefined;
  const of = (type: string): Node | undefined => conditions.find((one) => one['@type'] === type);
  const lasting = (one: Node | undefined): unknown => nodeAt(one, 'dpv:hasDuration')?.['rdf:value'];
  return node({
    locations: mapAt(of('dpv:StorageLocation'), 'dpv:hasLocation', (term) => placeOf(String(term))) ?? [],
    retention: lasting(of('dpv:StorageDuration')),
    delete_within: lasting(of('dpv:StorageDeletion')),
  });
}
