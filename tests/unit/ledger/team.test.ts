import { IDBObjectStore } from 'fake-indexeddb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { newOp } from '@/lib/domain/new-op.ts';
import type { Change, Op } from '@/lib/domain/op.ts';
import type { Ledger } from '@/lib/ledger/ledger.ts';
import { aConsent, anEvent, anId, aRecord, aSuppression, NOW } from '../domain/builders.ts';
import { aDevice, aLedger, mail, opened, people, personOp } from './open.ts';
import { aList, LIST } from './team-ops.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

const aStop = (id = anId('stop')): Change => ({ kind: 'suppression', suppression: aSuppression({ id }) });
const told = (subject: string, changes: readonly Change[], by = 'budi'): Op => ({
  ...newOp({ space: LIST, subject, of: 'person', by }, changes, NOW),
});
const sari = personOp('Sari', 'sari@harian.example', [], { space: LIST, subject: 'p-sari', by: 'budi' });

async function inTeam(over: Parameters<typeof aList>[0] = {}, options = {}): Promise<Ledger> {
  const ledger = await aLedger(options);
  opened(await ledger.teams.keepSpace(aList(over)));
  return ledger;
}
const waitingIn = async (ledger: Ledger): Promise<readonly Op[]> =>
  (await ledger.teams.outgoing()).flatMap(({ ops }) => ops);

describe('spaces', () => {
  it('are the personal one and, by name, those of teams; telling the same again moves nothing', async () => {
    const onChange = vi.fn();
    const ledger = await aLedger({ onChange });
    expect(await ledger.spaces()).toEqual([{ id: 'personal' }]);
    const [media, board] = [aList(), { ...aList({}, 'team:t1:s2'), name: 'Dewan' }];
    for (const space of [media, board, media, board]) opened(await ledger.teams.keepSpace(space));
    expect(await ledger.spaces()).toEqual([{ id: 'personal' }, board, media]);
    expect(onChange).toHaveBeenCalledTimes(2);
    opened(await ledger.teams.keepSpace(aList({ writes: false })));
    expect((await ledger.spaces()).find(({ id }) => id === LIST)?.team?.writes).toBe(false);
  });
});

