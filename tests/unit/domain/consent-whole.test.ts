import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { consentChanges } from '@/lib/domain/consent-changes.ts';
import { sensitivityOf } from '@/lib/domain/consent-data.ts';
import { dataHeld, newRecordFields, recordDefaults } from '@/lib/domain/consent-defaults.ts';
import { addDuration, isDuration } from '@/lib/domain/consent-duration.ts';
import { noticeOf } from '@/lib/domain/consent-notice.ts';
import { preferencesOf } from '@/lib/domain/consent-preferences.ts';
import { MANDATORY_FIELDS, missingFields, wholeRecord } from '@/lib/domain/consent-whole.ts';
import { newId } from '@/lib/domain/new-op.ts';
import { foldPerson } from '@/lib/domain/person-fold.ts';
import { DEFAULT_POLICY, type Policy } from '@/lib/domain/policy.ts';
import { recordEvent } from '@/lib/domain/record-event.ts';
import { parseRecord } from '@/lib/ledger/consent-schema.ts';
import { parseOp } from '@/lib/ledger/op-schema.ts';
import { isWord } from '@/lib/platform/words.ts';
import { aWholeRecord } from '../exchange/receipt-records.ts';
import { OFFICE } from '../exchange/receipt-sample.ts';
import { anEvent, anOp, aPerson, aProcess, aRecord, NOW } from './builders.ts';

const second: Policy = {
  ...OFFICE,
  notices: [
    ...(OFFICE.notices ?? []),
    {
      version: '2',
      since: '2026-08-01T00:00:00.000Z',
      texts: { id: { text: 'Dua', sha256: 'c'.repeat(64) }, en: { text: 'Two', sha256: 'd'.repeat(64) } },
    },
  ],
};

describe('the whole record', () => {
  it('is complete from a space’s settings and what the ledger holds', () => {
    const { record, missing, filled } = wholeRecord(aRecord([anEvent()]), recordDefaults(OFFICE, aPerson()));
    expect(missing).toEqual([]);
    expect(filled).toEqual(MANDATORY_FIELDS.filter((field) => field !== 'processes' && field !== 'events'));
    expect(record).toMatchObject({
      jurisdictions: ['ID'],
      controller: { name: 'Humas Contoh' },
      withdrawal: [{ method: 'reply_keyword' }, { method: 'mailto', address: 'privasi@humas.example' }],
      subject_role: 'journalist',
      created_at: '2026-05-01T03:00:00.000Z',
    });
    expect(record.processes[0]?.data?.map(({ category }) => category)).toEqual(['name', 'email_work']);
  });

  it('says which fields are missing where nobody has settled anything', () => {
    const { missing } = wholeRecord(aRecord(), recordDefaults(DEFAULT_POLICY));
    expect(missing).toEqual([
      'controller',
      'controller_contact',
      'notice',
      'notice_language',
      'data',
      'withdrawal',
      'events',
    ]);
    expect(MANDATORY_FIELDS.filter((field) => !isWord(`missing_${field}`))).toEqual([]);
  });

  it('keeps the notice that was shown, with the hash of its own version, and claims no showing of a newer one', () => {
    const shown = { version: '1', shown_at: '2026-04-30T00:00:00.000Z' };
    const told = wholeRecord(aRecord([anEvent()], { notice: shown }), recordDefaults(second, aPerson()));
    expect(told.record.notice).toEqual({ ...shown, language: 'id', text_sha256: 'a'.repeat(64) });
    const untold = wholeRecord(aRecord([anEvent()]), recordDefaults(second, aPerson({ language: 'en' })));
    expect(untold.record.notice).toEqual({ version: '2', language: 'en', text_sha256: 'd'.repeat(64) });
  });

  it('never changes what the record says itself', () => {
    fc.assert(
      fc.property(aWholeRecord, (record) => {
        const whole = wholeRecord(record, recordDefaults(second, aPerson()));
        expect(whole.record).toMatchObject(record);
        expect([whole.missing, whole.filled]).toEqual([[], []]);
        expect(wholeRecord(whole.record, recordDefaults(DEFAULT_POLICY)).record).toEqual(whole.record);
      }),
      { numRuns: 60 },
    );
  });

  it('takes "nobody" for an answer, and silence for none', () => {
    const shared = (shared_with: [] | undefined) =>
      missingFields(aRecord([], { processes: [aProcess({ shared_with })] }));
    expect(shared([])).not.toContain('shared_with');
    expect(shared(undefined)).toContain('shared_with');
  });
});

