import { describe, expect, it, vi } from 'vitest';
import { assess } from '@/lib/assess/assess.ts';
import { newOp } from '@/lib/domain/new-op.ts';
import type { Change, Op } from '@/lib/domain/op.ts';
import { erasedBlock } from '@/lib/domain/person-fold.ts';
import { verifyCertificate } from '@/lib/ledger/erase-certificate.ts';
import type { Ledger } from '@/lib/ledger/ledger.ts';
import type { LedgerOptions } from '@/lib/ledger/open-ledger.ts';
import { anEvent, anId, NOW } from '../domain/builders.ts';
import { aDraft, aPolicy } from '../rules/builders.ts';
import { everything } from './everything.ts';
import { aDevice, mail, opened, personOp, raw, topicOp } from './open.ts';

/** Stands in every field that takes free words. Long enough to be nobody else's. */
const MARK = 'zarafenoqu';
const EMAIL = `${MARK}.work@harian.example`;
const OLD = `${MARK}.old@harian.example`;

const agreed = (): readonly Change[] => {
  const recordId = anId('record');
  const said = { kind: 'message_ref', locator: `${MARK} locator`, excerpt: `${MARK} excerpt` } as const;
  return [
    {
      kind: 'record',
      record: {
        schema_version: 'izin.consent/1',
        record_id: recordId,
        law_packs: ['ID_PDP'],
        processes: [
          {
            process_id: anId('process'),
            purpose: 'pr_media',
            lawful_basis: 'consent',
            channels: ['email'],
            clients: [`${MARK} client`],
            purpose_note: `${MARK} purpose`,
          },
        ],
      },
    },
    { kind: 'consent', recordId, event: anEvent({ evidence: said, reason: `${MARK} reason` }) },
  ];
};

const whole = (): readonly Change[] => [
  {
    kind: 'person',
    set: {
      outlet: `${MARK} outlet`,
      honorific: `${MARK} honorific`,
      nicknames: [`${MARK} nickname`],
      groups: [`${MARK} group`],
      clients: [`${MARK} client`],
      topics: [`${MARK} topic`],
      source: { type: 'referral', detail: `${MARK} source` },
    },
  },
  { kind: 'point', point: { id: 'old-point', ...mail(OLD) } },
  { kind: 'point-removed', pointId: 'old-point' },
  { kind: 'point', point: { id: anId('point'), channel: 'instagram_dm', address: `@${MARK}` } },
  { kind: 'datum', datum: { id: anId('datum'), kind: 'address', value: `Jalan ${MARK} 12` } },
  { kind: 'datum', datum: { id: anId('datum'), kind: 'email', value: `${MARK}.private@surat.example` } },
  { kind: 'note', note: { id: anId('note'), text: `${MARK} note`, at: NOW } },
  {
    kind: 'disclosed',
    disclosure: { id: anId('disclosure'), at: NOW, to: `${MARK} agency`, categories: ['phone'] },
  },
  {
    kind: 'datum',
    datum: {
      id: anId('datum'),
      kind: 'other',
      value: `${MARK} other`,
      source: { type: 'visit', detail: `${MARK} told us` },
    },
  },
  { kind: 'suppression', suppression: { id: anId('stop'), scope: 'all', since: NOW, source: `${MARK} said stop` } },
  {
    kind: 'request',
    request: {
      id: 'request-1',
      type: 'erase',
      receivedAt: '2026-11-19T02:00:00.000Z',
      state: 'open',
      words: `${MARK} wants to be forgotten`,
      evidence: { kind: 'message_ref', excerpt: `${MARK} please` },
    },
  },
  {
    kind: 'request-step',
    requestId: 'request-1',
    event: { kind: 'stage', id: anId('step'), at: NOW, by: 'me', stage: 'acknowledged', reason: `${MARK} asked` },
  },
  ...agreed(),
];

const release = (person: string, excerpt: string, wording: readonly Change[] = []): Op =>
  topicOp('release', 'release-1', [
    ...wording,
    {
      kind: 'agreement',
      agreement: { personId: person, agreedAt: NOW, evidence: { kind: 'message_ref', excerpt } },
    },
  ]);

