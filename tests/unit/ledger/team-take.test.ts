import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical } from '@/lib/domain/instant.ts';
import type { Op } from '@/lib/domain/op.ts';
import { undoneBatches } from '@/lib/domain/op-order.ts';
import type { Ledger } from '@/lib/ledger/ledger.ts';
import { aLedger, opened } from './open.ts';
import { LIST, PEOPLE, teamOps } from './team-ops.ts';

const RUNS = { numRuns: 25, endOnFailure: true };

/** All that a list comes to, but what only its own device can tell: the tokens of the erased. */
async function comesTo(ledger: Ledger) {
  const histories = await Promise.all([...PEOPLE, 'r1', 'r2', LIST].map((id) => ledger.history(LIST, id)));
  return {
    people: await Promise.all(PEOPLE.map((id) => ledger.person(LIST, id))),
    topics: await ledger.topicsOf(LIST),
    policy: await ledger.policy(LIST),
    ops: histories.map((ops) => ops.map(({ id, by, changes }) => [id, by, changes.map(({ kind }) => kind)])),
  };
}

const takes = async (ledger: Ledger, ops: readonly Op[]): Promise<void> => {
  opened(await ledger.teams.take(LIST, ops));
};

/** In parts of the lengths given, again and again, until all of it came. */
async function takesInParts(ledger: Ledger, ops: readonly Op[], lengths: readonly number[]): Promise<void> {
  for (let at = 0, turn = 0; at < ops.length; turn += 1) {
    const length = lengths[turn % lengths.length] ?? 1;
    await takes(ledger, ops.slice(at, at + length));
    at += length;
  }
}
const lengths = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 4 });

describe('what a team brings', () => {
  it('comes to one state in any order, in any parts, with anything twice, whatever the clocks say', async () => {
    const plan = teamOps.chain((ops) =>
      fc.record({
        ops: fc.constant(ops),
        order: fc
          .shuffledSubarray([...ops, ...ops.slice(0, 4)], { minLength: ops.length })
          .map((some) => [...some, ...ops]),
        one: lengths,
        two: lengths,
      }),
    );
    await fc.assert(
      fc.asyncProperty(plan, async ({ ops, order, one, two }) => {
        const [first, second] = [await aLedger(), await aLedger()];
        await takesInParts(first, ops, one);
        await takesInParts(second, order, two);
        expect(await comesTo(second)).toEqual(await comesTo(first));
        expect([await first.differences(), await second.differences()]).toEqual([[], []]);
        for (const ledger of [first, second]) ledger.close();
      }),
      RUNS,
    );
  });

  it('is as it was before once it is taken back, and as it was after when it is taken again', async () => {
    const plan = teamOps.chain((ops) =>
      fc.record({ ops: fc.constant(ops), back: fc.subarray([...ops]), parts: lengths }),
    );
    await fc.assert(
      fc.asyncProperty(plan, async ({ ops, back, parts }) => {
        // What an erasure took is not here any more.
        const here = ops.filter(({ changes }) => changes.every(({ kind }) => kind !== 'erased'));
        const going = back.filter((op) => here.includes(op));
        const [all, rest] = [await aLedger(), await aLedger()];
        await takesInParts(all, here, parts);
        const before = await comesTo(all);
        await takes(
          rest,
          here.filter((op) => !going.includes(op)),
        );
        for (let turn = 0; turn < 2; turn += 1)
          opened(
            await all.teams.takeBack(
              LIST,
              going.map(({ id, subject, by }) => ({ id, subject, by })),
            ),
          );
        expect(await comesTo(all)).toEqual(await comesTo(rest));
        expect(await all.differences()).toEqual([]);
        await takes(all, going.toReversed());
        expect(await comesTo(all)).toEqual(before);
        for (const ledger of [all, rest]) ledger.close();
      }),
      RUNS,
    );
  });

  it('never loses a block that no op names to lift, nor a withdrawal', async () => {
    await fc.assert(
      fc.asyncProperty(teamOps, async (ops) => {
        const ledger = await aLedger();
        await takes(ledger, ops);
        const undone = undoneBatches(ops);
        const counting = ops.filter(({ batch }) => batch === undefined || !undone.has(batch));
        for (const subject of PEOPLE) {
          const changes = counting.filter((op) => op.subject === subject).flatMap((op) => op.changes);
          const own = ops.filter((op) => op.subject === subject).flatMap((op) => op.changes);
          if (own.some(({ kind }) => kind === 'erased' || kind === 'removed')) continue;
          const lifted = changes.flatMap((one) => (one.kind === 'suppression-lifted' ? [one.suppressionId] : []));
          const blocks = changes.flatMap((one) => (one.kind === 'suppression' ? [one.suppression.id] : []));
          const said = changes.flatMap((one) =>
            one.kind === 'consent' && one.event.state === 'withdrawn' ? [canonical(one.event.at)] : [],
          );
          const state = await ledger.person(LIST, subject);
          expect(new Set(state?.suppressions.map(({ id }) => id) ?? [])).toEqual(
            new Set(blocks.filter((id) => !lifted.includes(id))),
          );
          const kept = state?.records.flatMap(({ events }) => events).filter((one) => one.state === 'withdrawn');
          // Of two events under one id the stricter is kept, whoever said it.
          const ids = changes.flatMap((one) =>
            one.kind === 'consent' && one.event.state === 'withdrawn' ? [one.event.event_id] : [],
          );
          expect(new Set(kept?.map(({ event_id }) => event_id) ?? [])).toEqual(new Set(ids));
          expect(said.length > 0).toBe((kept?.length ?? 0) > 0);
        }
        ledger.close();
      }),
      RUNS,
    );
  });
});