describe('the edge of the ledger', () => {
  const op = (record: unknown) => parseOp(anOp([{ kind: 'record', record: record as never }]));

  it('takes records of before as they were', () => {
    const { events: _, subject_id: __, ...old } = aRecord([], { notice: { version: '3', shown_at: NOW } });
    expect(op(old)).toMatchObject({ op: { changes: [{ record: old }] } });
    expect(parseOp(anOp([{ kind: 'consent', recordId: 'r', event: anEvent() }]))).toHaveProperty('op');
  });

  it('takes every field of a whole record, and gives it back', () => {
    fc.assert(
      fc.property(aWholeRecord, (record) => {
        expect(parseRecord(record)).toEqual({ ok: true, value: record });
      }),
    );
  });

  it.each([
    [{ jurisdictions: ['Indonesia'] }, 'jurisdictions.0'],
    [{ controller: { party_id: 'c', name: ' ', role: 'controller' } }, 'controller.name'],
    [{ withdrawal: [{ method: 'wish', address: 'x' }] }, 'withdrawal.0.method'],
    [{ preferences: { quiet_hours: { tz: 'WIB', from: '25:00', to: '07:00' } } }, 'preferences.quiet_hours.from'],
    [{ preferences: { max_per_30d: 1.5 } }, 'preferences.max_per_30d'],
    [{ notice: { version: '1', text_sha256: 'abc' } }, 'notice.text_sha256'],
    [
      { processes: [aProcess({ storage: { locations: ['device'], retention: 'two years' } })] },
      'processes.0.storage.retention',
    ],
    [{ name: 'Sari Wulandari' }, 'name'],
  ])('refuses %j', (wrong, path) => {
    const { events: _, subject_id: __, ...record } = aRecord();
    expect(op({ ...record, ...wrong })).toEqual({ wrong: `changes.0.record.${path}` });
  });

  it('takes a space’s settings for its records', () => {
    const { controller, parties, notices, records } = second;
    const set = { controller, parties, notices, records };
    const made = parseOp(anOp([{ kind: 'policy', set }], { of: 'space', subject: 'personal' }));
    expect(made).toMatchObject({ op: { changes: [{ set }] } });
  });
});

describe('a new record', () => {
  it('starts with what the wish hands in, and an old one is not touched by it', () => {
    let next = 0;
    const numbered = (): string => `id${++next}`;
    const { event_id: _, prev: __, purposes: ___, channels: ____, clients: _____, ...said } = anEvent();
    const { controller } = OFFICE;
    const more = { record: { controller }, process: { shared_with: [] } };
    const wish = { purpose: 'pr_media', channels: ['email'], lawPacks: ['ID_PDP'], said, record: more } as const;
    const [made] = consentChanges(undefined, wish, numbered);
    expect(made).toMatchObject({
      record: { record_id: 'id1', controller, processes: [{ shared_with: [], clients: [] }] },
    });
    const known = aPerson({}, { records: [aRecord()] });
    expect(consentChanges(known, wish, numbered).map(({ kind }) => kind)).toEqual(['consent']);
  });
});

describe('a record that begins now', () => {
  it('keeps the settings of now, and is whole by itself once the notice was shown', () => {
    const notice = noticeOf(second.notices![1]!, 'id', NOW);
    const { event_id: _, prev: __, purposes: ___, channels: ____, clients: _____, ...said } = anEvent();
    const record = newRecordFields(second, aPerson(), NOW, notice);
    const wish = { purpose: 'pr_media', channels: ['email'], lawPacks: ['ID_PDP'], said, record } as const;
    const changes = consentChanges(undefined, wish, newId);
    const folded = foldPerson('p1', 'personal', [anOp(changes)])?.state.records[0];
    expect(parseOp(anOp(changes))).toHaveProperty('op');
    expect(folded && missingFields(folded)).toEqual([]);
    expect(folded).toMatchObject({ notice, created_at: NOW, controller: { name: 'Humas Contoh' } });
  });
});

