import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Scrolled, scrolledTo } from '@/components/ledger/long-scroll.ts';

const MOST = { box: 8_000_000 - 800, list: 60_000_000 - 800 };
const START: Scrolled = { box: 0, list: 0 };
const moved = (tops: readonly number[], most = MOST): Scrolled =>
  tops.reduce((at, top) => scrolledTo(at, Math.min(most.box, Math.max(0, top)), most), START);

describe('scrolling in a list that is too long to be drawn', () => {
  it('moves rows by as much as the hand does, and jumps to the same share of the whole', () => {
    const middle = moved([4_000_000]);
    expect(middle.list / MOST.list).toBeCloseTo(middle.box / MOST.box, 9);
    expect(moved([4_000_000, 4_000_100]).list - middle.list).toBe(100);
    expect(moved([4_000_000, 3_999_940]).list - middle.list).toBe(-60);
  });

  it('comes to both ends together, on whichever way', () => {
    const move = fc.oneof(fc.integer({ min: -4_000, max: 4_000 }), fc.integer({ min: -6_000_000, max: 6_000_000 }));
    fc.assert(
      fc.property(fc.array(move, { maxLength: 30 }), (moves) => {
        let at = START;
        for (const by of moves) {
          const top = Math.min(MOST.box, Math.max(0, at.box + by));
          const next = scrolledTo(at, top, MOST);
          expect(Math.sign(next.list - at.list)).toBe(Math.sign(top - at.box));
          at = next;
        }
        for (const [end, list] of [
          [MOST.box, MOST.list],
          [0, 0],
        ] as const) {
          let near = scrolledTo(at, end === 0 ? 9_000 : MOST.box - 9_000, MOST);
          for (let left = 3; left >= 0; left -= 1) near = scrolledTo(near, Math.abs(end - left * 2_500), MOST);
          expect(near.box).toBe(end);
          expect(near.list).toBeCloseTo(list, 3);
        }
      }),
    );
  });

  it('is plain scrolling where the list can be drawn whole', () => {
    const short = { box: 5_000, list: 5_000 };
    expect(moved([10, 4_999], short)).toEqual({ box: 4_999, list: 4_999 });
  });
});
