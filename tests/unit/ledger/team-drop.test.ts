import { describe, expect, it } from 'vitest';
import type { Change, Op } from '@/lib/domain/op.ts';
import { PERSONAL_SPACE } from '@/lib/domain/person.ts';
import type { Ledger } from '@/lib/ledger/ledger.ts';
import { aSuppression } from '../domain/builders.ts';
import { aDevice, mail, opened, people, personOp, raw, topicOp } from './open.ts';
import { aList, LIST } from './team-ops.ts';

const OTHER = 'team:t1:s2';
const ELSEWHERE = 'team:t2:s1';
const stop: Change = { kind: 'suppression', suppression: aSuppression({ id: 'stop' }) };
const sari = (space: string, more: readonly Change[] = []): Op =>
  personOp('Sari', 'sari@harian.example', more, { space, subject: 'p-sari', by: 'budi' });
const TABLES = ['ops', 'states', 'topics', 'erased', 'runs', 'spaces', 'outgoing'];

async function inTwoTeams() {
  const device = aDevice({ chunk: 4, pack: 8 });
  const ledger = opened(await device.open());
  opened(await ledger.teams.keepSpace(aList()));
  opened(await ledger.teams.keepSpace(aList({ scope: 's2' }, OTHER)));
  opened(await ledger.teams.keepSpace(aList({ id: 't2', name: 'Agensi' }, ELSEWHERE)));
  opened(await ledger.teams.take(LIST, [sari(LIST, [stop]), personOp('Tono', 'tono@warta.example', [], at('p-tono'))]));
  opened(await ledger.teams.take(ELSEWHERE, [sari(ELSEWHERE)]));
  opened(
    await ledger.append([{ ...topicOp('term', 'w1', [term]), space: OTHER }, personOp('Ayu', 'ayu@kota.example')]),
  );
  opened(await ledger.erase({ space: LIST, person: 'p-tono', by: 'self' }));
  opened(await ledger.appendBulk([people(12, { space: OTHER, by: 'self', batch: 'b' })]));
  return { device, ledger };
}
const at = (subject: string): Partial<Op> => ({ space: LIST, subject, by: 'budi' });
const term: Change = { kind: 'term', term: { phrases: ['Proyek Mawar'], class: 'secret', cleared: [] } };
const names = async (ledger: Ledger, space: string): Promise<readonly string[]> =>
  (await ledger.listPeople(space, { query: '', limit: 50 })).people.map(({ person }) => person.name).sort();

describe('leaving a team', () => {
  it('takes its lists wholly off this device, and nothing of anybody else', async () => {
    const { device, ledger } = await inTwoTeams();
    const other = opened(await device.open());
    expect(await names(other, OTHER)).toHaveLength(12);
    expect(opened(await ledger.teams.drop('t1', false))).toBe(2);
    for (const open of [ledger, other, opened(await device.open())]) {
      expect((await open.spaces()).map(({ id }) => id)).toEqual([PERSONAL_SPACE, ELSEWHERE]);
      expect([await names(open, LIST), await names(open, OTHER)]).toEqual([[], []]);
      expect([await names(open, PERSONAL_SPACE), await names(open, ELSEWHERE)]).toEqual([['Ayu'], ['Sari']]);
      const found = await open.peopleAt([PERSONAL_SPACE, LIST, OTHER, ELSEWHERE], [mail('sari@harian.example')]);
      expect(found.flat().map(({ person }) => person.space)).toEqual([ELSEWHERE]);
    }
    for (const table of TABLES) {
      const left = await raw(device, table, (store) => store.getAll());
      const keys = await raw(device, table, (store) => store.getAllKeys());
      expect(JSON.stringify([left, keys]), table).not.toMatch(/team:t1:/);
    }
    expect(await raw(device, 'pages', (store) => store.count())).toBe(0);
    expect([await ledger.differences(), await ledger.verifyChain(), await ledger.teams.waiting()]).toEqual([
      [],
      undefined,
      0,
    ]);
    expect((await ledger.activity({ limit: 2 })).map(({ kind, space, count }) => [kind, space, count])).toEqual([
      ['left', OTHER, 12],
      ['left', LIST, 2],
    ]);
  });

  it('keeps copies as the user’s own where they chose so: who they are, and what stops us', async () => {
    const { ledger } = await inTwoTeams();
    opened(await ledger.teams.drop('t1', true));
    expect((await names(ledger, PERSONAL_SPACE)).filter((name) => !name.startsWith('Orang'))).toEqual(['Ayu', 'Sari']);
    expect(await names(ledger, PERSONAL_SPACE)).toHaveLength(14);
    const kept = await ledger.person(PERSONAL_SPACE, 'p-sari');
    expect(kept?.suppressions.map(({ id }) => id)).toEqual(['stop']);
    expect([await ledger.teams.waiting(), await ledger.differences()]).toEqual([0, []]);
    expect((await ledger.activity({ limit: 9 })).map(({ kind }) => kind).slice(0, 4)).not.toContain('shared');
    // Again, after a death half-way: what is gone is gone.
    expect(opened(await ledger.teams.drop('t1', true))).toBe(0);
  });
});
