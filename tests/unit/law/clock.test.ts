import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LAW_PACKS, REQUEST_TYPES } from '@/lib/domain/enums.ts';
import { rowOf } from '@/lib/law/articles.ts';
import { dueFor, extensionOf } from '@/lib/law/clock.ts';
import { isWord } from '@/lib/platform/words.ts';

const FRIDAY = '2026-11-20T16:30:00+07:00';
const gdpr = rowOf({ pack: 'EU_GDPR', article: 'GDPR Art. 12(3)', mark: 'V' });

describe('in Indonesia', () => {
  it.each(['withdraw', 'rectify', 'access', 'restrict'] as const)(
    '“%s” is due three times 24 hours after receipt, over a weekend too',
    (type) => {
      const { due } = dueFor(type, FRIDAY, 'WIB', ['ID_PDP']);
      expect([due.at, due.row.mark]).toEqual(['2026-11-23T09:30:00.000Z', expect.stringMatching(/^V2?$/)]);
    },
  );

  it.each(['erase', 'destroy'] as const)('“%s” has no hours in the law: the target is ours, and says so', (type) => {
    const { due, byLaw } = dueFor(type, FRIDAY, 'WIB', ['ID_PDP']);
    expect(due).toMatchObject({
      at: '2026-11-23T09:30:00.000Z',
      row: { mark: 'P', key: 'policy_erase' },
      told: ['policy'],
    });
    expect(due.duty?.article).toBe('UU 27/2022 Pasal 42–44');
    expect(byLaw).toBeUndefined();
  });

  it('tells that the wording of an article was not read', () => {
    expect(dueFor('withdraw', FRIDAY, 'WIB', ['ID_PDP']).due.told).toEqual(['wording-not-read']);
  });

  it('takes no extension', () => {
    const more = [{ toldAt: FRIDAY, reason: 'many records', months: 2 }];
    const { due } = dueFor('access', FRIDAY, 'WIB', ['ID_PDP'], more);
    expect([due.at, due.told]).toEqual(['2026-11-23T09:30:00.000Z', ['extension-refused']]);
  });
});

describe('months', () => {
  const month = (receivedAt: string, zone: string) => dueFor('access', receivedAt, zone, ['EU_GDPR']).due.at;

  it('end with their last day, by the clocks where it was received', () => {
    expect(month('2026-11-20T10:00:00+01:00', 'Europe/Berlin')).toBe('2026-12-20T22:59:59.999Z');
    expect(month('2026-11-20T23:30:00Z', 'Asia/Jakarta')).toBe('2026-12-21T16:59:59.999Z');
  });

  it('end with the last day of a shorter month, and know leap years', () => {
    expect(month('2027-01-31T09:00:00Z', 'UTC')).toBe('2027-02-28T23:59:59.999Z');
    expect(month('2028-01-31T09:00:00Z', 'UTC')).toBe('2028-02-29T23:59:59.999Z');
  });

  it('keep to the clocks when summer time begins or ends on the way', () => {
    expect(month('2026-03-01T09:00:00Z', 'Europe/Berlin')).toBe('2026-04-01T21:59:59.999Z');
    expect(month('2026-10-01T09:00:00Z', 'Europe/Berlin')).toBe('2026-11-01T22:59:59.999Z');
    // In Cairo the clocks leap from midnight to one: the day before ends all the same.
    expect(month('2026-03-23T09:00:00Z', 'Africa/Cairo')).toBe('2026-04-23T21:59:59.999Z');
  });

  it('grow by two when the person was told in the first, and why', () => {
    const more = [{ toldAt: '2026-12-19T08:00:00Z', reason: 'many records', months: 2 }];
    const { due } = dueFor('access', '2026-11-20T09:00:00Z', 'UTC', ['EU_GDPR'], more);
    expect([due.at, due.told]).toEqual(['2027-02-20T23:59:59.999Z', ['extended']]);
  });

  it.each([
    ['too late', { toldAt: '2026-12-21T00:00:00Z', reason: 'many records', months: 2 }],
    ['without a reason', { toldAt: '2026-12-01T00:00:00Z', reason: ' ', months: 2 }],
  ])('do not grow by an extension that was told %s', (_, extension) => {
    const { due } = dueFor('access', '2026-11-20T09:00:00Z', 'UTC', ['EU_GDPR'], [extension]);
    expect([due.at, due.told]).toEqual(['2026-12-20T23:59:59.999Z', ['extension-refused']]);
  });

  it('never grow by more than the law allows', () => {
    const more = [{ toldAt: '2026-12-01T00:00:00Z', reason: 'many records', months: 9 }];
    expect(dueFor('access', '2026-11-20T09:00:00Z', 'UTC', ['EU_GDPR'], more).due.at).toBe('2027-02-20T23:59:59.999Z');
  });

  it('name the extension that is left, and until when it is to be told', () => {
    expect(gdpr && extensionOf(gdpr, '2026-11-20T09:00:00Z', 'UTC')).toEqual({
      months: 2,
      tellBy: '2026-12-20T23:59:59.999Z',
    });
  });
});