describe('what a team brings', () => {
  it('is found beside what is known elsewhere, moves the revision once, and is one line of the log', async () => {
    const onChange = vi.fn();
    const ledger = await inTeam({}, { onChange });
    opened(await ledger.append([personOp('Sari W.', 'sari@harian.example')]));
    const before = onChange.mock.calls.length;
    const ops = [sari, told('p-sari', [aStop('s1')])];
    for (let turn = 0; turn < 3; turn += 1)
      expect(await ledger.teams.take(LIST, ops)).toEqual({ ok: true, value: null });
    const [found] = await ledger.peopleAt(['personal', LIST], [mail('sari@harian.example')]);
    expect(found?.map(({ person, suppressions }) => [person.space, suppressions.length]).sort()).toEqual([
      ['personal', 0],
      [LIST, 1],
    ]);
    expect(onChange.mock.calls.length - before).toBe(1);
    const lines = (await ledger.activity({ limit: 9 })).filter(({ kind }) => kind === 'received');
    expect(lines).toMatchObject([{ people: ['p-sari'], space: LIST }]);
    expect(await ledger.verifyChain()).toBeUndefined();
  });

  it('keeps what would be refused if it were written here and now', async () => {
    const ledger = await inTeam();
    const { events: _, subject_id: __, ...record } = aRecord([], { record_id: 'r' });
    const said = [anEvent({ state: 'renewed', prev: ['unknown'] }), anEvent({ state: 'withdrawn', prev: ['unknown'] })];
    const changes = said.map((event): Change => ({ kind: 'consent', recordId: 'r', event }));
    opened(await ledger.teams.take(LIST, [told('p1', [...changes, { kind: 'record', record }])]));
    expect((await ledger.person(LIST, 'p1'))?.records[0]?.events).toHaveLength(2);
    expect((await ledger.append([told('p1', changes.slice(0, 1))])).ok).toBe(false);
  });

  it('is refused by name where it is malformed or of another space, and then as a whole', async () => {
    const ledger = await inTeam();
    const wrong: readonly (readonly [unknown, RegExp])[] = [
      [{ ...sari, id: 'bad', extra: 1 }, /^op bad: extra$/],
      [{ ...sari, id: 'bad', space: 'team:t2:s1' }, /^op bad: space$/],
      [{ ...sari, id: 'bad', changes: [{ kind: 'policy', set: {} }] }, /^op bad: changes.policy$/],
      [{ ...sari, id: 'bad', of: 'space', changes: [{ kind: 'undo', batch: 'b' }] }, /^op bad: /],
    ];
    for (const [op, reason] of wrong)
      expect(await ledger.teams.take(LIST, [sari, op as Op])).toMatchObject({ error: expect.stringMatching(reason) });
    expect((await ledger.teams.take('personal', [{ ...sari, space: 'personal' }])).ok).toBe(false);
    expect([(await ledger.listPeople(LIST, { limit: 9 })).total, await ledger.activity({ limit: 9 })]).toEqual([0, []]);
  });

  it('leaves who was erased erased, and erases here whom a colleague erased', async () => {
    const ledger = await inTeam();
    const budi = personOp('Budi', 'budi@kabar.example', [], { space: LIST, subject: 'p-budi', by: 'budi' });
    opened(await ledger.teams.take(LIST, [sari, budi]));
    opened(await ledger.erase({ space: LIST, person: 'p-sari', by: 'self' }));
    opened(await ledger.teams.take(LIST, [sari, told('p-sari', [{ kind: 'person', set: { name: 'Sari' } }])]));
    expect([await ledger.person(LIST, 'p-sari'), (await ledger.history(LIST, 'p-sari')).length]).toEqual([
      undefined,
      1,
    ]);
    const erased = told('p-budi', [{ kind: 'erased', erasure: { at: NOW, tokens: [] } }]);
    for (let turn = 0; turn < 2; turn += 1) opened(await ledger.teams.take(LIST, [erased, budi]));
    const [held] = await ledger.peopleAt([LIST], [mail('budi@kabar.example')]);
    expect(held?.map(({ person, suppressions }) => [person.name, suppressions[0]?.erased])).toEqual([['', true]]);
    expect([await ledger.differences(), await ledger.verifyChain()]).toEqual([[], undefined]);
  });

  it('keeps two members apart who use one id, when it is taken and when one is taken back', async () => {
    const ledger = await inTeam();
    const stop = { ...told('p-sari', [aStop('s1')], 'citra'), id: 'o'.repeat(200) };
    const mine = { ...told('p-sari', [{ kind: 'person', set: { name: 'Sari W.' } }], 'budi'), id: stop.id };
    opened(await ledger.teams.take(LIST, [mine]));
    opened(await ledger.teams.take(LIST, [stop]));
    opened(await ledger.teams.takeBack(LIST, [{ id: stop.id, subject: 'p-sari', by: 'budi' }]));
    const state = await ledger.person(LIST, 'p-sari');
    expect([state?.person.name, state?.suppressions.map(({ id }) => id)]).toEqual(['', ['s1']]);
  });

  it('is written as a whole or not at all, and a full disk is said', async () => {
    const ledger = await inTeam();
    const put = IDBObjectStore.prototype.put;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
      if (this.name === 'activity') throw new DOMException('full', 'QuotaExceededError');
      return put.apply(this, args);
    });
    expect(await ledger.teams.take(LIST, [sari])).toEqual({ ok: false, error: 'quota' });
    vi.restoreAllMocks();
    expect([await ledger.person(LIST, 'p-sari'), await ledger.activity({ limit: 9 })]).toEqual([undefined, []]);
    opened(await ledger.teams.take(LIST, [sari]));
    expect((await ledger.person(LIST, 'p-sari'))?.person.name).toBe('Sari');
  });
});

describe('what is taken back', () => {
  it('counts no more, is told, and counts again when it comes again', async () => {
    const ledger = await inTeam();
    const stop = told('p-sari', [aStop('s1')]);
    opened(await ledger.teams.take(LIST, [sari, stop]));
    const stops = async () => (await ledger.person(LIST, 'p-sari'))?.suppressions.length;
    for (let turn = 0; turn < 2; turn += 1)
      opened(await ledger.teams.takeBack(LIST, [{ id: stop.id, subject: 'p-sari', by: 'budi' }]));
    expect([await stops(), await ledger.differences()]).toEqual([0, []]);
    opened(await ledger.teams.take(LIST, [stop]));
    expect(await stops()).toBe(1);
    expect((await ledger.activity({ limit: 9 })).map(({ kind }) => kind)).toEqual([
      'received',
      'taken-back',
      'received',
    ]);
  });

  it('may be what this user wrote, which is then not sent any more', async () => {
    const ledger = await inTeam();
    const [own] = opened(await ledger.append([{ ...sari, by: 'self' }]));
    const { id, subject } = own as Op;
    opened(await ledger.teams.takeBack(LIST, [{ id, subject, by: 'budi' }]));
    expect(await waitingIn(ledger)).toHaveLength(1);
    opened(await ledger.teams.takeBack(LIST, [{ id, subject, by: 'rina' }]));
    expect([await ledger.person(LIST, subject), await ledger.teams.waiting()]).toEqual([undefined, 0]);
  });
});

