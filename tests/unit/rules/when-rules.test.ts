import { describe, expect, it } from 'vitest';
import { validUntil } from '@/lib/assess/valid-until.ts';
import type { Preferences } from '@/lib/domain/consent-preferences.ts';
import type { Contact } from '@/lib/domain/person.ts';
import { aConsent, aPerson } from '../domain/builders.ts';
import { judged, only, told, toRecipient } from './builders.ts';

const ADDRESS = 'sari@harian.example';
const at = (day: string, time = '09:15') => new Date(`2026-11-${day}T${time}:00+07:00`).toISOString();
const person = (words: Parameters<typeof aPerson>[0], preferences?: Preferences, contacts: readonly Contact[] = []) =>
  aPerson(words, { records: [{ ...aConsent({ channels: [] }), ...(preferences ? { preferences } : {}) }], contacts });
const to = (...args: Parameters<typeof person>) => toRecipient(ADDRESS, [person(...args)]);

describe('quiet-hours', () => {
  const jakarta = { timezone: 'Asia/Jakarta' };
  const verdict = (recipient: ReturnType<typeof to>, sendAt: string, over = {}) =>
    judged({ recipients: [recipient], sendAt }, over);
  const stated = { quiet_hours: { tz: 'Asia/Jayapura', from: '21:00', to: '08:00' } };

  it('holds in hours that the person stated, and says what time it is there', () => {
    const finding = only(verdict(to({}, stated), at('20', '19:00')), 'quiet-hours');
    expect(finding.tier).toBe('T2');
    expect(finding.evidence[0]?.params).toMatchObject({ time: '21:00', zone: 'WIT', from: '21:00', to: '08:00' });
    expect(finding.fixes.map(({ kind }) => kind)).toEqual(['send-later', 'remove-people']);
    expect(told(verdict(to({}, stated), at('20', '18:59')))).toEqual([]);
  });

  it('tells at night where nothing is stated, by the person’s zone, and nothing where it is not known', () => {
    expect(told(verdict(to(jakarta), at('20', '20:00')))).toEqual(['quiet-hours T1']);
    expect(told(verdict(to(jakarta), at('20', '19:59')))).toEqual([]);
    expect(told(verdict(to({ timezone: 'Asia/Jayapura' }), at('20', '18:00')))).toEqual(['quiet-hours T1']);
    expect(told(verdict(to({}), at('20', '23:00')))).toEqual([]);
    expect(
      told(verdict(to({ ...jakarta }, { quiet_hours: { tz: 'WIB', from: '12:00', to: '13:00' } }), at('20', '22:00'))),
    ).toEqual([]);
  });

  it('notes a weekend, by the day there', () => {
    expect(told(verdict(to(jakarta), at('21', '10:00')))).toEqual(['quiet-hours T0']);
    expect(told(verdict(to(jakarta), at('23', '10:00')))).toEqual([]);
  });

  it('is silent for a duty, a crisis, and somebody who has just written', () => {
    const night = at('20', '22:00');
    expect(told(verdict(to({}, stated), night, { purpose: 'crisis_notice' }))).not.toContain('quiet-hours T2');
    const reply = { inReplyTo: { from: ADDRESS, at: at('20', '21:30') } };
    expect(told(verdict(to({}, stated), night, reply))).toEqual([]);
    expect(told(verdict(to(jakarta), night, { inReplyTo: true }))).toEqual(['quiet-hours T0']);
  });

  it('asks once in a talk', () => {
    const chat: Contact = { at: at('20', '21:40'), channel: 'whatsapp', purpose: 'pr_media' };
    const talking = toRecipient('+6281255501001', [person({}, stated, [chat])], { field: 'direct' });
    expect(told(verdict(talking, at('20', '22:00'), { channel: 'whatsapp' }))).toEqual([]);
    expect(told(verdict(talking, at('20', '23:45'), { channel: 'whatsapp' }))).toEqual(['quiet-hours T2']);
  });

  it('is asked anew when the hours turn', () => {
    const now = at('20', '19:30');
    const facts = { recipients: [to(jakarta)], releases: [], sendAt: now } as unknown as Parameters<
      typeof validUntil
    >[0];
    expect(validUntil(facts, now)).toBe(Date.parse(at('20', '20:00')));
    expect(validUntil({ ...facts, sendAt: at('21') }, now)).toBe(Number.MAX_SAFE_INTEGER);
  });
});

