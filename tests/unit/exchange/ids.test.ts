import { describe, expect, it } from 'vitest';
import { idsInBulk } from '@/lib/exchange/ids.ts';

describe('ids in bulk', () => {
  it('are uuids of version 7, each once, in the order of their making', () => {
    const next = idsInBulk();
    const ids = Array.from({ length: 70_000 }, next);
    expect(new Set(ids).size).toBe(70_000);
    expect(ids.every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id))).toBe(
      true,
    );
    expect(ids.toSorted()).toEqual(ids);
  });

  it('of two lists that are made at once are not the same', () => {
    const [one, two] = [idsInBulk(), idsInBulk()];
    const [mine, theirs] = [one, two].map((next) => Array.from({ length: 100 }, next));
    expect(new Set([...mine!, ...theirs!]).size).toBe(200);
  });
});
