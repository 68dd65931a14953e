import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { previewRestore, restore } from '@/lib/exchange/backup/restore.ts';
import type { OpPage } from '@/lib/ledger/recover-read.ts';
import { anId, NOW } from '../../domain/builders.ts';
import { aLedger, opened, people, personOp } from '../../ledger/open.ts';
import { aBackup, open, SUBJECTS, someOps, told } from './copies.ts';

describe('a backup', () => {
  it('brings an empty ledger to say the same of everybody, whatever was recorded and undone', async () => {
    await fc.assert(
      fc.asyncProperty(someOps, fc.boolean(), async (ops, undo) => {
        const ledger = await aLedger();
        for (const op of ops) await ledger.append([op]);
        if (undo) await ledger.undo('personal', 'b1', 'me');
        const copy = opened(await open(await aBackup(ledger)));
        const fresh = await aLedger();
        opened(await restore(copy, fresh));
        const [before, after] = [await told(ledger, SUBJECTS), await told(fresh, SUBJECTS)];
        expect(after).toEqual(before);
        expect(after.differences).toEqual([]);
      }),
      { numRuns: 20 },
    );
  }, 120_000);

  it('restored twice brings nothing the second time', async () => {
    await fc.assert(
      fc.asyncProperty(someOps, async (ops) => {
        const ledger = await aLedger();
        for (const op of ops) await ledger.append([op]);
        const copy = opened(await open(await aBackup(ledger)));
        const again = opened(await restore(copy, ledger));
        expect([again.added, again.erased]).toEqual([[], 0]);
      }),
      { numRuns: 10 },
    );
  }, 60_000);

  it('is read page by page: subjects with many ops and small pages come whole', async () => {
    const ledger = await aLedger({ chunk: 3 });
    const changes = Array.from({ length: 11 }, (_, index) =>
      personOp(`Sari ${index}`, `s${index}@harian.example`, [], { subject: 'p1', batch: 'x' }),
    );
    opened(await ledger.append([...changes, ...people(9)]));
    const pages: OpPage[] = [];
    for await (const page of ledger.archive.pages()) pages.push(page);
    const ids = pages.flatMap(({ ops }) => ops.map(({ id }) => id));
    expect([ids.length, new Set(ids).size, await ledger.archive.count()]).toEqual([20, 20, 20]);
    const holding = pages.filter(({ ops }) => ops.some(({ subject }) => subject === 'p1'));
    expect(holding).toHaveLength(1);
  });

  it('holds no sample of the practice space', async () => {
    const ledger = await aLedger();
    opened(await ledger.append([personOp('Latihan', 'l@harian.example', [], { space: 'practice' }), ...people(2)]));
    const fresh = await aLedger();
    opened(await restore(opened(await open(await aBackup(ledger))), fresh));
    expect((await fresh.listPeople('practice', { limit: 5 })).total).toBe(0);
    expect((await fresh.listPeople('personal', { limit: 5 })).total).toBe(2);
  });

  it('holds the log without its free words, or with them where that was chosen', async () => {
    const ledger = await aLedger();
    const line = { at: NOW, kind: 'override', rules: ['opted-out'], people: ['p1'], note: 'ditelepon' } as const;
    opened(await ledger.log(line));
    const log = async (notes: boolean) => {
      const fresh = await aLedger();
      const done = opened(await restore(opened(await open(await aBackup(ledger, { notes }))), fresh));
      expect(done.log).toBe(1);
      return (await fresh.activity({ limit: 5 })).map(({ note }) => note);
    };
    expect([await log(false), await log(true)]).toEqual([[undefined], ['ditelepon']]);
  });

  it('leaves the log of a device that has one alone', async () => {
    const ledger = await aLedger();
    opened(await ledger.log({ at: NOW, kind: 'settings', rules: [], people: [] }));
    const copy = opened(await open(await aBackup(ledger)));
    expect(opened(await restore(copy, ledger)).log).toBe(0);
    expect(await ledger.activity({ limit: 5 })).toHaveLength(1);
  });
});

describe('the preview', () => {
  it('counts who is new, changed, the same, and changed on both sides', async () => {
    const ledger = await aLedger();
    const [sari, budi, citra] = ['Sari', 'Budi', 'Citra'].map((name) => personOp(name, `${name}@harian.example`));
    opened(await ledger.append([sari!, budi!, citra!, ...people(2)]));
    const other = await aLedger();
    opened(await other.append([sari!, budi!, citra!]));
    const later = (op: typeof sari, name: string) => personOp(name, 'x@harian.example', [], { subject: op!.subject });
    opened(await ledger.append([later(budi, 'Budi B.'), later(citra, 'Citra C.')]));
    opened(await other.append([later(citra, 'Citra D.')]));
    const seen = await previewRestore(opened(await open(await aBackup(ledger))), other);
    expect(seen.people).toMatchObject({ new: 2, same: 1, changed: 1, conflict: 1 });
    expect([seen.conflicts, seen.sameDevice]).toEqual([['Citra C.'], false]);
  });
});

