import type { ConsentRecord } from './consent.ts';
import type { NewRecordFields } from './consent-changes.ts';
import { RIGHTS_ID_PDP, type RightOffer, type Withdrawal } from './consent-control.ts';
import {
  CATEGORY_OF_DATUM,
  categoryOfChannel,
  type DataCategory,
  type DataSource,
  type DatumUse,
  type Sensitivity,
  type Storage,
  sensitivityOf,
} from './consent-data.ts';
import { type ConsentNotice, type NoticeLanguage, noticeInForce, noticeOf } from './consent-notice.ts';
import type { Party, SharedWith } from './consent-party.ts';
import type { LawPackId, SubjectRole } from './enums.ts';
import type { Instant, Person, PersonState } from './person.ts';
import type { Policy } from './policy.ts';

/** What a space has settled for its records. */
export interface RecordSettings {
  readonly jurisdictions?: readonly string[];
  readonly shared_with?: readonly SharedWith[];
  readonly storage?: Storage;
  readonly geo_restriction?: readonly string[];
  readonly withdrawal?: readonly Withdrawal[];
  /** ISO 8601: how long a consent is asked for. */
  readonly consent_life?: string;
}

/** What fills a record that does not say it itself. */
export type RecordDefaults = Partial<
  Pick<
    ConsentRecord,
    'subject_role' | 'age_band' | 'guardian_id' | 'controller' | 'jurisdictions' | 'withdrawal' | 'rights'
  >
> & {
  /** Of every version that was published, in the person's language; the last is in force. */
  readonly notices: readonly ConsentNotice[];
  readonly data?: readonly DatumUse[];
  readonly source?: DataSource;
  readonly shared_with?: readonly SharedWith[];
  readonly storage?: Storage;
  readonly geo_restriction?: readonly string[];
};

// Our own policy (domain.md §5.3), not law.
export const CONSENT_LIFE = 'P12M';
export const DATA_LIFE = 'P24M';
/** The word by which a person takes a consent back in a reply; both languages know it. */
export const STOP_WORD = 'STOP';

const COUNTRY: Readonly<Record<LawPackId, string>> = {
  ID_PDP: 'ID',
  EU_GDPR: 'EU',
  UK_GDPR_PECR: 'GB',
  CA_CASL: 'CA',
  US_CANSPAM: 'US',
  SG_PDPA: 'SG',
  MY_PDPA: 'MY',
};

/** The settings of the space, and what the ledger holds of this person, as defaults of a record. */
export function recordDefaults(policy: Policy, state?: PersonState): RecordDefaults {
  const { controller, records = {}, lawPacks } = policy;
  const person = state?.person;
  const language = languageOf(person);
  const withdrawal = records.withdrawal ?? withdrawalBy(controller);
  return {
    notices: (policy.notices ?? []).map((notice) => noticeOf(notice, language)),
    jurisdictions: records.jurisdictions ?? [...new Set(lawPacks.map((pack) => COUNTRY[pack]))],
    shared_with: records.shared_with ?? [],
    storage: records.storage ?? { locations: ['device'], retention: DATA_LIFE },
    rights: rightsOf(controller),
    ...(controller ? { controller } : {}),
    ...(withdrawal.length > 0 ? { withdrawal } : {}),
    ...(records.geo_restriction ? { geo_restriction: records.geo_restriction } : {}),
    ...(state
      ? { data: dataHeld(state, lawPacks), subject_role: state.person.role, age_band: state.person.ageBand }
      : {}),
    ...(person?.guardianId ? { guardian_id: person.guardianId } : {}),
    ...(person?.source ? { source: sourceOf(person.source) } : {}),
  };
}

export const languageOf = (person: Pick<Person, 'language'> | undefined): NoticeLanguage =>
  person?.language === undefined || /^(id|in|ms|jv|su)\b/i.test(person.language) ? 'id' : 'en';

