import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { askText } from '@/lib/domain/consent-ask.ts';
import { currentNotice, recordDefaults } from '@/lib/domain/consent-defaults.ts';
import { dateIn, durationIn } from '@/lib/domain/consent-speech.ts';
import { NOTICE_GAPS, NOTICE_ITEMS, type NoticeFacts, noticeFacts, usesIn } from '@/lib/domain/notice.ts';
import { noticeLines, noticeText } from '@/lib/domain/notice-text.ts';
import { publishChange, publishNotice, toldChanges, toTell } from '@/lib/domain/notice-version.ts';
import { DEFAULT_POLICY } from '@/lib/domain/policy.ts';
import { parseOp } from '@/lib/ledger/op-schema.ts';
import { isWord } from '@/lib/platform/words.ts';
import { OFFICE, speech } from '../exchange/receipt-sample.ts';
import { anEvent, anOp, aPerson, aProcess, aRecord, aSuppression, NOW } from './builders.ts';

const sari = aPerson(
  { source: { type: 'business_card' } },
  { records: [aRecord([anEvent()], { processes: [aProcess({ channels: ['email'] })] })] },
);
const use = (purpose: 'pr_media' | 'event_invite') => ({
  purpose,
  basis: 'consent' as const,
  channels: ['email'] as const,
});
const factsOf = (uses = usesIn([sari]), policy = OFFICE): NoticeFacts => {
  const facts = noticeFacts(policy, { uses, states: [sari] });
  if (!facts.ok) throw new Error(facts.error.join());
  return facts.value;
};

describe('a notice', () => {
  it('tells the seven items of Article 21, in its order, each with something said', () => {
    for (const language of ['id', 'en'] as const) {
      const lines = noticeLines(factsOf(), speech(language));
      expect(lines.map(({ item }) => item)).toEqual(NOTICE_ITEMS);
      expect(lines.filter(({ lines: said }) => said.length === 0 || said.some((line) => line.trim() === ''))).toEqual(
        [],
      );
      const text = noticeText(factsOf(), speech(language));
      expect(lines.map(({ head }, at) => `${at + 1}. ${head}\n`).filter((head) => !text.includes(head))).toEqual([]);
    }
  });

  it('says what the settings and the ledger really say', () => {
    const text = noticeText(factsOf(), speech('en'));
    expect(text).toContain('Humas Contoh, Jalan Contoh 1, Jakarta, answers for your personal data.');
    expect(text).toContain('Press pitch: by e-mail.');
    expect(text).toContain('Needed to write to you: name and work e-mail address.');
    expect(text).toContain('kept for 24 months');
    expect(text).toContain('A consent holds for 12 months');
    expect(text).toContain('The data come from: business card.');
    expect(text).toContain('Agensi Contoh (works on our behalf)');
    expect(text).toContain('answer STOP to any of our messages');
  });

  it('changes with the settings, and is no person’s', () => {
    const longer = { ...OFFICE, records: { storage: { locations: ['device'], retention: 'P5Y' } } };
    const text = noticeText(factsOf(usesIn([sari]), longer), speech('id'));
    expect(text).toContain('disimpan selama 5 tahun');
    expect(text).toContain('tidak dibagikan kepada siapa pun');
    expect(['Sari', 'sari@harian.example', 'Harian Contoh'].filter((own) => text.includes(own))).toEqual([]);
  });

  it('is not made before somebody answers for it, and says what is to be settled', () => {
    expect(noticeFacts(DEFAULT_POLICY, { uses: [], states: [] })).toEqual({
      ok: false,
      error: ['controller', 'contact', 'uses', 'data', 'withdrawal'],
    });
    const unknown = { ...OFFICE, parties: [] };
    expect(noticeFacts(unknown, { uses: usesIn([sari]), states: [sari] })).toEqual({ ok: false, error: ['shared'] });
    expect(NOTICE_GAPS.filter((gap) => !isWord(`notice_gap_${gap}`))).toEqual([]);
  });

  it('names each use of the ledger once, with all its channels, or with none where one has them all', () => {
    const processes = (...all: Parameters<typeof aProcess>[0][]) =>
      aPerson({}, { records: [aRecord([], { processes: all.map((one) => aProcess(one)) })] });
    const states = [
      processes({ channels: ['email'] }, { channels: ['whatsapp'] }),
      processes({ channels: ['email'], lawful_basis: 'contract' }),
    ];
    expect(usesIn(states)).toEqual([
      { purpose: 'pr_media', basis: 'consent', channels: ['email', 'whatsapp'] },
      { purpose: 'pr_media', basis: 'contract', channels: ['email'] },
    ]);
    expect(usesIn([...states, processes({ channels: [] })])[0]?.channels).toEqual([]);
  });
});

