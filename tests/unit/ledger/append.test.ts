import { describe, expect, it, vi } from 'vitest';
import type { Change, Op } from '@/lib/domain/op.ts';
import { anEvent, anId, anOp, aRecord, aSuppression } from '../domain/builders.ts';
import { aDevice, aLedger, mail, opened, people, personOp, raw, topicOp } from './open.ts';

const recordOf = (id: string): Change => {
  const { events: _, subject_id: __, ...record } = aRecord([], { record_id: id });
  return { kind: 'record', record };
};

describe('appending', () => {
  it('finds a person again by any spelling of an address, and after a restart', async () => {
    const device = aDevice();
    const ledger = opened(await device.open());
    opened(await ledger.append([personOp('Sari', 'Sari@Harian.example')]));
    ledger.close();
    const again = opened(await device.open());
    const [found] = await again.peopleAt(['personal'], [mail('sari+pers@harian.example')]);
    expect(found?.map(({ person }) => person.name)).toEqual(['Sari']);
  });

  it('tells of a change once, and of a refused one not at all', async () => {
    const onChange = vi.fn();
    const ledger = await aLedger({ onChange });
    await ledger.append(people(3));
    expect(onChange).toHaveBeenCalledTimes(1);
    await ledger.append([anOp([])]);
    expect(onChange).toHaveBeenCalledTimes(1);
  });

  it('moves the revision', async () => {
    const ledger = await aLedger();
    const before = await ledger.revision();
    await ledger.append(people(1));
    expect(await ledger.revision()).toBeGreaterThan(before);
  });

  it('of one op twice counts once', async () => {
    const ledger = await aLedger();
    const contacted = personOp('Sari', 'sari@harian.example', [
      { kind: 'contacted', contact: { at: '2026-11-01T00:00:00Z', channel: 'email', purpose: 'pr_media' } },
    ]);
    await ledger.append([contacted]);
    expect(await ledger.append([contacted])).toEqual({ ok: true, value: [] });
    expect((await ledger.person('personal', contacted.subject))?.contacts).toHaveLength(1);
  });

  it.each([
    ['an unknown field', { ...anOp([{ kind: 'removed' }]), extra: 1 }, 'extra'],
    ['an unknown kind of change', { ...anOp([]), changes: [{ kind: 'erase' }] }, 'changes.0.kind'],
    ['a time without a zone', { ...anOp([{ kind: 'removed' }]), at: '2026-11-20T10:00:00' }, 'at'],
    ['a person without a name', anOp([{ kind: 'person', set: { name: '  ' } }]), 'changes.0.set.name'],
    [
      'an excerpt that is too long',
      anOp([
        recordOf('r'),
        {
          kind: 'consent',
          recordId: 'r',
          event: anEvent({ evidence: { kind: 'message_ref', excerpt: 'x'.repeat(281) } }),
        },
      ]),
      'changes.1.event.evidence.excerpt',
    ],
    [
      'a term in an op about a person',
      anOp([{ kind: 'term', term: { phrases: ['x'], class: 'secret', cleared: [] } }]),
      'changes.term',
    ],
  ])('refuses %s and names the place', async (_, op, detail) => {
    const ledger = await aLedger();
    expect(await ledger.append([op as Op])).toEqual({
      ok: false,
      error: { code: 'invalid', advice: 'correct-it', detail, index: 0 },
    });
  });

  it('refuses a wrong transition with its reason and writes nothing of the rest', async () => {
    const ledger = await aLedger();
    const good = personOp('Sari', 'sari@harian.example');
    const wrong = personOp('Budi', 'budi@harian.example', [
      recordOf('r'),
      { kind: 'consent', recordId: 'r', event: anEvent({ state: 'renewed' }) },
    ]);
    const result = await ledger.append([good, wrong]);
    expect(result).toMatchObject({
      ok: false,
      error: { code: 'refused', index: 1, refusal: { code: 'transition', params: { from: 'none', to: 'renewed' } } },
    });
    expect((await ledger.listPeople('personal', { limit: 10 })).total).toBe(0);
  });

  it('judges the second event of one op after the first', async () => {
    const ledger = await aLedger();
    const events = [anEvent({ event_id: 'g' }), anEvent({ state: 'withdrawn', at: '2026-06-01T00:00:00Z' })];
    const changes = events.map((event): Change => ({ kind: 'consent', recordId: 'r', event }));
    const op = personOp('Sari', 'sari@harian.example', [recordOf('r'), ...changes]);
    opened(await ledger.append([op]));
    expect((await ledger.person('personal', op.subject))?.records[0]?.events[1]).toMatchObject({
      state: 'withdrawn',
      prev: ['g'],
    });
  });

  it('by two writers at once loses neither', async () => {
    const device = aDevice();
    const [one, two] = [opened(await device.open()), opened(await device.open())];
    const subject = anId('person');
    const suppress = (): Op =>
      personOp('Sari', 'sari@harian.example', [{ kind: 'suppression', suppression: aSuppression() }], { subject });
    await Promise.all([one.append([suppress()]), two.append([suppress()]), one.append([suppress()])]);
    expect((await two.person('personal', subject))?.suppressions).toHaveLength(3);
    expect(await one.differences()).toEqual([]);
  });
});

describe('what lies on disk', () => {
  it('holds no name, address, phrase or note in the clear', async () => {
    const device = aDevice();
    const ledger = opened(await device.open());
    await ledger.append([
      personOp('Sari Wulandari', 'sari@harian.example', [
        { kind: 'note', note: { id: 'n', text: 'prefers mornings', at: '2026-11-01T00:00:00Z' } },
      ]),
      topicOp('term', 't', [{ kind: 'term', term: { phrases: ['Proyek Garuda'], class: 'secret', cleared: [] } }]),
    ]);
    await ledger.log({
      at: '2026-11-01T00:00:00Z',
      kind: 'override',
      rules: ['opted-out'],
      people: ['p1'],
      note: 'asked by phone',
    });
    const rows = await Promise.all(
      ['ops', 'states', 'topics', 'activity', 'meta'].map((store) => raw(device, store, (table) => table.getAll())),
    );
    const text = JSON.stringify(rows.flat(), (_, value) =>
      ArrayBuffer.isView(value) ? Buffer.from(value.buffer).toString('latin1') : value,
    );
    expect(rows.flat().length).toBeGreaterThan(5);
    for (const word of ['Sari', 'harian', 'mornings', 'Garuda', 'opted-out', 'phone']) expect(text).not.toContain(word);
  });
});
