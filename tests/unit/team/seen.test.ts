import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileOf, pathOf } from '../../../lib/team/file-names.ts';
import { parsePath } from '../../../lib/team/piece-path.ts';
import { short } from '../../../lib/team/seen.ts';
import type { PiecePath } from '../../../lib/team/transport.ts';
import { aBeat, aBox, aJoin, anEntry, anEnvelope, aPage } from './pieces.ts';

describe('the short form of a path', () => {
  it('tells 200,000 paths apart that differ in little', () => {
    const paths = Array.from({ length: 100_000 }, (_, n): PiecePath[] => [
      `ops/a1/${n}-beef`,
      `snap/1/1/${n.toString(16)}`,
    ]).flat();
    expect(new Set(paths.map(short)).size).toBe(paths.length);
  });

  it('has always ten digits', () => {
    fc.assert(fc.property(fc.string(), (text) => /^[0-9a-v]{10}$/.test(short(text as PiecePath))));
  });
});

describe('the file of a piece', () => {
  it.each([
    anEntry(7),
    anEnvelope('a1', 12),
    aPage('1', 2, 'manifest'),
    aBox('1', 2, 'b2'),
    aJoin('c3'),
    aBeat('a1', 9),
  ])('is read back to its path: $path', ({ path }) => {
    const name = parsePath(path);
    expect(name && pathOf(fileOf(name))).toBe(path);
  });

  it.each(['', 'ops', 'ops/a1-1-beef.bin', 'ops/a1/1-beef.seg', 'toString/1.bin', 'snap/1-2-3.bin', 'keys/1-2.bin'])(
    'is not %j',
    (file) => {
      expect(pathOf(file)).toBeUndefined();
    },
  );
});
