import { describe, expect, it } from 'vitest';
import type { Summary } from '@/lib/bus/messages.ts';
import type { Draft } from '@/lib/domain/draft.ts';
import type { Gate } from '@/lib/gate/context.ts';
import type { Desk, Reading } from '@/lib/gate/desk.ts';
import { digestOf } from '@/lib/gate/digest.ts';
import { isApproved, isClearFor, isStillApproved } from '@/lib/gate/timing.ts';
import { aSummary } from './fake-page.ts';

const NOW: Draft = {
  surface: 'fake',
  channel: 'email',
  audience: 'people',
  recipients: [{ field: 'to', address: 'ana@x.example' }],
  text: 'Laporan Kota',
  attachments: [],
  unreadable: [],
};
const LATER: Draft = { ...NOW, scheduling: true };
const TIMED: Draft = { ...NOW, sendAt: '2099-06-01T03:00:00.000Z' };
const reading = (draft: Draft): Reading => ({ draft, digest: digestOf(draft) });
const ALWAYS = { validUntil: Number.MAX_SAFE_INTEGER };
const HELD = aSummary({ tier: 'T3', count: 1, ...ALWAYS });
const CLEAR = aSummary(ALWAYS);

const gateThatKnows = (verdicts: readonly (readonly [Draft, Summary])[]): Gate => {
  const known = new Map(verdicts.map(([draft, summary]) => [digestOf(draft), summary]));
  return { judging: { known: (_: Desk, { digest }: Reading) => known.get(digest) } } as unknown as Gate;
};
const desk = (approved?: Draft): Desk => ({ ...(approved && { approved: digestOf(approved) }) }) as Desk;

describe('a time that a press chooses', () => {
  it('is another message than one that leaves now, and so is the choice itself', () => {
    expect(new Set([NOW, LATER, TIMED].map(digestOf)).size).toBe(3);
  });

  it('lets go untouched what is clear as it stands', () => {
    const gate = gateThatKnows([[NOW, CLEAR]]);
    expect([LATER, TIMED].map((draft) => isClearFor(gate, desk(), reading(draft)))).toEqual([true, true]);
  });

  it('is asked about where what is clear now may not be so when it leaves', () => {
    const runsOut = aSummary({ validUntil: Date.parse('2099-05-31T03:00:00.000Z') });
    expect(isClearFor(gateThatKnows([[NOW, runsOut]]), desk(), reading(TIMED))).toBe(false);
  });

  it('lets go what is clear at that time alone, and only once that is known', () => {
    expect(isClearFor(gateThatKnows([[NOW, HELD]]), desk(), reading(TIMED))).toBe(false);
    const known = gateThatKnows([
      [NOW, HELD],
      [TIMED, CLEAR],
    ]);
    expect(isClearFor(known, desk(), reading(TIMED))).toBe(true);
    expect(isClearFor(known, desk(), reading(NOW))).toBe(false);
    expect(isClearFor(known, desk(), reading({ ...TIMED, sendAt: '2098-06-01T03:00:00.000Z' }))).toBe(false);
  });

  it('lets nothing go by the verdict on other words', () => {
    expect(isClearFor(gateThatKnows([[NOW, CLEAR]]), desk(), reading({ ...TIMED, text: 'Lain' }))).toBe(false);
  });
});

describe('what was let go before its time was chosen', () => {
  it('goes at any time where the time decides nothing', () => {
    const gate = gateThatKnows([
      [NOW, HELD],
      [LATER, HELD],
    ]);
    expect(isApproved(gate, desk(LATER), reading(TIMED))).toBe(true);
    expect(isApproved(gate, desk(LATER), reading(NOW))).toBe(true);
  });

  it('is asked about again where it does, or where that is not known', () => {
    const decides = gateThatKnows([
      [NOW, aSummary({ tier: 'T3', count: 2 })],
      [LATER, HELD],
    ]);
    expect(isApproved(decides, desk(LATER), reading(TIMED))).toBe(false);
    expect(isApproved(gateThatKnows([[LATER, HELD]]), desk(LATER), reading(TIMED))).toBe(false);
  });

  it('is nothing that was let go to leave now, and no other words', () => {
    const gate = gateThatKnows([
      [NOW, HELD],
      [LATER, HELD],
    ]);
    expect(isApproved(gate, desk(NOW), reading(TIMED))).toBe(false);
    expect(isApproved(gate, desk(LATER), reading({ ...TIMED, text: 'Lain' }))).toBe(false);
    expect(isApproved(gate, desk(), reading(NOW))).toBe(false);
  });

  it('outlives the choice of a time and no edit', () => {
    expect(isStillApproved(desk(LATER), reading(NOW))).toBe(true);
    expect(isStillApproved(desk(LATER), reading({ ...NOW, text: 'Lain' }))).toBe(false);
  });
});
