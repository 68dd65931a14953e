import { describe, expect, it } from 'vitest';
import { aSuppression } from '../domain/builders.ts';
import { aDevice, aLedger, mail, opened, people, personOp, topicOp } from './open.ts';

describe('looking people up', () => {
  it('answers in the order of the question, with nobody where nobody is known', async () => {
    const ledger = await aLedger();
    await ledger.append([personOp('Sari', 'sari@harian.example'), personOp('Budi', 'budi@harian.example')]);
    const found = await ledger.peopleAt(
      ['personal'],
      [mail('budi@harian.example'), mail('x@harian.example'), mail('not an address'), mail('sari@harian.example')],
    );
    expect(found.map((states) => states.map(({ person }) => person.name))).toEqual([['Budi'], [], [], ['Sari']]);
  });

  it('asks every space, and gives every person at a shared address', async () => {
    const ledger = await aLedger();
    await ledger.append([
      personOp('Sari', 'desk@harian.example'),
      personOp('Budi', 'desk@harian.example'),
      personOp('Sari', 'desk@harian.example', [], { space: 'team' }),
    ]);
    const [both] = await ledger.peopleAt(['personal', 'team'], [mail('desk@harian.example')]);
    expect(both?.map(({ person }) => `${person.space} ${person.name}`).toSorted()).toEqual([
      'personal Budi',
      'personal Sari',
      'team Sari',
    ]);
    expect((await ledger.peopleAt(['team'], [mail('desk@harian.example')]))[0]).toHaveLength(1);
  });

  it('knows a number from WhatsApp by SMS, and by the region that is set', async () => {
    const ledger = await aLedger();
    const point = { kind: 'point', point: { id: 'w', channel: 'whatsapp', address: '0812 3456 7890' } } as const;
    await ledger.append([personOp('Sari', 'sari@harian.example', [point])]);
    const ask = (address: string) => ledger.peopleAt(['personal'], [{ channel: 'sms', address }]);
    expect((await ask('+62 812 3456 7890'))[0]).toHaveLength(1);
    opened(await ledger.setPolicy('personal', { region: 'MY' }, 'me'));
    expect((await ask('+62 812 3456 7890'))[0]).toHaveLength(0);
    expect((await ask('+60 81 2345 67890'))[0]).toEqual((await ask('0812 3456 7890'))[0]);
    expect(await ledger.differences()).toEqual([]);
  });

  it('still finds a removed person who must not be written to, and lists them no more', async () => {
    const ledger = await aLedger();
    const sari = personOp('Sari', 'sari@harian.example', [{ kind: 'suppression', suppression: aSuppression() }]);
    await ledger.append([sari]);
    await ledger.append([{ ...sari, id: 'op-x', changes: [{ kind: 'removed' }] }]);
    expect((await ledger.peopleAt(['personal'], [mail('sari@harian.example')]))[0]).toMatchObject([
      { suppressions: [{ scope: 'all' }] },
    ]);
    expect((await ledger.listPeople('personal', { limit: 5 })).total).toBe(0);
    expect(await ledger.person('personal', sari.subject)).toBeUndefined();
  });

  it('tells whose datum a value is', async () => {
    const ledger = await aLedger();
    const data = [{ kind: 'datum', datum: { id: 'd', kind: 'birth_date', value: '1990-04-12' } }] as const;
    await ledger.append([personOp('Sari', 'sari@harian.example', data)]);
    const owners = await ledger.ownersOf(
      ['personal'],
      [
        { kind: 'email', value: 'SARI@harian.example' },
        { kind: 'birth_date', value: '12-04-1990' },
        { kind: 'nik', value: '1' },
      ],
    );
    expect(owners.map((owner) => owner?.person.name)).toEqual(['Sari', 'Sari', undefined]);
  });
});

describe('terms and releases', () => {
  it('follow every change, made by another context too', async () => {
    const device = aDevice();
    const [one, two] = [opened(await device.open()), opened(await device.open())];
    expect(await two.terms(['personal'])).toEqual([]);
    await one.append([
      topicOp('term', 't', [{ kind: 'term', term: { phrases: ['Proyek Garuda'], class: 'secret', cleared: [] } }]),
    ]);
    expect((await two.terms(['personal'])).map(({ phrases }) => phrases)).toEqual([['Proyek Garuda']]);
    await one.append([
      topicOp('release', 'r', [
        {
          kind: 'release',
          release: { title: 'L', phrases: ['Laporan'], liftsAt: '2026-12-01T09:00:00+07:00', zone: 'WIB' },
        },
      ]),
    ]);
    await one.append([
      topicOp('release', 'r', [{ kind: 'agreement', agreement: { personId: 'p1', agreedAt: '2026-11-01T00:00:00Z' } }]),
    ]);
    expect(await two.releases(['personal'])).toMatchObject([
      { id: 'r', liftsAt: '2026-12-01T02:00:00.000Z', agreements: [{ personId: 'p1' }] },
    ]);
    await one.append([topicOp('term', 't', [{ kind: 'removed' }])]);
    expect(await two.terms(['personal'])).toEqual([]);
  });
});

describe('the list of people', () => {
  it('is sorted by name, in pages, and found by parts of name, outlet or address', async () => {
    const ledger = await aLedger();
    await ledger.append([
      ...people(30),
      personOp('Áyu Lestari', 'ayu@radio.example', [{ kind: 'person', set: { outlet: 'Radio Contoh' } }]),
    ]);
    const page = await ledger.listPeople('personal', { limit: 2, offset: 1 });
    expect([page.total, page.people.map(({ person }) => person.name)]).toEqual([31, ['Orang 0', 'Orang 1']]);
    for (const query of ['ayu les', 'CONTOH radio', 'ayu@radio'])
      expect((await ledger.listPeople('personal', { limit: 5, query })).total).toBe(1);
    expect((await ledger.listPeople('team', { limit: 5 })).total).toBe(0);
  });

  it('follows what another context wrote', async () => {
    const device = aDevice();
    const [one, two] = [opened(await device.open()), opened(await device.open())];
    const names = async () => (await two.listPeople('personal', { limit: 5 })).people.map(({ person }) => person.name);
    expect(await names()).toEqual([]);
    const sari = personOp('Sari', 'sari@harian.example');
    await one.append([sari]);
    expect(await names()).toEqual(['Sari']);
    await one.append([
      personOp('Sari W.', 'sari@harian.example', [], { subject: sari.subject, at: '2026-11-21T00:00:00Z' }),
    ]);
    expect(await names()).toEqual(['Sari W.']);
    await one.append([{ ...sari, id: 'op-y', at: '2026-11-22T00:00:00Z', changes: [{ kind: 'removed' }] }]);
    expect(await names()).toEqual([]);
  });
});

it('the policy is what was last set, over the defaults', async () => {
  const ledger = await aLedger();
  expect((await ledger.policy('personal')).preset).toBe('humas');
  opened(await ledger.setPolicy('personal', { preset: 'admin', ownDomains: ['humas.example'] }, 'me'));
  opened(await ledger.setPolicy('personal', { preset: 'kol_manager' }, 'me'));
  expect(await ledger.policy('personal')).toMatchObject({
    preset: 'kol_manager',
    ownDomains: ['humas.example'],
    exposedFrom: 5,
  });
});
