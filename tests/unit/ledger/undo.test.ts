import { describe, expect, it } from 'vitest';
import { aSuppression } from '../domain/builders.ts';
import { aLedger, mail, opened, people, personOp, topicOp } from './open.ts';

describe('undoing a batch', () => {
  it('takes its people from every list and look-up, and leaves the others', async () => {
    const ledger = await aLedger();
    await ledger.append([personOp('Sari', 'sari@harian.example')]);
    await ledger.append(people(5, { batch: 'b1' }));
    expect((await ledger.listPeople('personal', { limit: 10 })).total).toBe(6);
    expect(await ledger.undo('personal', 'b1', 'me')).toEqual({ ok: true, value: 5 });
    const { people: left } = await ledger.listPeople('personal', { limit: 10 });
    expect(left.map(({ person }) => person.name)).toEqual(['Sari']);
    expect(await ledger.peopleAt(['personal'], [mail('orang1@harian.example')])).toEqual([[]]);
    expect(await ledger.differences()).toEqual([]);
  });

  it('gives a person back what the batch had changed', async () => {
    const ledger = await aLedger();
    const sari = personOp('Sari', 'sari@harian.example');
    await ledger.append([sari]);
    await ledger.append([personOp('Wrong name', 'other@harian.example', [], { subject: sari.subject, batch: 'b1' })]);
    await ledger.undo('personal', 'b1', 'me');
    const person = await ledger.person('personal', sari.subject);
    expect([person?.person.name, person?.points.length]).toEqual(['Sari', 1]);
  });

  it('of more people than one transaction holds is whole', async () => {
    const ledger = await aLedger({ chunk: 10 });
    opened(await ledger.appendBulk([people(25, { batch: 'b1' })]));
    expect(await ledger.undo('personal', 'b1', 'me')).toEqual({ ok: true, value: 25 });
    expect((await ledger.listPeople('personal', { limit: 1 })).total).toBe(0);
    expect(await ledger.differences()).toEqual([]);
  });

  it('that does not exist is a failure', async () => {
    expect(await (await aLedger()).undo('personal', 'none', 'me')).toMatchObject({
      ok: false,
      error: { code: 'invalid' },
    });
  });
});

describe('rebuilding from ops', () => {
  it('gives what was there', async () => {
    const ledger = await aLedger();
    const sari = personOp('Sari', 'sari@harian.example', [{ kind: 'suppression', suppression: aSuppression() }]);
    await ledger.append([sari, ...people(20, { batch: 'b1' })]);
    await ledger.append([
      topicOp('term', 't', [{ kind: 'term', term: { phrases: ['Proyek Garuda'], class: 'secret', cleared: [] } }]),
    ]);
    await ledger.append([
      topicOp('release', 'r', [
        { kind: 'release', release: { title: 'Laporan', phrases: [], liftsAt: '2026-12-01T00:00:00Z', zone: 'WIB' } },
      ]),
    ]);
    await ledger.setPolicy('personal', { ownDomains: ['humas.example'] }, 'me');
    await ledger.undo('personal', 'b1', 'me');
    const before = [
      await ledger.person('personal', sari.subject),
      await ledger.topicsOf('personal'),
      await ledger.listPeople('personal', { limit: 50 }),
    ];
    expect(await ledger.rebuild()).toEqual({ ok: true, value: null });
    expect([
      await ledger.person('personal', sari.subject),
      await ledger.topicsOf('personal'),
      await ledger.listPeople('personal', { limit: 50 }),
    ]).toEqual(before);
    expect(await ledger.differences()).toEqual([]);
  });
});