async function aFullLedger(options: Partial<LedgerOptions> = {}) {
  const device = aDevice(options);
  const ledger = opened(await device.open());
  const person = personOp(`${MARK} Wulandari`, EMAIL, whole());
  const other = personOp('Budi Santoso', 'budi@harian.example');
  const batch = { batch: anId('batch') };
  opened(await ledger.append([person, other]));
  opened(
    await ledger.append([
      release(other.subject, 'baik, setuju', [
        { kind: 'release', release: { title: 'Laporan', phrases: ['laporan'], liftsAt: NOW, zone: 'WIB' } },
      ]),
      release(person.subject, `${MARK} agreed`),
      topicOp('term', 'term-1', [
        { kind: 'term', term: { phrases: ['garuda'], class: 'secret', cleared: [person.subject, other.subject] } },
      ]),
      { ...newOp({ space: 'personal', subject: person.subject, of: 'person', by: 'me' }, agreed(), NOW), ...batch },
    ]),
  );
  const line = { at: NOW, kind: 'override', rules: ['opted-out'], reason: 'other' } as const;
  opened(await ledger.log({ ...line, people: [person.subject], note: `${MARK} rang` }));
  opened(await ledger.log({ ...line, people: [other.subject], note: `spoke to ${MARK.toUpperCase()} Wulandari` }));
  opened(await ledger.log({ ...line, people: [other.subject], note: 'spoke to Budi' }));
  return { device, ledger, person: person.subject, other: other.subject, batch: batch.batch };
}

const judge = async (ledger: Ledger, address: string, purpose: 'pr_media' | 'payment' = 'pr_media') =>
  (
    await assess(aDraft({ recipients: [{ field: 'to', address }], purpose }), {
      ledger,
      policy: aPolicy(),
      spaces: ['personal'],
      now: NOW,
    })
  ).verdict;

const erase = async (ledger: Ledger, person: string) =>
  opened(await ledger.erase({ space: 'personal', person, by: 'me', requestId: 'request-1' }));

describe('an erased person', () => {
  it('was everywhere before, and is nowhere afterwards', async () => {
    const { device, ledger, person } = await aFullLedger();
    const before = await everything(device);
    expect(before.filter((text) => text.toLowerCase().includes(MARK)).length).toBe(7);
    await erase(ledger, person);
    const left = await everything(device);
    expect(left.filter((text) => text.toLowerCase().includes(MARK))).toEqual([]);
    expect(left.length).toBeGreaterThan(8);
  });

  it.each([EMAIL, OLD, `${MARK}.private@surat.example`])(
    'is not written to at %s, whatever the purpose',
    async (to) => {
      const { ledger, person } = await aFullLedger();
      await erase(ledger, person);
      for (const purpose of ['pr_media', 'payment'] as const) {
        const { tier, findings } = await judge(ledger, to, purpose);
        expect([tier, findings[0]?.rule, findings[0]?.evidence]).toEqual([
          'T4',
          'opted-out',
          [{ key: 'rule_opted-out_erased', params: { since_at: NOW } }],
        ]);
      }
    },
  );

  it('is on no list, found by no name, and nobody’s name in a text', async () => {
    const { ledger, person } = await aFullLedger();
    expect((await ledger.listPeople('personal', { query: MARK, limit: 9 })).total).toBe(1);
    await erase(ledger, person);
    expect((await ledger.listPeople('personal', { limit: 9 })).people.map(({ person: one }) => one.name)).toEqual([
      'Budi Santoso',
    ]);
    expect(await ledger.person('personal', person)).toBeUndefined();
    expect(await ledger.ownersOf(['personal'], [{ kind: 'email', value: EMAIL }])).toEqual([undefined]);
  });

  it('has no request any more', async () => {
    const { ledger, person } = await aFullLedger();
    expect((await ledger.asking('personal')).map(({ person: one }) => one.id)).toEqual([person]);
    await erase(ledger, person);
    expect(await ledger.asking('personal')).toEqual([]);
  });

  it('is gone from the index that another page holds', async () => {
    const { device, ledger, person } = await aFullLedger();
    const page = opened(await device.open());
    expect((await page.listPeople('personal', { query: MARK, limit: 9 })).total).toBe(1);
    await erase(ledger, person);
    expect((await page.listPeople('personal', { query: MARK, limit: 9 })).total).toBe(0);
  });

  it('is gone from the index of names that is kept on disk', async () => {
    const { device, ledger, person } = await aFullLedger({ chunk: 1 });
    await ledger.listPeople('personal', { limit: 9 });
    const kept = async (): Promise<number> => raw(device, 'names', (table) => table.count());
    await vi.waitFor(async () => expect(await kept()).toBeGreaterThan(0));
    await erase(ledger, person);
    expect(await kept()).toBe(0);
    expect((await everything(device)).filter((text) => text.toLowerCase().includes(MARK))).toEqual([]);
  });

  it('leaves everybody else as they were', async () => {
    const { ledger, person, other } = await aFullLedger();
    await erase(ledger, person);
    const { terms, releases } = await ledger.topicsOf('personal');
    expect(releases.map(({ agreements }) => agreements.map(({ personId }) => personId))).toEqual([[other]]);
    expect(terms.map(({ cleared }) => cleared)).toEqual([[other]]);
    expect((await judge(ledger, 'budi@harian.example')).findings.map(({ rule }) => rule)).not.toContain('opted-out');
    expect(await ledger.differences()).toEqual([]);
  });

  it('stays erased when the projections are made anew, and when a batch is undone', async () => {
    const { ledger, person, batch } = await aFullLedger();
    await erase(ledger, person);
    opened(await ledger.rebuild());
    expect((await ledger.undo('personal', batch, 'me')).ok).toBe(false);
    expect((await judge(ledger, EMAIL)).tier).toBe('T4');
  });
});

