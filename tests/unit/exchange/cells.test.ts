import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guardCell, isFormula, readCell, wouldRun } from '@/lib/exchange/cells.ts';

describe('cells', () => {
  it.each(["=cmd|' /C calc'!A0", '+1+1', '-2+3', '@SUM(A1)', '\t=1', '\r=1', '  =1', '＝1+1', '+6281234567890'])(
    'makes %j harmless for a spreadsheet',
    (cell) => expect(wouldRun(guardCell(cell))).toBe(false),
  );

  it('gives every cell back as it was, phone numbers too', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(readCell(guardCell(text.trim()))).toBe(text.trim());
        expect(wouldRun(guardCell(text))).toBe(false);
      }),
    );
    expect(readCell(guardCell('+6281234567890'))).toBe('+6281234567890');
    expect(readCell(guardCell("'=1"))).toBe("'=1");
  });

  it('tells a formula from a number, a handle and a dash', () => {
    expect(["=cmd|'x'!A0", '@SUM(A1)', '+A1'].map(isFormula)).toEqual([true, true, true]);
    expect(['+62 812-3456-789', '@sari.kol', '-', '(021) 555'].map(isFormula)).toEqual([false, false, false, false]);
  });
});
