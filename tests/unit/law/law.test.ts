import { describe, expect, it } from 'vitest';
import { LAW_PACKS } from '@/lib/domain/enums.ts';
import { LAW_ROWS, lawPack, lawRefs, rowOf } from '@/lib/law/articles.ts';
import { POLICY_ROWS } from '@/lib/law/policy-rows.ts';
import { isWord } from '@/lib/platform/words.ts';

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
        expect.stringMatching(/^(V|V2|NV)$/),
        expect.stringMatching(/\S/),
        '2026-11',
      ]);
  });

  it('are there for every pack, and lie in the pack that they name', () => {
    for (const id of LAW_PACKS) {
      expect(lawPack(id).id).toBe(id);
      expect(lawPack(id).rows.map(({ pack }) => pack)).toEqual(lawPack(id).rows.map(() => id));
      expect(lawPack(id).rows.length).toBeGreaterThan(0);
    }
  });

  it('hold every article of the Indonesian law that the reference names', () => {
    const articles = lawPack('ID_PDP').rows.map(({ article }) => article);
    const named = '4 5 6 7 8 9 10 11 13 15 21 22–24 25 26 30 31 32 33 34 35 40 41 42–44 45 46 51 57 65 67 68 70'.split(
      ' ',
    );
    expect(named.filter((number) => !articles.includes(`UU 27/2022 Pasal ${number}`))).toEqual([]);
  });

  it('say of what nobody checked that it was not checked', () => {
    const unread = LAW_ROWS.filter(({ source }) => /general knowledge|inference/.test(source));
    expect(unread.map(({ mark }) => mark)).toEqual(unread.map(() => 'NV'));
    expect(unread.length).toBeGreaterThan(0);
  });
});

describe('rows of laws and of our own policy', () => {
  const rows = [...LAW_ROWS, ...POLICY_ROWS];

  it('have a name and a key of their own', () => {
    expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
    expect(new Set(rows.map(({ pack, article }) => `${pack} ${article}`)).size).toBe(rows.length);
  });

  it('have a sentence each', () => {
    expect(rows.map(({ key }) => key).filter((key) => !isWord(key))).toEqual([]);
  });

  it('are never mixed up: what is ours is marked as ours, and nothing else is', () => {
    expect(rows.filter(({ mark, pack }) => (mark === 'P') !== (pack === 'IZIN'))).toEqual([]);
  });

  it('are found again by their reference', () => {
    expect(rowOf({ pack: 'IZIN', article: 'Izin P1', mark: 'P' })?.key).toBe('policy_erase');
    expect(rowOf({ pack: 'EU_GDPR', article: 'GDPR Art. 12(3)', mark: 'V' })?.key).toBe('law_eu_12');
    expect(rowOf({ pack: 'EU_GDPR', article: 'GDPR Art. 999', mark: 'V' })).toBeUndefined();
  });
});
