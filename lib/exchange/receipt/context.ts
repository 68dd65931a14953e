/** Ours until a domain is; it names terms and is never fetched. */
export const IZIN = 'https://example.org/izin/ns#';
export const PROFILE = 'https://w3id.org/dpv/schema/dpv-27560#';

export const PREFIXES = {
  dpv: 'https://w3id.org/dpv#',
  pd: 'https://w3id.org/dpv/pd#',
  loc: 'https://w3id.org/dpv/loc#',
  dct: 'http://purl.org/dc/terms/',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  izin: IZIN,
} as const;

/** Without the coercion a parser yields the text "dpv:PublicRelations", not the term. */
const TERMS = [
  'dct:conformsTo',
  'dpv:hasDataController',
  'dpv:hasDataSource',
  'dpv:hasDataSubject',
  'dpv:hasJurisdiction',
  'dpv:hasLegalBasis',
  'dpv:hasLocation',
  'dpv:hasNecessity',
  'dpv:hasPersonalData',
  'dpv:hasPurpose',
  'dpv:hasRecipient',
  'dpv:isExercisedAt',
  'dpv:isIndicatedBy',
  'izin:byParty',
  'izin:geoRestriction',
  'izin:guardian',
] as const;

const TIMES = [
  'dct:created',
  'dct:modified',
  'dct:issued',
  'dpv:isIndicatedAtTime',
  'izin:agreementDate',
  'izin:collectedAt',
  'izin:recordedAt',
  'izin:shownAt',
  'izin:since',
  'izin:until',
] as const;

const SETS = [
  'dpv:hasConsentControl',
  'dpv:hasConsentStatus',
  'dpv:hasProcess',
  'dpv:hasRight',
  'izin:record',
] as const;

/** Shipped inside every document: nothing has to be fetched to read it. */
export const CONTEXT: Readonly<Record<string, unknown>> = {
  ...PREFIXES,
  ...Object.fromEntries(TERMS.map((term) => [term, { '@type': '@id' }])),
  ...Object.fromEntries(TIMES.map((term) => [term, { '@type': 'xsd:dateTime' }])),
  ...Object.fromEntries(SETS.map((term) => [term, { '@container': '@set' }])),
};
