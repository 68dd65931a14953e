import { describe, expect, it } from 'vitest';
import { LAW_ROWS, lawRefs } from '@/lib/law/articles.ts';
import { stopSendingBy } from '@/lib/law/clock.ts';

describe('law rows', () => {
  it('cite the articles of the packs that are in force, on the topic alone', () => {
    expect(lawRefs(['ID_PDP'], 'withdrawal').map(({ article }) => article)).toEqual([
      'UU 27/2022 Pasal 9',
      'UU 27/2022 Pasal 40',
    ]);
    expect(lawRefs([], 'withdrawal')).toEqual([]);
  });

  it('tell how well each is verified, where it was read, and when', () => {
    for (const row of LAW_ROWS)
      expect([row.mark, row.source, row.read]).toEqual([
        expect.stringMatching(/^(V|V2|NV|P)$/),
        expect.stringMatching(/\S/),
        '2026-11',
      ]);
  });

  it('have one key each', () => {
    expect(new Set(LAW_ROWS.map(({ key }) => key)).size).toBe(LAW_ROWS.length);
  });
});

it('in Indonesia sending stops within three times 24 hours, over a weekend too', () => {
  expect(stopSendingBy('2026-11-20T16:30:00+07:00').at).toBe('2026-11-23T09:30:00.000Z');
});