describe('business days', () => {
  const stop = (receivedAt: string, holidays: readonly string[] = []) =>
    dueFor('withdraw', receivedAt, 'America/Toronto', ['CA_CASL'], [], holidays).due;

  it('leave weekends out, and the day of receipt', () => {
    expect(stop('2026-11-20T16:30:00-05:00').at).toBe('2026-12-05T04:59:59.999Z');
  });

  it('begin on Monday for what comes on a weekend by the clocks of the zone', () => {
    expect(stop('2026-11-21T02:00:00Z').at).toBe('2026-12-05T04:59:59.999Z');
    expect(stop('2026-11-22T02:00:00Z').at).toBe('2026-12-05T04:59:59.999Z');
  });

  it('leave out the holidays that are named, and say when none were', () => {
    expect(stop('2026-11-20T16:30:00-05:00').told).toEqual(['no-holidays']);
    expect(stop('2026-11-20T16:30:00-05:00', ['2026-11-26'])).toMatchObject({
      at: '2026-12-08T04:59:59.999Z',
      told: [],
    });
  });
});

describe('several packs', () => {
  it('the earliest holds, and what is law is told beside our target', () => {
    const { due, byLaw, all } = dueFor('erase', FRIDAY, 'WIB', ['EU_GDPR', 'ID_PDP']);
    expect([due.row.mark, byLaw?.row.article]).toEqual(['P', 'GDPR Art. 12(3)']);
    expect(all.map(({ row }) => row.pack)).toEqual(['IZIN', 'EU_GDPR']);
  });

  it('none at all still give a due time, by a row of our policy', () => {
    expect(dueFor('access', FRIDAY, 'WIB', []).due.row.key).toBe('policy_other_requests');
  });

  it('a figure that was not verified says so', () => {
    expect(dueFor('access', FRIDAY, 'Europe/London', ['UK_GDPR_PECR']).due.told).toEqual(['not-verified']);
  });
});

it('an unknown zone is told, and counted in UTC', () => {
  const { due } = dueFor('access', '2026-11-20T09:00:00Z', 'Mars/Olympus', ['EU_GDPR']);
  expect([due.at, due.told]).toEqual(['2026-12-20T23:59:59.999Z', ['zone-unknown']]);
});

describe('for any request', () => {
  const instant = fc
    .integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2032, 0, 1) })
    .map((ms) => new Date(ms).toISOString());
  const zone = fc.constantFrom(
    'WIB',
    'WIT',
    'UTC',
    'Europe/Berlin',
    'America/New_York',
    'Australia/Lord_Howe',
    'Africa/Cairo',
  );
  const packs = fc.uniqueArray(fc.constantFrom(...LAW_PACKS));
  const type = fc.constantFrom(...REQUEST_TYPES);
  const asked = fc.tuple(type, instant, zone, packs);

  it('the due time lies after receipt and carries a row with a sentence', () => {
    fc.assert(
      fc.property(asked, ([kind, at, where, which]) => {
        const { due } = dueFor(kind, at, where, which);
        expect(Date.parse(due.at)).toBeGreaterThan(Date.parse(at));
        expect(isWord(due.row.key)).toBe(true);
        expect(due.row.mark === 'P').toBe(due.told.includes('policy'));
      }),
    );
  });

  it('it is never later than that of any single pack which has a row for it', () => {
    fc.assert(
      fc.property(asked, ([kind, at, where, which]) => {
        const { due, all } = dueFor(kind, at, where, which);
        for (const one of all) expect(Date.parse(due.at)).toBeLessThanOrEqual(Date.parse(one.at));
        for (const pack of which) {
          const alone = dueFor(kind, at, where, [pack]);
          if (alone.due.duty || alone.byLaw) expect(Date.parse(due.at)).toBeLessThanOrEqual(Date.parse(alone.due.at));
        }
      }),
    );
  });

  it('what comes later is never due earlier', () => {
    fc.assert(
      fc.property(asked, fc.integer({ min: 0, max: 40 * 86_400_000 }), ([kind, at, where, which], more) => {
        const later = new Date(Date.parse(at) + more).toISOString();
        const [first, second] = [dueFor(kind, at, where, which), dueFor(kind, later, where, which)];
        expect(Date.parse(first.due.at)).toBeLessThanOrEqual(Date.parse(second.due.at));
      }),
    );
  });

  it('holidays and extensions never make it earlier', () => {
    fc.assert(
      fc.property(asked, fc.integer({ min: 1, max: 3 }), ([kind, at, where, which], months) => {
        const plain = dueFor(kind, at, where, which).due.at;
        const more = [{ toldAt: at, reason: 'many records', months }];
        const holiday = new Date(Date.parse(at) + 3 * 86_400_000).toISOString().slice(0, 10);
        const longer = dueFor(kind, at, where, which, more, [holiday]).due.at;
        expect(Date.parse(longer)).toBeGreaterThanOrEqual(Date.parse(plain));
      }),
    );
  });
});
