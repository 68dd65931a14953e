import type { ConsentRecord } from '../../domain/consent.ts';
import { parseRecord } from '../../ledger/consent-schema.ts';
import { idOf } from './iri.ts';
import { idAt, listAt, mapAt, type Node, node, nodeAt, nodesAt } from './node.ts';
import { readEvent } from './read-event.ts';
import { readProcess } from './read-process.ts';
import { countryOf } from './terms.ts';

/** A node as `writeRecord` makes it → the record, checked field by field at the ledger's edge; else what is wrong. */
export function readRecord(from: Node): ReturnType<typeof parseRecord> {
  const subject = nodeAt(from, 'dpv:hasDataSubject');
  const record: Readonly<Record<keyof ConsentRecord, unknown>> = {
    schema_version: from['izin:schemaVersion'],
    record_id: from['dct:identifier'],
    subject_id: idOf(subject?.['@id']),
    law_packs: listAt(from, 'izin:lawPack') ?? [],
    created_at: from['dct:created'],
    modified_at: from['dct:modified'],
    subject_role: subject?.['izin:subjectRole'],
    age_band: subject?.['izin:ageBand'],
    guardian_id: idOf(idAt(subject?.['izin:guardian'])),
    accessible_contact: subject?.['izin:accessibleContact'],
    controller: readParty(nodeAt(from, 'dpv:hasDataController')),
    jurisdictions: mapAt(from, 'dpv:hasJurisdiction', (term) => countryOf(String(term))),
    uk_subscriber: from['izin:ukSubscriber'],
    notice: readNotice(nodeAt(from, 'dpv:hasNotice')),
    // No receipt says it: the fold makes it of what the ledger holds.
    former: undefined,
    processes: nodesAt(from, 'dpv:hasProcess').map(readProcess),
    withdrawal: readWithdrawals(from),
    rights: readRights(from),
    preferences: readPreferences(nodeAt(from, 'izin:preferences')),
    events: nodesAt(from, 'dpv:hasConsentStatus').map(readEvent),
  };
  return parseRecord(node(record));
}

const readParty = (from: Node | undefined): Node | undefined =>
  from &&
  node({
    party_id: idOf(from['@id']),
    name: from['dct:title'],
    role: from['izin:partyRole'],
    identifier: from['dct:identifier'],
    contact_email: from['izin:contactEmail'],
    phone: from['izin:phone'],
    address: from['dpv:hasAddress'],
    url: from['izin:url'],
    agreement_date: from['izin:agreementDate'],
  });

const readNotice = (from: Node | undefined): Node | undefined =>
  from &&
  node({
    version: from['dct:hasVersion'],
    language: from['dct:language'],
    text_sha256: from['izin:textSha256'],
    uri: from['izin:uri'],
    shown_at: from['izin:shownAt'],
  });

const readWithdrawals = (from: Node): unknown =>
  'dpv:hasConsentControl' in from
    ? nodesAt(from, 'dpv:hasConsentControl').map((one) => ({
        method: one['izin:withdrawalMethod'],
        address: one['izin:withdrawalAddress'],
      }))
    : undefined;

const readRights = (from: Node): unknown =>
  'dpv:hasRight' in from
    ? nodesAt(from, 'dpv:hasRight').map((one) => node({ code: one['izin:right'], contact: one['izin:contact'] }))
    : undefined;

function readPreferences(from: Node | undefined): Node | undefined {
  if (!from) return undefined;
  const quiet = nodeAt(from, 'izin:quietHours');
  return node({
    topics: listAt(from, 'izin:topic'),
    max_per_30d: from['izin:maxPer30Days'],
    quiet_hours: quiet && { tz: quiet['izin:timeZone'], from: quiet['izin:from'], to: quiet['izin:to'] },
    languages: listAt(from, 'izin:language'),
    channels_pref: listAt(from, 'izin:preferredChannel'),
  });
}