describe('a restore', () => {
  it('lets the stricter side win: an older copy lifts no block', async () => {
    const ledger = await aLedger();
    const sari = personOp('Sari', 'sari@harian.example');
    opened(await ledger.append([sari]));
    const file = await aBackup(ledger);
    const block = { id: anId('s'), scope: 'all', since: NOW } as const;
    const stop = personOp('Sari', 'sari@harian.example', [{ kind: 'suppression', suppression: block }], {
      subject: sari.subject,
    });
    opened(await ledger.append([stop]));
    opened(await restore(opened(await open(file)), ledger));
    expect((await ledger.person('personal', sari.subject))?.suppressions).toHaveLength(1);
  });

  it('is undone as a whole, and may be done again', async () => {
    const [ledger, fresh] = [await aLedger(), await aLedger()];
    opened(await ledger.append(people(5)));
    opened(await ledger.setPolicy('personal', { region: 'SG' }, 'me'));
    const own = personOp('Own', 'own@harian.example');
    opened(await fresh.append([own]));
    const copy = opened(await open(await aBackup(ledger)));
    const done = opened(await restore(copy, fresh));
    expect(opened(await fresh.archive.unmerge(done.added, done.revision))).toBe(6);
    expect((await fresh.listPeople('personal', { limit: 9 })).people.map(({ person }) => person.name)).toEqual(['Own']);
    expect([(await fresh.policy('personal')).region, await fresh.differences()]).toEqual(['ID', []]);
    expect(opened(await restore(copy, fresh)).added).toHaveLength(6);
  });

  it('is not undone after something else was recorded', async () => {
    const [ledger, fresh] = [await aLedger(), await aLedger()];
    opened(await ledger.append(people(2)));
    const done = opened(await restore(opened(await open(await aBackup(ledger))), fresh));
    opened(await fresh.append(people(1)));
    expect((await fresh.archive.unmerge(done.added, done.revision)).ok).toBe(false);
    expect((await fresh.listPeople('personal', { limit: 9 })).total).toBe(3);
  });

  it('that is cancelled leaves nothing behind', async () => {
    const [ledger, fresh] = [await aLedger(), await aLedger()];
    opened(await ledger.append(people(2_100)));
    const own = new AbortController();
    const copy = opened(await open(await aBackup(ledger)));
    const stopped = await restore(copy, fresh, { signal: own.signal, progress: () => own.abort() });
    expect(stopped).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect(await fresh.archive.count()).toBe(0);
  }, 60_000);

  it('does not bring back one who was erased here since', async () => {
    const ledger = await aLedger();
    const sari = personOp('Sari', 'sari@harian.example');
    const release = { title: 'Laporan', phrases: ['Laporan'], liftsAt: NOW, zone: 'WIB' };
    const agreed = { kind: 'agreement', agreement: { personId: sari.subject, agreedAt: NOW } } as const;
    const topic = { ...sari, id: anId('op'), subject: 'r1', of: 'release' } as const;
    opened(await ledger.append([sari, { ...topic, changes: [{ kind: 'release', release }] }]));
    opened(await ledger.append([{ ...topic, id: anId('op'), changes: [agreed] }]));
    const file = await aBackup(ledger);
    opened(await ledger.erase({ space: 'personal', person: sari.subject, by: 'me' }));
    const copy = opened(await open(file));
    expect((await previewRestore(copy, ledger)).people['erased-here']).toBe(1);
    const done = opened(await restore(copy, ledger));
    expect(done).toMatchObject({ added: [], refused: 1 });
    expect(await ledger.person('personal', sari.subject)).toBeUndefined();
    expect((await ledger.topicsOf('personal')).releases[0]).not.toMatchObject({ agreements: [{}] });
  });

  it('erases here whom the copy knows as erased', async () => {
    const ledger = await aLedger();
    const sari = personOp('Sari', 'sari@harian.example');
    opened(await ledger.append([sari]));
    const other = await aLedger();
    opened(await other.append([sari]));
    opened(await ledger.erase({ space: 'personal', person: sari.subject, by: 'me' }));
    const copy = opened(await open(await aBackup(ledger)));
    expect((await previewRestore(copy, other)).people['erased-there']).toBe(1);
    expect(opened(await restore(copy, other)).erased).toBe(1);
    expect(await other.person('personal', sari.subject)).toBeUndefined();
    const [found] = await other.peopleAt(['personal'], [{ channel: 'email', address: 'sari@harian.example' }]);
    expect(found?.[0]?.suppressions[0]).toMatchObject({ erased: true, scope: 'all' });
    expect(await other.differences()).toEqual([]);
  });
});
