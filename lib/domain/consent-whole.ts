import type { ConsentRecord, Process } from './consent.ts';
import type { RecordDefaults } from './consent-defaults.ts';
import { epoch } from './instant.ts';
import type { Instant } from './person.ts';

/** Fields that are mandatory in ISO/IEC TS 27560:2023 (domain.md §4.1) and may be absent in a stored record. */
export const MANDATORY_FIELDS = [
  'controller',
  'controller_contact',
  'jurisdictions',
  'notice',
  'notice_language',
  'processes',
  'data',
  'shared_with',
  'storage',
  'withdrawal',
  'events',
] as const;
export type MandatoryField = (typeof MANDATORY_FIELDS)[number];

export interface WholeRecord {
  readonly record: ConsentRecord;
  readonly missing: readonly MandatoryField[];
  /** What the record did not say itself and the settings of today do. */
  readonly filled: readonly MandatoryField[];
}

/**
 * The record as it is told to others. A notice that the record names is completed from the published version of that
 * number, never replaced by a newer one; a notice from the settings comes without `shown_at`: nobody says it was shown.
 */
export function wholeRecord(record: ConsentRecord, defaults: RecordDefaults): WholeRecord {
  const notice = record.notice
    ? { ...defaults.notices.findLast(({ version }) => version === record.notice?.version), ...record.notice }
    : defaults.notices.at(-1);
  const created = record.created_at ?? earliest(times(record));
  const modified = record.modified_at ?? latest(times(record)) ?? created;
  const { notices: _, data, source, shared_with, storage, geo_restriction, ...fields } = defaults;
  const processes = record.processes.map(
    (process): Process => ({ ...defined({ data, source, shared_with, storage, geo_restriction }), ...process }),
  );
  const whole: ConsentRecord = {
    ...defined(fields),
    ...record,
    processes,
    ...defined({ notice, created_at: created, modified_at: modified }),
  };
  const missing = missingFields(whole);
  return { record: whole, missing, filled: missingFields(record).filter((field) => !missing.includes(field)) };
}

export function missingFields(record: ConsentRecord): readonly MandatoryField[] {
  const { processes } = record;
  const lacks: Readonly<Record<MandatoryField, boolean>> = {
    controller: !record.controller?.name.trim(),
    controller_contact: !(record.controller?.contact_email || record.controller?.phone || record.controller?.url),
    jurisdictions: !record.jurisdictions?.length,
    notice: !record.notice?.version,
    notice_language: !record.notice?.language,
    processes: processes.length === 0,
    data: processes.some((process) => !process.data?.length),
    // Nobody is an answer; silence is none.
    shared_with: processes.some((process) => process.shared_with === undefined),
    storage: processes.some((process) => !process.storage?.locations.length),
    withdrawal: !record.withdrawal?.length,
    events: record.events.length === 0,
  };
  return MANDATORY_FIELDS.filter((field) => lacks[field]);
}

const times = ({ events, processes }: ConsentRecord): readonly Instant[] => [
  ...events.map(({ recorded_at }) => recorded_at),
  ...processes.flatMap(({ since }) => (since === undefined ? [] : [since])),
];
const earliest = (list: readonly Instant[]): Instant | undefined => list.toSorted((a, b) => epoch(a) - epoch(b))[0];
const latest = (list: readonly Instant[]): Instant | undefined => list.toSorted((a, b) => epoch(b) - epoch(a))[0];

/** Without what is undefined: JSON carries none, and a record must not differ from its reload. */
const defined = <T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