describe('what this user writes in a team', () => {
  it('waits to be sent from the transaction that writes it on, over a restart, until it is said to be kept', async () => {
    const device = aDevice();
    const ledger = opened(await device.open());
    opened(await ledger.teams.keepSpace(aList()));
    const [own] = opened(await ledger.append([{ ...sari, by: 'self' }]));
    opened(await ledger.append([personOp('Ayu', 'ayu@harian.example')]));
    ledger.close();
    const again = opened(await device.open());
    expect(await again.teams.outgoing()).toEqual([{ space: LIST, ops: [own] }]);
    opened(await again.teams.take(LIST, [own as Op]));
    opened(await again.teams.sent([own?.id ?? '']));
    expect([await again.teams.waiting(), await waitingIn(again)]).toEqual([0, []]);
    expect((await again.history(LIST, 'p-sari')).length).toBe(1);
  });

  it('is not written at all where the note of it cannot be', async () => {
    const ledger = await inTeam();
    const put = IDBObjectStore.prototype.put;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
      if (this.name === 'outgoing') throw new DOMException('full', 'QuotaExceededError');
      return put.apply(this, args);
    });
    expect(await ledger.append([{ ...sari, by: 'self' }])).toMatchObject({ error: { code: 'quota' } });
    vi.restoreAllMocks();
    expect([await ledger.person(LIST, 'p-sari'), await ledger.teams.waiting()]).toEqual([undefined, 0]);
  });

  it('is by the member that they are there, in every part of it', async () => {
    const ledger = await inTeam();
    const { events: _, subject_id: __, ...record } = aRecord([], { record_id: 'r' });
    const event = anEvent({ recorded_by: 'self' });
    const changes: Change[] = [
      { kind: 'record', record },
      { kind: 'consent', recordId: 'r', event },
    ];
    opened(await ledger.append([told('p1', changes, 'self')]));
    opened(await ledger.setPolicy(LIST, { region: 'GB' }, 'self'));
    opened(await ledger.appendBulk([people(3, { space: LIST, by: 'self', batch: 'b' })]));
    opened(await ledger.undo(LIST, 'b', 'self'));
    opened(await ledger.erase({ space: LIST, person: 'p1', by: 'self' }));
    const ops = await waitingIn(ledger);
    expect(new Set(ops.map(({ by }) => by))).toEqual(new Set(['rina']));
    // What was said of somebody who was erased since is sent to nobody.
    expect(ops.flatMap(({ changes: all }) => all.map(({ kind }) => kind)).sort()).toEqual(
      ['erased', 'policy', 'undo', ...Array.from({ length: 3 }, () => ['person', 'point'])].flat().sort(),
    );
    expect(JSON.stringify(ops)).not.toContain('self');
    expect(await ledger.differences()).toEqual([]);
  });

  it('is refused where nobody would take it, and says why', async () => {
    const ledger = await inTeam({ admin: false });
    const name = told('p1', [{ kind: 'person', set: { name: 'Sari' } }], 'self');
    const refused = (code: string) => ({
      error: { code: 'refused', refusal: { code, params: { team: 'Humas Kota' } } },
    });
    expect(await ledger.setPolicy(LIST, { region: 'GB' }, 'self')).toMatchObject(refused('admins-only'));
    const note = (id: number): Change => ({ kind: 'note', note: { id: `n${id}`, at: NOW, text: 'x'.repeat(1_000) } });
    const long = Array.from({ length: 120 }, (_, id) => note(id));
    expect(await ledger.append([told('p1', long, 'self')])).toMatchObject(refused('too-large'));
    opened(await ledger.append([name]));
    opened(await ledger.teams.keepSpace(aList({ writes: false })));
    expect(await ledger.append([{ ...name, id: anId('op') }])).toMatchObject(refused('read-only'));
    expect(await ledger.append([{ ...name, space: 'team:t9:s9' }])).toMatchObject({ error: { detail: 'space' } });
    expect(await ledger.teams.waiting()).toBe(1);
  });

  it('in a large list waits until the list is whole, and of one that was cancelled nothing does', async () => {
    const ledger = await inTeam({}, { chunk: 4, pack: 8 });
    const list = people(12, { space: LIST, by: 'self', batch: 'b' });
    const seen: number[] = [];
    async function* parts() {
      for (const at of [0, 4, 8]) {
        yield list.slice(at, at + 4);
        seen.push((await waitingIn(ledger)).length);
      }
    }
    const stopped = new AbortController();
    const cancelled = ledger.appendBulk([people(12, { space: LIST, by: 'self', batch: 'c' })], {
      signal: stopped.signal,
      onProgress: () => stopped.abort(),
    });
    expect((await cancelled).ok).toBe(false);
    opened(await ledger.appendBulk(parts(), { total: 12 }));
    expect(seen).toEqual([0, 0, 0]);
    expect((await waitingIn(ledger)).length).toBe(12);
    expect((await ledger.teams.outgoing(5)).flatMap(({ ops }) => ops).length).toBe(5);
  });
});

