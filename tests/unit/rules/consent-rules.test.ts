import { describe, expect, it } from 'vitest';
import { aConsent, anEvent, aPerson, aProcess, aRecord, aSuppression } from '../domain/builders.ts';
import { judged, only, told, toRecipient } from './builders.ts';

const at = (...records: ReturnType<typeof aConsent>[]) =>
  toRecipient('sari@harian.example', [aPerson({}, { records })]);
const given = aConsent();
const contract = aRecord([], { processes: [aProcess({ lawful_basis: 'contract', purpose: 'payment', channels: [] })] });

describe('opted-out', () => {
  const stopped = toRecipient(
    'sari@harian.example',
    [aPerson({}, { suppressions: [aSuppression()], records: [given] })],
    { field: 'bcc' },
  );

  it('blocks a person in Bcc, and names who and since when', () => {
    const finding = only(judged({ recipients: [stopped] }), 'opted-out');
    expect(finding.tier).toBe('T4');
    expect(finding.title.params?.who).toBe('Sari Wulandari (Harian Contoh)');
    expect(finding.evidence[0]).toEqual({
      key: 'rule_opted-out_suppressed_all',
      params: { since_at: '2026-10-12T01:00:00.000Z' },
    });
    expect(finding.fixes[0]).toMatchObject({ kind: 'remove-people', addresses: ['sari@harian.example'] });
    expect(finding.law.length).toBeGreaterThan(0);
  });

  it('says how a withdrawal came', () => {
    const record = aRecord([
      anEvent(),
      anEvent({ state: 'withdrawn', at: '2026-09-02T02:00:00.000Z', method: 'email_reply' }),
    ]);
    const finding = only(judged({ recipients: [at(record)] }), 'opted-out');
    expect(finding.evidence[0]).toMatchObject({
      key: 'rule_opted-out_withdrawn_by',
      params: { since_at: '2026-09-02T02:00:00.000Z', method_word: 'method_email_reply' },
    });
  });

  it.each(['crisis_notice', 'contract_admin', 'payment'] as const)(
    'asks for a reason when the purpose is %s',
    (purpose) => {
      expect(judged({ recipients: [stopped] }, { purpose }).tier).toBe('T3');
    },
  );

  it('is told only when the draft answers a later message of that person', () => {
    const answer = (when?: string) => ({ inReplyTo: { from: 'sari@harian.example', ...(when ? { at: when } : {}) } });
    expect(judged({ recipients: [stopped] }, answer('2026-11-01T00:00:00.000Z')).tier).toBe('T1');
    expect(judged({ recipients: [stopped] }, answer('2026-10-01T00:00:00.000Z')).tier).toBe('T4');
    expect(judged({ recipients: [stopped] }, answer()).tier).toBe('T4');
    expect(judged({ recipients: [stopped] }, { inReplyTo: true }).tier).toBe('T4');
  });

  it('holds for an insider too', () => {
    expect(judged({ recipients: [{ ...stopped, outsider: false }] }).tier).toBe('T4');
  });

  it('does not take a refusal for a refusal to be asked, but a suppression is one', () => {
    const refused = at(aConsent({ state: 'refused' }));
    expect(told(judged({ recipients: [refused] }, { purpose: 'consent_request' }))).toEqual(['request-again T2']);
    expect(judged({ recipients: [stopped] }, { purpose: 'consent_request' }).tier).toBe('T4');
  });

  it('of two spaces the stricter holds', () => {
    const both = toRecipient('sari@harian.example', [
      aPerson({}, { records: [given] }),
      aPerson({ space: 'team' }, { records: [given], suppressions: [aSuppression()] }),
    ]);
    expect(judged({ recipients: [both] }).tier).toBe('T4');
  });

  it('names whoever of several at one address said stop', () => {
    const desk = toRecipient('desk@harian.example', [
      aPerson({ id: 'ani', name: 'Ani' }, { records: [given] }),
      aPerson({ id: 'beni', name: 'Beni' }, { records: [given], suppressions: [aSuppression()] }),
    ]);
    const finding = only(judged({ recipients: [desk] }), 'opted-out');
    expect(finding.subjects[0]).toMatchObject({ name: 'Beni', personId: 'beni', address: 'desk@harian.example' });
  });

  it('is silent where another channel, purpose or client was stopped', () => {
    for (const scope of [{ channel: 'whatsapp' }, { purpose: 'event_invite' }, { client: 'Kopi Uji' }] as const) {
      const person = aPerson({}, { records: [given], suppressions: [aSuppression({ scope })] });
      expect(told(judged({ recipients: [toRecipient('sari@harian.example', [person])] }))).toEqual([]);
    }
  });
});

