import fc from 'fast-check';
import type { ConsentEvent, ConsentRecord, Process } from '@/lib/domain/consent.ts';
import { SUBSCRIBER_KINDS } from '@/lib/domain/consent.ts';
import { WITHDRAWAL_METHODS } from '@/lib/domain/consent-control.ts';
import { DATA_CATEGORIES, NECESSITIES, SENSITIVITIES } from '@/lib/domain/consent-data.ts';
import { PARTY_ROLES } from '@/lib/domain/consent-party.ts';
import * as list from '@/lib/domain/enums.ts';

/*
 * Whole records of every shape that the ledger's edge lets in, mandatory fields filled. Words are short and awkward:
 * quotes, braces, other scripts, prefixes of terms.
 */
const uuid = fc.uuid();
const id = fc.oneof(uuid, fc.stringMatching(/^[a-z0-9][a-zA-Z0-9 #%/:.-]{0,12}$/));
const instant = fc
  .integer({ min: Date.parse('2020-01-01T00:00:00Z'), max: Date.parse('2030-01-01T00:00:00Z') })
  .map((ms) => new Date(ms).toISOString());
const span = fc.constantFrom('P12M', 'P24M', 'P2Y', 'P90D', 'P1Y2M3D', 'PT72H');
const country = fc.constantFrom('ID', 'EU', 'GB', 'CA', 'US', 'SG', 'MY');
const sha256 = fc.stringMatching(/^[0-9a-f]{64}$/);
const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined, freq: 2 });
const some = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.array(arbitrary, { maxLength: 3 });
const least = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.array(arbitrary, { minLength: 1, maxLength: 3 });
const set = <const T extends string>(values: readonly T[]): fc.Arbitrary<T[]> =>
  fc.uniqueArray(fc.constantFrom(...values), { maxLength: 3 });

/** As JSON keeps it: what is undefined is not there. */
const kept = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as T;

/** `words` stand wherever somebody may write freely. */
function wholeRecords(words: fc.Arbitrary<string>): fc.Arbitrary<ConsentRecord> {
  const duration = fc.oneof(
    fc.constant({ kind: 'none' as const }),
    fc.record({ kind: fc.constant('temporal' as const), value: span }),
    fc.record({ kind: fc.constant('until_time' as const), value: instant }),
    fc.record({ kind: fc.constant('until_event' as const), value: words }),
    fc.record({ kind: fc.constant('occurrences' as const), value: fc.constant('3') }),
  );

  const evidence = fc
    .record({
      kind: fc.constantFrom(...list.EVIDENCE_KINDS),
      sha256: maybe(sha256),
      locator: maybe(words),
      excerpt: maybe(words),
    })
    .map(kept);

  const event: fc.Arbitrary<ConsentEvent> = fc
    .record({
      event_id: id,
      state: fc.constantFrom(...list.CONSENT_STATES),
      consent_type: fc.constantFrom(...list.CONSENT_TYPES),
      at: instant,
      until: fc.constantFrom(undefined, null, '2027-01-31T00:00:00.000Z'),
      duration: maybe(duration),
      by_party: maybe(id),
      by_relation: fc.constantFrom(...list.RELATIONS),
      method: maybe(fc.constantFrom(...list.METHODS)),
      evidence: maybe(evidence),
      recorded_by: id,
      recorded_at: instant,
      reason: maybe(words),
      prev: some(id),
      purposes: maybe(set(list.PURPOSES)),
      channels: maybe(set(list.CHANNELS)),
      clients: maybe(some(words)),
    })
    .map(kept);

  const datum = fc.record({
    category: fc.constantFrom(...DATA_CATEGORIES),
    sensitivity: fc.constantFrom(...SENSITIVITIES),
    necessity: fc.constantFrom(...NECESSITIES),
  });

  const process: fc.Arbitrary<Process> = fc
    .record({
      process_id: id,
      purpose: fc.constantFrom(...list.PURPOSES),
      lawful_basis: fc.constantFrom(...list.LAWFUL_BASES),
      channels: set(list.CHANNELS),
      clients: some(words),
      since: maybe(instant),
      lia_ref: maybe(words),
      purpose_note: maybe(words),
      topics: maybe(some(words)),
      profiling: maybe(fc.boolean()),
      campaign_id: maybe(id),
      data: least(datum),
      source: maybe(
        fc
          .record({
            type: fc.constantFrom(...list.SOURCE_TYPES),
            detail: maybe(words),
            collected_at: maybe(instant),
            no_unsolicited: maybe(fc.boolean()),
          })
          .map(kept),
      ),
      shared_with: some(
        fc.record({ party_id: id, kind: fc.constantFrom(...PARTY_ROLES), agreement_date: maybe(instant) }).map(kept),
      ),
      storage: fc
        .record({
          locations: least(fc.oneof(fc.constantFrom('device', 'encrypted_sync'), country)),
          retention: span,
          delete_within: maybe(span),
        })
        .map(kept),
      geo_restriction: maybe(some(country)),
    })
    .map(kept);

  return fc
    .record({
      schema_version: fc.constant('izin.consent/1' as const),
      record_id: id,
      subject_id: id,
      law_packs: set(list.LAW_PACKS),
      notice: fc
        .record({
          version: fc.constantFrom('1', '2', '3'),
          language: fc.constantFrom('id', 'en', 'en-GB'),
          shown_at: maybe(instant),
          uri: maybe(fc.constantFrom('https://humas.example/privasi', 'papan pengumuman')),
          text_sha256: maybe(sha256),
        })
        .map(kept),
      processes: least(process),
      events: least(event),
      created_at: maybe(instant),
      modified_at: maybe(instant),
      subject_role: maybe(fc.constantFrom(...list.SUBJECT_ROLES)),
      age_band: maybe(fc.constantFrom(...list.AGE_BANDS)),
      guardian_id: maybe(id),
      accessible_contact: maybe(words),
      controller: fc
        .record({
          party_id: id,
          name: fc.constantFrom('Humas Contoh', 'Dinas "Contoh"'),
          role: fc.constantFrom(...PARTY_ROLES),
          contact_email: fc.constant('privasi@humas.example'),
          identifier: maybe(words),
          phone: maybe(fc.constant('+62 21 5550 100')),
          address: maybe(words),
          url: maybe(fc.constant('https://humas.example/')),
          agreement_date: maybe(instant),
        })
        .map(kept),
      jurisdictions: fc.uniqueArray(country, { minLength: 1, maxLength: 3 }),
      uk_subscriber: maybe(fc.constantFrom(...SUBSCRIBER_KINDS)),
      withdrawal: least(
        fc.record({
          method: fc.constantFrom(...WITHDRAWAL_METHODS),
          address: fc.constantFrom(
            'STOP',
            'privasi@humas.example',
            '+62 21 5550 100',
            'https://humas.example/',
            'lobi',
          ),
        }),
      ),
      rights: maybe(
        some(
          fc
            .record({
              code: fc.constantFrom(...list.REQUEST_TYPES),
              contact: maybe(fc.constantFrom('privasi@humas.example', 'loket 3')),
            })
            .map(kept),
        ),
      ),
      preferences: maybe(
        fc
          .record({
            topics: maybe(some(words)),
            max_per_30d: maybe(fc.integer({ min: 0, max: 30 })),
            quiet_hours: maybe(
              fc.record({
                tz: fc.constantFrom('WIT', 'Asia/Makassar'),
                from: fc.constant('20:00'),
                to: fc.constant('07:00'),
              }),
            ),
            languages: maybe(some(fc.constantFrom('id', 'en'))),
            channels_pref: maybe(set(list.CHANNELS)),
          })
          .map(kept),
      ),
    })
    .map(kept);
}

export const aWholeRecord = wholeRecords(
  fc.constantFrom('Sari', 'dpv:Consent', '"quoted" {x}', 'Ya, silakan.', '設計', '', ' ', '@id', 'a\nb'),
);
/** For the graph, in which no text may look like a term. */
export const aPlainRecord = wholeRecords(fc.constantFrom('Sari', 'Ya, silakan.', '設計', 'a\nb'));