describe('a duration', () => {
  it('becomes an end when it is recorded: by the calendar, or the moment that it names', () => {
    const untilOf = (
      duration: Parameters<typeof anEvent>[0] extends infer T
        ? NonNullable<T> extends { duration?: infer D }
          ? D
          : never
        : never,
    ) => {
      const { until: _, ...event } = anEvent({ at: '2026-08-31T05:00:00.000Z', duration });
      const recorded = recordEvent(aRecord(), event, { now: NOW });
      return recorded.ok ? recorded.value.events[0]?.until : recorded.error.code;
    };
    expect(untilOf({ kind: 'temporal', value: 'P6M' })).toBe('2027-02-28T05:00:00.000Z');
    expect(untilOf({ kind: 'until_time', value: '2027-01-01T00:00:00+07:00' })).toBe('2026-12-31T17:00:00.000Z');
    expect(untilOf({ kind: 'until_event', value: 'the launch' })).toBeUndefined();
    expect(untilOf({ kind: 'none' })).toBeUndefined();
  });

  it('is read as ISO 8601 writes it, and nothing else', () => {
    expect(['P12M', 'P1Y2M', 'P2W', 'PT72H', 'P1DT12H'].map(isDuration)).toEqual(Array(5).fill(true));
    expect(['', 'P', 'PT', '12M', 'P1', 'P-1D', 'P1.5D', 'p1d', 'P1D '].map(isDuration)).toEqual(Array(9).fill(false));
    expect(addDuration('2026-01-31T00:00:00.000Z', 'P1M1DT1H30M')).toBe('2026-03-01T01:30:00.000Z');
    expect(addDuration(NOW, 'soon')).toBeUndefined();
  });
});

describe('what is held of a person', () => {
  it('is every address and datum by its category, each once, more strictly for a child', () => {
    const state = aPerson(
      { phone: '0812 3456 7890', role: 'kol', ageBand: 'child' },
      {
        data: [
          { id: 'd', kind: 'bank_account', value: '1' },
          { id: 'e', kind: 'phone', value: '2' },
        ],
      },
    );
    expect(dataHeld(state, ['ID_PDP'])).toEqual([
      { category: 'name', sensitivity: 'specific', necessity: 'required' },
      { category: 'email_personal', sensitivity: 'specific', necessity: 'required' },
      { category: 'phone', sensitivity: 'specific', necessity: 'required' },
      { category: 'bank_account', sensitivity: 'specific', necessity: 'optional' },
    ]);
  });

  it('is what a datum says of itself, where that adds to the law', () => {
    const data = [
      { id: 'd', kind: 'other', value: 'x', category: 'religion', sensitivity: 'specific' },
      { id: 'e', kind: 'health', value: 'y', sensitivity: 'general' },
    ] as const;
    expect(dataHeld(aPerson({}, { data }), ['ID_PDP']).slice(2)).toEqual([
      { category: 'religion', sensitivity: 'specific', necessity: 'optional' },
      { category: 'health_record', sensitivity: 'specific', necessity: 'optional' },
    ]);
  });

  it('is as sensitive as the strictest of the laws says', () => {
    expect(sensitivityOf('religion', ['ID_PDP'])).toBe('general');
    expect(sensitivityOf('religion', ['ID_PDP', 'EU_GDPR'])).toBe('specific');
    expect(sensitivityOf('commercial_terms', ['ID_PDP'])).toBe('confidential');
  });
});

describe('preferences of several records', () => {
  it('come to the stricter: the lower number, every quiet hour, what all of them name', () => {
    const night = { tz: 'WIT', from: '20:00', to: '07:00' };
    const noon = { tz: 'WIT', from: '12:00', to: '13:00' };
    const records = [
      aRecord([], { preferences: { max_per_30d: 4, quiet_hours: night, topics: ['energi', 'tambang'] } }),
      aRecord([], { preferences: { max_per_30d: 2, quiet_hours: noon, topics: ['energi'], channels_pref: ['email'] } }),
      aRecord(),
    ];
    const come = { max_per_30d: 2, quiet_hours: [night, noon], topics: ['energi'], channels_pref: ['email'] };
    expect(preferencesOf(records)).toEqual(come);
    expect(preferencesOf([])).toEqual({ quiet_hours: [] });
  });
});
