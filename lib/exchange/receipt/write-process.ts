import type { ConsentRecord, Process } from '../../domain/consent.ts';
import type { DatumUse, Storage } from '../../domain/consent-data.ts';
import type { SharedWith } from '../../domain/consent-party.ts';
import { iriOf, timeOf } from './iri.ts';
import { type Node, node } from './node.ts';
import {
  BASIS_TERM,
  CATEGORY_TERM,
  countryTerm,
  PARTY_TERM,
  PURPOSE_TERM,
  placeTerm,
  SENSITIVITY_TERM,
  TYPE_TERM,
} from './terms.ts';

export function writeProcess(process: Process, record: ConsentRecord): Node {
  const { data, shared_with, storage, source } = process;
  return node({
    '@id': iriOf(process.process_id),
    '@type': 'dpv:Process',
    'dct:identifier': process.process_id,
    'dpv:hasPurpose': [PURPOSE_TERM[process.purpose]],
    'izin:purpose': process.purpose,
    'izin:purposeNote': process.purpose_note,
    'dpv:hasLegalBasis': process.lawful_basis === 'consent' ? consentTerm(record) : BASIS_TERM[process.lawful_basis],
    'izin:lawfulBasis': process.lawful_basis,
    'izin:scopeChannel': process.channels,
    'izin:scopeClient': process.clients,
    'izin:topic': process.topics,
    'izin:profiling': process.profiling,
    'izin:campaign': process.campaign_id,
    'izin:since': process.since && timeOf(process.since),
    'izin:liaRef': process.lia_ref,
    'dpv:hasPersonalData': data && [...new Set(data.map(({ category }) => CATEGORY_TERM[category]))],
    'izin:datum': data?.map(writeDatum),
    'dpv:hasDataSource':
      source &&
      node({
        '@type': 'dpv:DataSource',
        'izin:sourceType': source.type,
        'izin:sourceDetail': source.detail,
        'izin:collectedAt': source.collected_at && timeOf(source.collected_at),
        'izin:noUnsolicited': source.no_unsolicited,
      }),
    'dpv:hasRecipient': shared_with && writeRecipients(shared_with, record),
    'dpv:hasStorageCondition': storage && writeStorage(storage),
    'izin:geoRestriction': process.geo_restriction?.map(countryTerm),
  });
}

/** The kind of the newest consent on record; of none, consent as such. */
const consentTerm = ({ events }: ConsentRecord): string => {
  const last = events.findLast(({ consent_type }) => TYPE_TERM[consent_type]);
  return (last && TYPE_TERM[last.consent_type]) ?? BASIS_TERM.consent;
};

const writeDatum = ({ category, sensitivity, necessity }: DatumUse): Node =>
  node({
    '@type': [...new Set([CATEGORY_TERM[category], SENSITIVITY_TERM[sensitivity]])],
    'dpv:hasNecessity': necessity === 'required' ? 'dpv:Required' : 'dpv:Optional',
    'izin:category': category,
    'izin:sensitivity': sensitivity,
    'izin:necessity': necessity,
  });

/** The controller always has the data, so that nobody else is an answer too; others say in which part they have them. */
const writeRecipients = (shared: readonly SharedWith[], { controller }: ConsentRecord): readonly unknown[] => [
  ...(controller ? [iriOf(controller.party_id)] : []),
  ...shared.map(({ party_id, kind, agreement_date }) =>
    node({
      '@id': iriOf(party_id),
      '@type': PARTY_TERM[kind],
      'izin:sharedAs': kind,
      'izin:agreementDate': agreement_date && timeOf(agreement_date),
    }),
  ),
];

const writeStorage = ({ locations, retention, delete_within }: Storage): readonly Node[] => [
  node({ '@type': 'dpv:StorageLocation', 'dpv:hasLocation': locations.map(placeTerm) }),
  node({ '@type': 'dpv:StorageDuration', 'dpv:hasDuration': lasting(retention) }),
  ...(delete_within === undefined
    ? []
    : [node({ '@type': 'dpv:StorageDeletion', 'dpv:hasDuration': lasting(delete_within) })]),
];

const lasting = (duration: string): Node => ({ '@type': 'dpv:TemporalDuration', 'rdf:value': duration });