describe('no-basis', () => {
  const nothing = at();
  const contact = { at: '2026-03-01T00:00:00.000Z', channel: 'whatsapp', purpose: 'pr_media' } as const;

  it('is told at the first message and holds the second', () => {
    expect(told(judged({ recipients: [nothing] }))).toEqual(['no-basis T1']);
    const again = toRecipient('sari@harian.example', [aPerson({}, { contacts: [contact] })]);
    expect(told(judged({ recipients: [again] }))).toEqual(['no-basis T2']);
    const longAgo = toRecipient('sari@harian.example', [
      aPerson({}, { contacts: [{ ...contact, at: '2025-11-01T00:00:00.000Z' }] }),
    ]);
    expect(told(judged({ recipients: [longAgo] }))).toEqual(['no-basis T1']);
  });

  it.each(['unknown', 'requested', 'request_deferred', 'revoked', 'invalidated'] as const)(
    'counts %s as none',
    (state) => {
      const recent = aConsent({ state, at: '2026-11-15T03:00:00.000Z' });
      expect(told(judged({ recipients: [at(recent)] }))).toEqual(['no-basis T1']);
    },
  );

  it('still counts a request that nobody answered in its thirty days', () => {
    expect(
      told(judged({ recipients: [at(aConsent({ state: 'requested', at: '2026-05-01T03:00:00.000Z' }))] })),
    ).toEqual(['no-basis T1']);
  });

  it('is one finding for many people', () => {
    const many = Array.from({ length: 100 }, (_, i) =>
      toRecipient(`w${i}@m.example`, [aPerson({ id: `w${i}`, name: `W ${i}` })], { field: 'bcc' }),
    );
    const finding = only(judged({ recipients: many }), 'no-basis');
    expect(finding.subjects).toHaveLength(100);
    expect(finding.evidence.length).toBeLessThan(20);
    expect(finding.title.params?.count).toBe(100);
  });

  it('is silent for consent, another basis, a question for consent, and insiders', () => {
    expect(told(judged({ recipients: [at(given)] }))).toEqual([]);
    const interest = aRecord([], { processes: [aProcess({ lawful_basis: 'legitimate_interest' })] });
    expect(told(judged({ recipients: [at(interest)] }))).toEqual([]);
    expect(told(judged({ recipients: [nothing] }, { purpose: 'consent_request' }))).toEqual([]);
    expect(told(judged({ recipients: [{ ...nothing, outsider: false }] }))).toEqual([]);
  });
});

describe('purpose-mismatch', () => {
  it('holds where consent was given for something else, and is told for other bases', () => {
    expect(told(judged({ recipients: [at(aConsent({ purpose: 'event_invite' }))] }))).toEqual(['purpose-mismatch T2']);
    expect(told(judged({ recipients: [at(contract)] }))).toEqual(['purpose-mismatch T1']);
  });

  it('is told where the client is another', () => {
    const record = aConsent({ clients: ['Kopi Uji'] });
    expect(told(judged({ recipients: [at(record)] }, { client: 'Teh Uji' }))).toEqual(['purpose-mismatch T1']);
    expect(told(judged({ recipients: [at(record)] }, { client: 'Kopi Uji' }))).toEqual([]);
  });
});

describe('channel-mismatch', () => {
  const chat = (...records: ReturnType<typeof aConsent>[]) =>
    toRecipient('+6281255501001', [aPerson({ phone: '+6281255501001' }, { records })], { field: 'direct' });

  it('is told where the basis names other channels', () => {
    const finding = only(judged({ recipients: [chat(given)] }, { channel: 'whatsapp' }), 'channel-mismatch');
    expect(finding.tier).toBe('T1');
    expect(finding.evidence[0]?.params?.channel_word).toBe('channel_email');
  });

  it('holds where the person said no to this channel for something else', () => {
    const no = aConsent({ state: 'refused', purpose: 'event_invite', channels: ['whatsapp'] });
    const narrowed = {
      ...no,
      events: no.events.map((event) => ({
        ...event,
        purposes: ['event_invite' as const],
        channels: ['whatsapp' as const],
      })),
    };
    expect(told(judged({ recipients: [chat(given, narrowed)] }, { channel: 'whatsapp' }))).toEqual([
      'channel-mismatch T2',
    ]);
  });

  it('is silent where no channel is named, or this one is', () => {
    for (const channels of [[], ['email', 'whatsapp']] as const)
      expect(told(judged({ recipients: [chat(aConsent({ channels }))] }, { channel: 'whatsapp' }))).toEqual([]);
  });
});

