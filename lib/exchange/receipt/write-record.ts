import type { ConsentRecord } from '../../domain/consent.ts';
import { RIGHTS_ID_PDP, type RightOffer, type Withdrawal } from '../../domain/consent-control.ts';
import type { ConsentNotice } from '../../domain/consent-notice.ts';
import type { Party } from '../../domain/consent-party.ts';
import type { Preferences } from '../../domain/consent-preferences.ts';
import { PROFILE } from './context.ts';
import { iriOf, placeIri, timeOf } from './iri.ts';
import { type Node, node } from './node.ts';
import { countryTerm, PARTY_TERM } from './terms.ts';
import { writeEvent } from './write-event.ts';
import { writeProcess } from './write-process.ts';

/** `#receipt` is the schema's name; the guide's `#receipt-record` is not in it (domain.md §4.6, rule 5). */
export type Conformance = 'record' | 'receipt';

export const writeRecord = (record: ConsentRecord, as: Conformance): Node =>
  node({
    '@id': iriOf(record.record_id),
    '@type': 'dpv:ConsentRecord',
    'izin:schemaVersion': record.schema_version,
    'dct:identifier': record.record_id,
    'dct:conformsTo': `${PROFILE}${as}`,
    'dct:created': record.created_at && timeOf(record.created_at),
    'dct:modified': record.modified_at && timeOf(record.modified_at),
    'dpv:hasDataSubject': writeSubject(record),
    'dpv:hasDataController': record.controller && writeParty(record.controller),
    'dpv:hasJurisdiction': record.jurisdictions?.map(countryTerm),
    'izin:lawPack': record.law_packs,
    'izin:ukSubscriber': record.uk_subscriber,
    'dpv:hasNotice': record.notice && writeNotice(record.notice),
    'dpv:hasProcess': record.processes.map((process) => writeProcess(process, record)),
    'dpv:hasConsentControl': record.withdrawal?.map(writeWithdrawal),
    'dpv:hasRight': record.rights?.map((right) => writeRight(right, record)),
    'izin:preferences': record.preferences && writePreferences(record.preferences),
    'dpv:hasConsentStatus': record.events.map((event, at) => writeEvent(event, at + 1, record)),
  });

const writeSubject = ({ subject_id, subject_role, age_band, guardian_id, accessible_contact }: ConsentRecord): Node =>
  node({
    '@id': iriOf(subject_id),
    '@type': age_band === 'child' ? ['dpv:DataSubject', 'dpv:Child'] : 'dpv:DataSubject',
    'izin:subjectRole': subject_role,
    'izin:ageBand': age_band,
    'izin:guardian': guardian_id && { '@id': iriOf(guardian_id), '@type': 'dpv:GuardianOfDataSubject' },
    'izin:accessibleContact': accessible_contact,
  });

const writeParty = (party: Party): Node =>
  node({
    '@id': iriOf(party.party_id),
    '@type': ['dpv:Organisation', PARTY_TERM[party.role]],
    'dct:title': party.name,
    'izin:partyRole': party.role,
    'dct:identifier': party.identifier,
    'izin:contactEmail': party.contact_email,
    'izin:phone': party.phone,
    'dpv:hasAddress': party.address,
    'izin:url': party.url,
    'izin:agreementDate': party.agreement_date && timeOf(party.agreement_date),
  });

const writeNotice = ({ version, shown_at, uri, text_sha256, language }: ConsentNotice): Node =>
  node({
    '@id': uri === undefined ? undefined : placeIri('link', uri),
    '@type': 'dpv:ConsentNotice',
    'dct:hasVersion': version,
    'dct:language': language,
    'izin:textSha256': text_sha256,
    'izin:uri': uri,
    'izin:shownAt': shown_at && timeOf(shown_at),
  });

const writeWithdrawal = ({ method, address }: Withdrawal): Node =>
  node({
    '@type': 'dpv:WithdrawConsent',
    'dpv:isExercisedAt': method === 'reply_keyword' || method === 'in_person' ? undefined : placeIri(method, address),
    'izin:withdrawalMethod': method,
    'izin:withdrawalAddress': address,
  });

const writeRight = ({ code, contact }: RightOffer, { law_packs }: ConsentRecord): Node => {
  const article = RIGHTS_ID_PDP.find(([right]) => right === code)?.[1];
  return node({
    '@type': 'dpv:DataSubjectRight',
    'dct:title': article && law_packs.includes('ID_PDP') ? `UU 27/2022 ${article}` : undefined,
    'dpv:isExercisedAt': contact === undefined ? undefined : placeIri('mailto', contact),
    'izin:right': code,
    'izin:contact': contact,
  });
};

const writePreferences = ({ topics, max_per_30d, quiet_hours, languages, channels_pref }: Preferences): Node =>
  node({
    'izin:topic': topics,
    'izin:maxPer30Days': max_per_30d,
    'izin:quietHours':
      quiet_hours &&
      node({ 'izin:timeZone': quiet_hours.tz, 'izin:from': quiet_hours.from, 'izin:to': quiet_hours.to }),
    'izin:language': languages,
    'izin:preferredChannel': channels_pref,
  });