describe('contact-cap', () => {
  const mail = (day: string, over: Partial<Contact> = {}): Contact => ({
    at: at(day),
    channel: 'email',
    purpose: 'pr_media',
    ...over,
  });
  const verdict = (contacts: readonly Contact[], over = {}, preferences?: Preferences) =>
    judged({ recipients: [to({}, preferences, contacts)], sendAt: at('20') }, over);

  it('tells of the third message in seven days, on whatever channel', () => {
    const finding = only(verdict([mail('14'), mail('18', { channel: 'whatsapp' })]), 'contact-cap');
    expect(finding.tier).toBe('T1');
    expect(finding.evidence[0]?.params).toMatchObject({ count: 2, last_at: at('18') });
    expect(finding.law).toEqual([{ pack: 'IZIN', article: 'Izin P9', mark: 'P' }]);
    expect(told(verdict([mail('18')]))).toEqual([]);
    expect(told(verdict([mail('12'), mail('18')]))).toEqual([]);
  });

  it('holds above what the person said', () => {
    expect(told(verdict([mail('01'), mail('08')], {}, { max_per_30d: 2 }))).toEqual(['contact-cap T2']);
    expect(told(verdict([mail('01')], {}, { max_per_30d: 2 }))).toEqual([]);
    expect(told(verdict([mail('18'), mail('19')], {}, { max_per_30d: 1 }))).toEqual(['contact-cap T2']);
  });

  it('counts no answers to their own messages, and what is owed to nobody’s cap', () => {
    expect(told(verdict([mail('17', { answer: true }), mail('18')]))).toEqual([]);
    expect(told(verdict([mail('17', { purpose: 'payment' }), mail('18')]))).toEqual([]);
    expect(told(verdict([mail('17'), mail('18')], { purpose: 'payment' }))).not.toContain('contact-cap T1');
  });

  it('lets their own message of two weeks be answered', () => {
    const contacts = [mail('17'), mail('18')];
    const wrote = (when: string) => ({ inReplyTo: { from: ADDRESS, at: when } });
    expect(told(verdict(contacts, wrote(at('06'))))).toEqual([]);
    expect(told(verdict(contacts, wrote(at('06', '09:14'))))).toEqual(['contact-cap T0']);
    const quoted = `On 18 Nov 2026, Sari <${ADDRESS}> wrote:\n> Boleh minta foto?`;
    expect(told(verdict(contacts, { inReplyTo: true, quoted }, { max_per_30d: 1 }))).toEqual([]);
    expect(told(verdict(contacts, { inReplyTo: true }))).toEqual(['contact-cap T0']);
  });

  it('takes a talk in a chat for one message', () => {
    const chat = (day: string, time: string): Contact => ({
      at: at(day, time),
      channel: 'whatsapp',
      purpose: 'kol_collab',
    });
    const talk = [chat('18', '10:00'), chat('18', '10:05'), chat('18', '10:20')];
    const judgedAt = (contacts: readonly Contact[], sendAt: string) =>
      told(
        judged(
          {
            recipients: [
              toRecipient(
                '+6281255501001',
                [aPerson({}, { records: [aConsent({ purpose: 'kol_collab', channels: [] })], contacts })],
                { field: 'direct' },
              ),
            ],
            sendAt,
          },
          { channel: 'whatsapp', purpose: 'kol_collab' },
        ),
      );
    expect(judgedAt(talk, at('20'))).toEqual([]);
    expect(judgedAt([...talk, chat('19', '09:00')], at('20', '21:30'))).toEqual(['contact-cap T1']);
    expect(judgedAt([...talk, chat('19', '09:00')], at('19', '09:30'))).toEqual([]);
  });
});