describe('consent-expired', () => {
  const until = (day: string) => at(aConsent({ until: `${day}T00:00:00.000Z` }));

  it('holds after the end, is a note in the last thirty days, and silent before', () => {
    expect(told(judged({ recipients: [until('2026-11-19')] }))).toEqual(['consent-expired T2']);
    expect(told(judged({ recipients: [until('2026-11-21')] }))).toEqual(['consent-expired T0']);
    expect(told(judged({ recipients: [until('2027-03-01')] }))).toEqual([]);
  });

  it('is judged at the time of sending', () => {
    expect(told(judged({ recipients: [until('2026-11-22')], sendAt: '2026-11-23T00:00:00.000Z' }))).toEqual([
      'consent-expired T2',
    ]);
  });

  it('gives way to another basis', () => {
    const interest = aRecord([], { processes: [aProcess({ lawful_basis: 'legitimate_interest' })] });
    expect(told(judged({ recipients: [at(aConsent({ until: '2026-11-19T00:00:00.000Z' }), interest)] }))).toEqual([]);
  });
});

describe('unknown-person', () => {
  it('notes who is in no ledger, in one finding, and holds nothing', () => {
    const strangers = ['a@x.example', 'b@y.example'].map((address) => toRecipient(address, [], { field: 'bcc' }));
    const finding = only(judged({ recipients: strangers }), 'unknown-person');
    expect(finding.tier).toBe('T0');
    expect(finding.subjects.map(({ address }) => address)).toEqual(['a@x.example', 'b@y.example']);
  });

  it('leaves groups and insiders out', () => {
    const group = toRecipient('Grup Media', [], { field: 'direct', group: true });
    const colleague = toRecipient('tono@humas.example', [], { outsider: false });
    const verdict = judged({ recipients: [group, colleague] }, { channel: 'whatsapp', audience: 'group' });
    expect(told(verdict)).not.toContain('unknown-person T0');
  });

  it('advises to bind a chat that shows its title or thread alone, and calls it by its title', () => {
    const chat = toRecipient('chat:Dewi L', [], { field: 'direct' });
    const finding = only(judged({ recipients: [chat] }, { channel: 'whatsapp' }), 'unknown-person');
    expect(finding.tier).toBe('T1');
    expect(finding.title.params?.who).toBe('Dewi L');
    expect(finding.fixes.map(({ kind }) => kind)).toEqual(['bind-chat', 'skip-thread']);
    const thread = toRecipient('thread:t_88', [], { field: 'direct' });
    expect(only(judged({ recipients: [thread] }, { channel: 'facebook_msg' }), 'unknown-person').tier).toBe('T1');
  });

  it('is silent about a chat that is skipped in this conversation, and about no other', () => {
    const skipped = toRecipient('chat:Kurir', [], { field: 'direct', skipped: true });
    const other = toRecipient('chat:Dewi L', [], { field: 'direct' });
    expect(told(judged({ recipients: [skipped] }, { channel: 'whatsapp' }))).toEqual([]);
    const verdict = judged({ recipients: [skipped, other] }, { channel: 'whatsapp' });
    expect(only(verdict, 'unknown-person').subjects.map(({ address }) => address)).toEqual(['chat:Dewi L']);
  });

  it('offers in a chat to bind the number to somebody who is known otherwise', () => {
    const number = toRecipient('+6281355502002', [], { field: 'direct' });
    const finding = only(judged({ recipients: [number] }, { channel: 'whatsapp' }), 'unknown-person');
    expect(finding.tier).toBe('T0');
    expect(finding.fixes.map(({ kind }) => kind)).toEqual(['add-person', 'bind-chat', 'skip-thread']);
  });
});
