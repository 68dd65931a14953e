import { describe, expect, it } from 'vitest';
import type { ActivityEntry } from '@/lib/ledger/activity.ts';
import { NOW } from '../domain/builders.ts';
import { aDevice, opened, raw } from './open.ts';

const entry = (note: string): ActivityEntry => ({
  at: NOW,
  kind: 'override',
  rules: ['opted-out'],
  tier: 'T3',
  people: ['p1'],
  surface: 'gmail',
  channel: 'email',
  reason: 'other',
  note,
});

async function logged(count: number) {
  const device = aDevice();
  const ledger = opened(await device.open());
  for (let index = 1; index <= count; index++) opened(await ledger.log(entry(`reason ${index}`)));
  return { device, ledger };
}

describe('the activity log', () => {
  it('is read newest first, in pages', async () => {
    const { ledger } = await logged(5);
    const first = await ledger.activity({ limit: 2 });
    expect(first.map(({ seq, note }) => [seq, note])).toEqual([
      [5, 'reason 5'],
      [4, 'reason 4'],
    ]);
    const [next] = await ledger.activity({ limit: 2, before: first.at(-1)!.seq });
    expect(next?.seq).toBe(3);
  });

  it('is whole after many writers, and after a restart', async () => {
    const device = aDevice();
    const [one, two] = [opened(await device.open()), opened(await device.open())];
    await Promise.all([one, two, one, two].map((ledger, index) => ledger.log(entry(`reason ${index}`))));
    one.close();
    const again = opened(await device.open());
    expect([await again.verifyChain(), (await again.activity({ limit: 9 })).length]).toEqual([undefined, 4]);
  });

  it('is whole while it is empty', async () => {
    expect(await (await logged(0)).ledger.verifyChain()).toBeUndefined();
  });

  it('shows the line that was changed', async () => {
    const { device, ledger } = await logged(4);
    const row = await raw(device, 'activity', (table) => table.get(2));
    row.sealed[30] ^= 1;
    await raw(device, 'activity', (table) => table.put(row));
    expect(await ledger.verifyChain()).toEqual({ seq: 2, why: 'changed' });
  });

  it.each([
    [2, { seq: 2, why: 'missing' }],
    [4, { seq: 4, why: 'cut' }],
  ] as const)('shows that line %i is gone', async (seq, broken) => {
    const { device, ledger } = await logged(4);
    await raw(device, 'activity', (table) => table.delete(seq));
    expect(await ledger.verifyChain()).toEqual(broken);
  });
});
