import type { DataCategory, Sensitivity } from '../../domain/consent-data.ts';
import type { DurationKind } from '../../domain/consent-duration.ts';
import type { PartyRole } from '../../domain/consent-party.ts';
import type { ConsentState, ConsentType, LawfulBasis, Purpose } from '../../domain/enums.ts';

/*
 * Our words → terms of DPV 2.3 (domain.md §4.2). Several of ours share a term, so each is written beside its term under
 * `izin:`, and read back from there. What DPV has no term for is a local one.
 */
export const PURPOSE_TERM: Readonly<Record<Purpose, string>> = {
  pr_media: 'dpv:PublicRelations',
  event_invite: 'dpv:PublicRelations',
  kol_collab: 'dpv:SocialMediaMarketing',
  direct_marketing: 'dpv:DirectMarketing',
  cross_sell: 'dpv:DirectMarketing',
  advertising: 'dpv:Advertising',
  crisis_notice: 'dpv:CommunicationManagement',
  contract_admin: 'dpv:VendorManagement',
  payment: 'dpv:VendorPayment',
  employee_comms: 'dpv:HumanResourceManagement',
  public_information: 'dpv:PublicBenefit',
  customer_care: 'dpv:CommunicationForCustomerCare',
  service_improvement: 'dpv:ImproveExistingProductsAndServices',
  internal_admin: 'dpv:RecordManagement',
  consent_request: 'dpv:CommunicationManagement',
  research: 'izin:research',
};

export const BASIS_TERM: Readonly<Record<LawfulBasis, string>> = {
  consent: 'dpv:Consent',
  contract: 'dpv:ContractPerformance',
  legal_obligation: 'dpv:LegalObligation',
  vital_interest: 'dpv:VitalInterest',
  public_task: 'dpv:OfficialAuthorityOfController',
  legitimate_interest: 'dpv:LegitimateInterestOfController',
};

export const TYPE_TERM: Readonly<Partial<Record<ConsentType, string>>> = {
  explicit: 'dpv:ExplicitlyExpressedConsent',
  expressed: 'dpv:ExpressedConsent',
  implied: 'dpv:ImpliedConsent',
};

export const STATE_TERM: Readonly<Record<ConsentState, string>> = {
  unknown: 'dpv:ConsentUnknown',
  requested: 'dpv:ConsentRequested',
  request_deferred: 'dpv:ConsentRequestDeferred',
  refused: 'dpv:ConsentRefused',
  given: 'dpv:ConsentGiven',
  renewed: 'dpv:RenewedConsentGiven',
  expired: 'dpv:ConsentExpired',
  withdrawn: 'dpv:ConsentWithdrawn',
  revoked: 'dpv:ConsentRevoked',
  invalidated: 'dpv:ConsentInvalidated',
};

export const PARTY_TERM: Readonly<Record<PartyRole, string>> = {
  controller: 'dpv:DataController',
  joint: 'dpv:JointDataControllers',
  processor: 'dpv:DataProcessor',
  third_party: 'dpv:ThirdParty',
  authority: 'dpv:Authority',
};

export const DURATION_TERM: Readonly<Record<DurationKind, string>> = {
  none: 'dpv:EndlessDuration',
  temporal: 'dpv:TemporalDuration',
  until_time: 'dpv:UntilTimeDuration',
  until_event: 'dpv:UntilEventDuration',
  occurrences: 'dpv:FixedOccurrencesDuration',
};

export const CATEGORY_TERM: Readonly<Record<DataCategory, string>> = {
  name: 'pd:Name',
  email_work: 'pd:EmailAddressWork',
  email_personal: 'pd:EmailAddressPersonal',
  phone: 'pd:TelephoneNumber',
  online_handle: 'izin:OnlineHandle',
  home_location: 'pd:HomeLocation',
  birth_date: 'pd:BirthDate',
  gender: 'pd:Gender',
  nationality: 'pd:Nationality',
  marital_status: 'pd:MaritalStatus',
  religion: 'pd:Religion',
  preference: 'pd:Preference',
  official_id: 'pd:OfficialID',
  income: 'pd:Income',
  bank_account: 'pd:BankAccount',
  health_record: 'pd:HealthRecord',
  biometric: 'pd:Biometric',
  genetic: 'pd:Genetic',
  criminal: 'pd:Criminal',
  family: 'izin:Family',
  commercial_terms: 'izin:CommercialTerms',
  other: 'dpv:PersonalData',
};

export const SENSITIVITY_TERM: Readonly<Record<Sensitivity, string>> = {
  general: 'dpv:PersonalData',
  specific: 'dpv:SensitivePersonalData',
  confidential: 'dpv:CommerciallyConfidentialData',
};

const PLACES: Readonly<Record<string, string>> = { device: 'dpv:WithinDevice', encrypted_sync: 'izin:EncryptedSync' };
export const placeTerm = (place: string): string => PLACES[place] ?? countryTerm(place);
export const placeOf = (term: string): string =>
  Object.entries(PLACES).find(([, one]) => one === term)?.[0] ?? countryOf(term);
export const countryTerm = (code: string): string => `loc:${code}`;
export const countryOf = (term: string): string => term.replace(/^loc:/, '');
