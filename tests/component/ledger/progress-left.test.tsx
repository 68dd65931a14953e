import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_PACE, type Pace, paceAfter, timeLeft } from '@/components/ledger/progress-left.ts';

const run = (steps: readonly (readonly [number, number])[]): Pace =>
  steps.reduce((pace, [at, done]) => paceAfter(pace, done, at), NO_PACE);

describe('the time that is left', () => {
  it('is not said before there is something to go by', () => {
    expect(timeLeft(NO_PACE, 100, 0)).toBeUndefined();
    expect(
      timeLeft(
        run([
          [0, 0],
          [500, 10],
        ]),
        100,
        500,
      ),
    ).toBeUndefined();
    expect(
      timeLeft(
        run([
          [0, 5],
          [2_000, 5],
        ]),
        100,
        2_000,
      ),
    ).toBeUndefined();
    expect(
      timeLeft(
        run([
          [0, 0],
          [2_000, 10],
        ]),
        0,
        2_000,
      ),
    ).toBeUndefined();
  });

  it('follows an even pace exactly', () => {
    expect(
      timeLeft(
        run([
          [0, 0],
          [1_000, 10],
          [2_000, 20],
        ]),
        100,
        2_000,
      ),
    ).toBe(8_000);
  });

  it('forgets a slow beginning', () => {
    const slow: [number, number][] = [
      [0, 0],
      [10_000, 10],
    ];
    const fast = Array.from({ length: 30 }, (_, at): [number, number] => [
      10_000 + (at + 1) * 1_000,
      10 + (at + 1) * 100,
    ]);
    expect(timeLeft(run([...slow, ...fast]), 13_010, 40_000)).toBeCloseTo(100_000, -4);
  });

  it('grows while nothing moves, and begins anew with the next part of the work', () => {
    const pace = run([
      [0, 0],
      [1_000, 10],
      [2_000, 20],
    ]);
    expect(timeLeft(pace, 100, 6_000)).toBeGreaterThan(timeLeft(pace, 100, 2_000) ?? 0);
    expect(timeLeft(paceAfter(pace, 0, 3_000), 100, 3_000)).toBeUndefined();
  });

  it('is never negative, keeps few samples, and comes to nothing at the end', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(3_000), fc.nat(50)), { minLength: 1, maxLength: 200 }), (moves) => {
        let [at, done] = [0, 0];
        let pace = NO_PACE;
        for (const [time, work] of moves) {
          at += time;
          done += work;
          pace = paceAfter(pace, done, at);
          const left = timeLeft(pace, done + 10, at);
          if (left !== undefined) expect(left).toBeGreaterThanOrEqual(0);
        }
        expect(pace.samples.length).toBeLessThanOrEqual(60);
      }),
    );
  });
});