/** The notice in force as a record names it. */
export const currentNotice = (
  policy: Policy,
  language: NoticeLanguage,
  shownAt?: Instant,
): ConsentNotice | undefined => {
  const notice = noticeInForce(policy.notices);
  return notice && noticeOf(notice, language, shownAt);
};

/** What a record that begins now keeps of the settings, so that it says later what held then (`ConsentWish.record`). */
export function newRecordFields(
  policy: Policy,
  state: PersonState,
  at: Instant,
  notice?: ConsentNotice,
): NewRecordFields {
  const { notices: _, data, source, shared_with, storage, geo_restriction, ...record } = recordDefaults(policy, state);
  return {
    record: { ...record, created_at: at, ...(notice ? { notice } : {}) },
    process: {
      ...(data ? { data } : {}),
      ...(source ? { source } : {}),
      ...(shared_with ? { shared_with } : {}),
      ...(storage ? { storage } : {}),
      ...(geo_restriction ? { geo_restriction } : {}),
    },
  };
}

/** The same, with the notice in force; `shown`: the person had it before. */
export const recordNow = (policy: Policy, state: PersonState, at: Instant, shown: boolean): NewRecordFields =>
  newRecordFields(policy, state, at, currentNotice(policy, languageOf(state.person), shown ? at : undefined));

/** Roles in which one writes to a person at work; their address is one of work unless they say otherwise. */
const AT_WORK: ReadonlySet<SubjectRole> = new Set([
  'journalist',
  'editor',
  'kol_manager',
  'employee',
  'partner',
  'vendor',
  'public_official',
  'institution',
]);

export const isAtWork = (role: SubjectRole): boolean => AT_WORK.has(role);

/** What is really held: name, addresses, data. The name and the addresses are what writing to somebody needs. */
export function dataHeld({ person, points, data }: PersonState, packs: readonly LawPackId[]): readonly DatumUse[] {
  const child = person.ageBand === 'child';
  const needed: readonly DataCategory[] = [
    'name',
    ...points.map(({ channel }) => categoryOfChannel(channel, isAtWork(person.role))),
  ];
  const extra = data.map(({ kind, category }) => category ?? CATEGORY_OF_DATUM[kind]);
  return [...new Set([...needed, ...extra])].map((category) => {
    const said = data.flatMap((datum) =>
      (datum.category ?? CATEGORY_OF_DATUM[datum.kind]) === category && datum.sensitivity ? [datum.sensitivity] : [],
    );
    const [stated] = said.toSorted((a, b) => STRICT.indexOf(a) - STRICT.indexOf(b));
    const lawful = sensitivityOf(category, packs, child);
    return {
      category,
      // What the user says adds to the law, and takes nothing from it.
      sensitivity: lawful === 'general' ? (stated ?? lawful) : lawful,
      necessity: needed.includes(category) ? 'required' : 'optional',
    };
  });
}

const STRICT: readonly Sensitivity[] = ['specific', 'confidential', 'general'];

function withdrawalBy(controller: Party | undefined): readonly Withdrawal[] {
  if (!controller?.contact_email) return [];
  return [
    { method: 'reply_keyword', address: STOP_WORD },
    { method: 'mailto', address: controller.contact_email },
    ...(controller.phone ? [{ method: 'phone' as const, address: controller.phone }] : []),
  ];
}

const rightsOf = (controller: Party | undefined): readonly RightOffer[] =>
  RIGHTS_ID_PDP.map(([code]) => (controller?.contact_email ? { code, contact: controller.contact_email } : { code }));

function sourceOf({ type, detail, collectedAt, noUnsolicited }: NonNullable<Person['source']>): DataSource {
  return {
    type,
    ...(detail === undefined ? {} : { detail }),
    ...(collectedAt === undefined ? {} : { collected_at: collectedAt }),
    ...(noUnsolicited === undefined ? {} : { no_unsolicited: noUnsolicited }),
  };
}