describe('sharing', () => {
  async function withSari(...changes: readonly Change[]): Promise<Ledger> {
    const ledger = await inTeam();
    opened(await ledger.append([personOp('Sari', 'sari@harian.example', changes, { subject: 'p-sari' })]));
    return ledger;
  }
  const share = async (ledger: Ledger, ...ids: string[]) => opened(await ledger.teams.shareInto(LIST, ids));

  it('copies who they are and what stops us, logged, by this member, and leaves notes and requests', async () => {
    const { events, subject_id: _, ...record } = aConsent({ state: 'given' });
    const note: Change = { kind: 'note', note: { id: 'n', at: NOW, text: 'prefers mornings' } };
    const consent = events.map((event): Change => ({ kind: 'consent', recordId: record.record_id, event }));
    const ledger = await withSari({ kind: 'record', record }, ...consent, aStop('s1'), note);
    const { ops, left } = await share(ledger, 'p-sari', 'p-nobody');
    expect([ops.map(({ by, subject }) => [by, subject]), left]).toEqual([[['rina', 'p-sari']], ['p-nobody']]);
    expect(await waitingIn(ledger)).toEqual(ops);
    const [own, copy] = [await ledger.person('personal', 'p-sari'), await ledger.person(LIST, 'p-sari')];
    expect(copy).toEqual({ ...own, person: { ...own?.person, space: LIST }, notes: [] });
    expect((await ledger.activity({ limit: 1 }))[0]).toMatchObject({ kind: 'shared', people: ['p-sari'], space: LIST });
  });

  it('again brings only what is new, and leaves alone what colleagues changed', async () => {
    const ledger = await withSari();
    await share(ledger, 'p-sari');
    expect((await share(ledger, 'p-sari')).ops).toEqual([]);
    opened(await ledger.teams.take(LIST, [told('p-sari', [{ kind: 'person', set: { name: 'Sari Wulandari' } }])]));
    opened(await ledger.append([{ ...told('p-sari', [aStop('s2')], 'self'), space: 'personal' }]));
    const { ops } = await share(ledger, 'p-sari');
    expect(ops.flatMap(({ changes }) => changes.map(({ kind }) => kind))).toEqual(['suppression']);
    expect((await ledger.person(LIST, 'p-sari'))?.person.name).toBe('Sari Wulandari');
    expect(await ledger.differences()).toEqual([]);
  });

  it('leaves out who was erased or taken off the list there, and says so', async () => {
    const ledger = await withSari();
    await share(ledger, 'p-sari');
    opened(await ledger.erase({ space: LIST, person: 'p-sari', by: 'self' }));
    expect(await share(ledger, 'p-sari')).toEqual({ ops: [], left: ['p-sari'] });
    expect((await ledger.person('personal', 'p-sari'))?.person.name).toBe('Sari');
  });

  it('cuts a long record into ops that envelopes hold', async () => {
    const contact = (at: number): Change => ({
      kind: 'contacted',
      contact: {
        at: new Date(Date.UTC(2026, 0, 1) + at * 60_000).toISOString(),
        channel: 'email',
        purpose: 'pr_media',
      },
    });
    const ledger = await withSari(...Array.from({ length: 1_500 }, (_, at) => contact(at)));
    const { ops } = await share(ledger, 'p-sari');
    expect(ops.length).toBeGreaterThan(1);
    expect(Math.max(...ops.map((op) => JSON.stringify(op).length))).toBeLessThan(120_000);
    expect((await ledger.person(LIST, 'p-sari'))?.contacts).toHaveLength(1_500);
  });

  it('is refused into a space that may only be read', async () => {
    const ledger = await withSari();
    opened(await ledger.teams.keepSpace(aList({ writes: false })));
    expect(await ledger.teams.shareInto(LIST, ['p-sari'])).toMatchObject({
      error: { refusal: { code: 'read-only' } },
    });
    expect((await ledger.teams.shareInto('personal', ['p-sari'])).ok).toBe(false);
  });
});