describe('what comes late', () => {
  it('is refused when it is about the erased person', async () => {
    const { ledger, person } = await aFullLedger();
    await erase(ledger, person);
    const late = newOp(
      { space: 'personal', subject: person, of: 'person', by: 'me' },
      [{ kind: 'note', note: { id: anId('note'), text: 'late', at: NOW } }],
      NOW,
    );
    const answer = await ledger.append([late]);
    expect(answer).toMatchObject({ ok: false, error: { code: 'refused', refusal: { code: 'erased' } } });
  });

  it('is passed over in a list that was already on its way, and the rest of the list arrives', async () => {
    const { ledger, person } = await aFullLedger();
    await erase(ledger, person);
    const batch = { batch: anId('batch') };
    const list = [
      personOp('Late', 'late@harian.example', [], { ...batch, subject: person }),
      personOp('Citra Lestari', 'citra@harian.example', [], batch),
    ];
    opened(await ledger.appendBulk([list]));
    expect(await ledger.person('personal', person)).toBeUndefined();
    expect((await ledger.listPeople('personal', { query: 'citra', limit: 1 })).total).toBe(1);
  });

  it('arrives suppressed when somebody new has the address of an erased person', async () => {
    const { ledger, person } = await aFullLedger();
    await erase(ledger, person);
    const [added] = opened(await ledger.append([personOp('Somebody', EMAIL.toUpperCase())]));
    const state = await ledger.person('personal', added!.subject);
    expect(state?.suppressions).toEqual([{ id: erasedBlock(person), scope: 'all', since: NOW, erased: true }]);
  });

  it('may lift the block by name, as any other', async () => {
    const { ledger, person } = await aFullLedger();
    await erase(ledger, person);
    const lift = (subject: string): Op =>
      newOp(
        { space: 'personal', subject, of: 'person', by: 'me' },
        [{ kind: 'suppression-lifted', suppressionId: erasedBlock(person) }],
        NOW,
      );
    opened(await ledger.append([lift(person)]));
    expect((await judge(ledger, EMAIL)).findings.map(({ rule }) => rule)).not.toContain('opted-out');
    const [added] = opened(await ledger.append([personOp('Somebody', EMAIL)]));
    expect((await ledger.person('personal', added!.subject))?.suppressions).toEqual([]);
    expect(await ledger.differences()).toEqual([]);
  });
});

