import { describe, expect, it } from 'vitest';
import { KIP_CLASSES, KIP_ROWS, kipAnswer } from '@/lib/domain/kip.ts';
import { RELEASE_LANES } from '@/lib/domain/topic.ts';
import { isWord } from '@/lib/platform/words.ts';

const flag = (outcome?: 'open' | 'exempt') => ({
  class: '17h' as const,
  ...(outcome ? { test: { at: '2026-11-20T00:00:00.000Z', by: 'ppid', outcome } } : {}),
});

describe('the classes of UU KIP, Article 17', () => {
  it('are ten, a to j, each with its article, plain words, a mark and a source', () => {
    expect(KIP_ROWS.map(({ class: one }) => one)).toEqual(KIP_CLASSES);
    expect(KIP_ROWS.map(({ article }) => article.slice(-1)).join('')).toBe('abcdefghij');
    expect(KIP_ROWS.flatMap(({ name, says }) => [name, says]).filter((key) => !isWord(key))).toEqual([]);
    expect(KIP_ROWS.filter(({ mark, source }) => mark === 'NV' && source !== 'general knowledge')).toEqual([]);
  });

  it('are a question until the PPID has tested the consequence, and never a refusal by themselves', () => {
    expect(kipAnswer([])).toBe('open');
    expect(kipAnswer([flag()])).toBe('test-needed');
    expect(kipAnswer([flag('open')])).toBe('open');
    expect(kipAnswer([flag('open'), flag()])).toBe('test-needed');
    expect(kipAnswer([flag(), flag('exempt')])).toBe('exempt');
  });

  it('have words for every answer and every lane', () => {
    const keys = [
      ...['open', 'test_needed', 'exempt'].map((answer) => `kip_answer_${answer}`),
      ...RELEASE_LANES.map((lane) => `lane_${lane}`),
    ];
    expect(keys.filter((key) => !isWord(key))).toEqual([]);
  });
});