describe('a version of a notice', () => {
  const texts = { id: 'Teks satu', en: 'Text one' };
  const since = '2026-11-01T00:00:00.000Z';

  it('has the hash of its very text, and is a new one only when a letter changes', async () => {
    const first = await publishNotice([], texts, since);
    expect(first).toMatchObject({ fresh: true, notice: { version: '1' } });
    expect(first.notice.texts.id.sha256).toBe(createHash('sha256').update('Teks satu').digest('hex'));
    const same = await publishNotice([first.notice], texts, NOW);
    expect(same).toEqual({ notice: first.notice, fresh: false });
    const next = await publishNotice([first.notice], { ...texts, en: 'Text one.' }, NOW);
    expect(next).toMatchObject({ fresh: true, notice: { version: '2', since: NOW } });
  });

  it('goes into the settings with all before it, and records can name it', async () => {
    const { notice } = await publishNotice(OFFICE.notices ?? [], texts, since, 'https://humas.example/privasi');
    const change = publishChange(OFFICE.notices ?? [], notice);
    expect(parseOp(anOp([change], { of: 'space', subject: 'personal' }))).toHaveProperty('op');
    const policy = { ...OFFICE, notices: [...(OFFICE.notices ?? []), notice] };
    expect(currentNotice(policy, 'en')).toEqual({
      version: '2',
      language: 'en',
      text_sha256: notice.texts.en.sha256,
      uri: 'https://humas.example/privasi',
    });
    expect(recordDefaults(policy).notices).toHaveLength(2);
  });

  it('is to be told to all whom it was not shown to, with what they saw last', () => {
    const told = (notice?: { version: string; shown_at?: string }) => aRecord([], notice ? { notice } : {});
    const state = (id: string, records: ReturnType<typeof told>[], blocked = false) =>
      aPerson({ id }, { records, suppressions: blocked ? [aSuppression()] : [] });
    const states = [
      state('a', [told({ version: '2', shown_at: NOW })]),
      state('b', [told({ version: '1', shown_at: since }), told({ version: '2', shown_at: NOW })]),
      state('c', [told({ version: '2' })]),
      state('d', [told()], true),
      state('e', []),
    ];
    expect(toTell(states, '2')).toEqual([
      { personId: 'b', records: [states[1]!.records[0]!.record_id], last: '1', blocked: false },
      { personId: 'c', records: [states[2]!.records[0]!.record_id], blocked: false },
      { personId: 'd', records: [states[3]!.records[0]!.record_id], blocked: true },
    ]);
  });
});

describe('a notice that was shown', () => {
  it('is named by the records that it was shown for, and by no other, with nothing else changed', () => {
    const records = [aRecord([anEvent()], { uk_subscriber: 'individual' }), aRecord()];
    const notice = { version: '2', language: 'id', shown_at: NOW };
    const changes = toldChanges(aPerson({}, { records }), [records[0]!.record_id], notice);
    const { events, subject_id, ...rest } = records[0]!;
    expect(changes).toEqual([{ kind: 'record', record: { ...rest, notice, modified_at: NOW } }]);
    expect([events.length, subject_id]).toEqual([1, 'p1']);
    expect(parseOp(anOp(changes))).toHaveProperty('op');
    expect(toldChanges(aPerson({}, { records }), [records[0]!.record_id], { version: '2' })).toEqual([]);
  });
});

describe('asking for consent', () => {
  const person = { name: 'Sari Wulandari', honorific: 'Ibu', ageBand: 'adult' as const };

  it.each(['id', 'en'] as const)('carries the seven items, a free choice, and what silence means (%s)', (language) => {
    const { text, subject, purpose } = askText({ person, facts: factsOf([use('pr_media')]) }, speech(language));
    const heads = noticeLines(factsOf([use('pr_media')]), speech(language)).map(({ head }) => head);
    expect(heads.filter((head) => !text.includes(`• ${head}: `))).toEqual([]);
    expect(text).toContain(language === 'id' ? 'Yth. Ibu Sari Wulandari,' : 'Dear Ibu Sari Wulandari,');
    expect(text).toContain(language === 'id' ? 'kami anggap Anda tidak setuju' : 'we take it that you do not agree');
    expect(subject).toContain('Humas Contoh');
    expect(purpose).toBe('consent_request');
    expect(`${subject}${text}`).not.toMatch(/\{\w+\}|!|undefined/);
  });

  it('puts each purpose to its own answer', () => {
    const facts = factsOf([
      use('pr_media'),
      use('event_invite'),
      { ...use('event_invite'), basis: 'contract' as never },
    ]);
    const { text } = askText({ person, facts }, speech('id'));
    expect(text).toContain('1. Rilis dan tawaran media: lewat surel.\n2. Undangan acara: lewat surel.\n\n');
    expect(text).toContain('misalnya “SETUJU 1”');
  });

  it('of a child is put to the guardian', () => {
    const child = { name: 'Dewi', ageBand: 'child' as const };
    const { text } = askText({ person: child, guardian: { name: 'Wulan' }, facts: factsOf() }, speech('en'));
    expect(text).toMatch(
      /^Dear Wulan,\n\nHumas Contoh would like to write to Dewi, and asks you as parent or guardian/,
    );
  });

  it('a second time says that it is the only reminder, and links the whole notice', () => {
    const ask = { person, facts: factsOf(), reminder: true, noticeUri: 'https://humas.example/privasi' };
    const { text } = askText(ask, speech('en'));
    expect(text).toContain('this is our only reminder. Humas Contoh would like');
    expect(text).toContain('The whole notice: https://humas.example/privasi');
  });
});

describe('words for a person', () => {
  it('write durations and dates in the language of the text', () => {
    expect([durationIn(speech('en'), 'P1Y2M'), durationIn(speech('id'), 'P1Y2M')]).toEqual([
      '1 year and 2 months',
      '1 tahun dan 2 bulan',
    ]);
    expect([durationIn(speech('en'), 'PT72H'), durationIn(speech('en'), 'soon')]).toEqual(['PT72H', 'soon']);
    const late = '2026-11-19T20:00:00.000Z';
    expect([dateIn(speech('id'), late, 'Asia/Jayapura'), dateIn(speech('en'), late)]).toEqual([
      '20 November 2026',
      '19 November 2026',
    ]);
  });
});