describe('erasing', () => {
  it('tells before in whose records else the person is spoken of', async () => {
    const { ledger, person, other } = await aFullLedger();
    expect(await ledger.mentions('personal', person)).toEqual([]);
    const text = `met ${MARK.toUpperCase()}  wulandari at the fair`;
    const note: Change = { kind: 'note', note: { id: anId('note'), text, at: NOW } };
    opened(await ledger.append([newOp({ space: 'personal', subject: other, of: 'person', by: 'me' }, [note], NOW)]));
    expect((await ledger.mentions('personal', person)).map(({ person: one }) => one.id)).toEqual([other]);
    expect(await ledger.mentions('personal', other)).toEqual([]);
  });

  it('is refused for nobody, and a second time', async () => {
    const { ledger, person } = await aFullLedger();
    const nobody = await ledger.erase({ space: 'personal', person: 'nobody', by: 'me' });
    expect(nobody).toMatchObject({ ok: false, error: { code: 'invalid' } });
    await erase(ledger, person);
    const again = await ledger.erase({ space: 'personal', person, by: 'me' });
    expect(again).toMatchObject({ ok: false, error: { refusal: { code: 'erased' } } });
  });

  it('erases also what no longer opens', async () => {
    const { device, ledger, person } = await aFullLedger();
    const rows = await raw(device, 'ops', (table) => table.getAll());
    const row = rows.find(({ subject }: { subject: string }) => subject === person);
    row.sealed[30] ^= 1;
    await raw(device, 'ops', (table) => table.put(row));
    await erase(ledger, person);
    expect((await everything(device)).filter((text) => text.includes(MARK))).toEqual([]);
  });
});

describe('the log of an erasure', () => {
  it('stays whole, for two people one after the other', async () => {
    const { ledger, person, other } = await aFullLedger();
    await erase(ledger, person);
    expect(await ledger.verifyChain()).toBeUndefined();
    await erase(ledger, other);
    opened(await ledger.log({ at: NOW, kind: 'sent', rules: [], people: [] }));
    expect(await ledger.verifyChain()).toBeUndefined();
    const lines = await ledger.activity({ limit: 9 });
    expect(lines.map(({ kind, people, note }) => [kind, people, note])).toEqual([
      ['sent', [], undefined],
      ['erased', [], undefined],
      ['erased', [], undefined],
      ['override', [], undefined],
      ['override', [], undefined],
      ['override', [], undefined],
    ]);
  });

  it('shows a line that was rewritten by anybody else', async () => {
    const { device, ledger, person } = await aFullLedger();
    await erase(ledger, person);
    const row = await raw(device, 'activity', (table) => table.get(1));
    row.sealed[30] ^= 1;
    await raw(device, 'activity', (table) => table.put(row));
    expect(await ledger.verifyChain()).toEqual({ seq: 1, why: 'changed' });
  });

  it('shows a line that only claims to be rewritten', async () => {
    const { device, ledger, person } = await aFullLedger();
    await erase(ledger, person);
    const row = await raw(device, 'activity', (table) => table.get(3));
    row.sealed[30] ^= 1;
    await raw(device, 'activity', (table) => table.put({ ...row, redacted: 4 }));
    expect(await ledger.verifyChain()).toEqual({ seq: 3, why: 'changed' });
  });
});

describe('the certificate', () => {
  it('says what was erased by counts, when and for which request, and names nobody', async () => {
    const { ledger, person } = await aFullLedger();
    const certificate = await erase(ledger, person);
    expect(certificate).toMatchObject({
      at: NOW,
      requestId: 'request-1',
      counts: { ops: 2, states: 1, topics: 2, logLines: 2, tokens: 4 },
    });
    expect(JSON.stringify(certificate)).not.toContain(person);
    expect(JSON.stringify(certificate)).not.toContain(MARK);
    expect(await verifyCertificate(JSON.parse(JSON.stringify(certificate)))).toEqual({ ok: true, value: certificate });
    expect((await ledger.activity({ limit: 1 }))[0]?.certificate).toEqual(certificate);
  });

  it.each([
    ['another date', { at: '2026-11-01T00:00:00.000Z' }, 'changed'],
    ['another request', { requestId: 'request-2' }, 'changed'],
    ['other counts', { counts: { ops: 9, states: 1, topics: 2, logLines: 2, tokens: 4 } }, 'changed'],
    ['another key', { publicKey: 'A'.repeat(43) }, 'changed'],
    ['a word more', { name: 'Sari' }, 'malformed'],
    ['no counts', { counts: undefined }, 'malformed'],
  ] as const)('does not hold with %s', async (_, over, error) => {
    const { ledger, person } = await aFullLedger();
    const certificate = await erase(ledger, person);
    expect(await verifyCertificate({ ...certificate, ...over })).toEqual({ ok: false, error });
  });

  it('is signed with one key of the device, over a restart', async () => {
    const { device, ledger, person, other } = await aFullLedger();
    const first = await erase(ledger, person);
    const again = opened(await device.open());
    const second = await erase(again, other);
    expect([second.publicKey, second.id]).toEqual([first.publicKey, expect.not.stringMatching(first.id)]);
  });
});
