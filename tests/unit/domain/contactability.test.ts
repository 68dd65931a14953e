import { describe, expect, it } from 'vitest';
import { contactability } from '@/lib/domain/contactability.ts';
import { aConsent, anEvent, aPerson, aProcess, aRecord, aSuppression, NOW } from './builders.ts';

const ask = { purpose: 'pr_media', channel: 'email', at: NOW } as const;

describe('a person may be written to', () => {
  it('with a consent for this purpose and channel', () => {
    const found = contactability([aPerson({}, { records: [aConsent()] })], ask);
    expect(found).toMatchObject({
      answer: 'allow',
      bases: ['consent'],
      because: [{ kind: 'state', state: 'given', personId: 'p1' }],
    });
  });

  it('on another basis than consent, without an event', () => {
    const record = aRecord([], {
      processes: [aProcess({ lawful_basis: 'legitimate_interest', since: '2026-01-01T00:00:00Z' })],
    });
    expect(contactability([aPerson({}, { records: [record] })], ask)).toMatchObject({
      answer: 'allow',
      because: [{ kind: 'basis' }],
    });
  });

  it('after the notice in force, where the basis is another than consent', () => {
    const record = aRecord([], { processes: [aProcess({ lawful_basis: 'contract' })], notice: { version: '1' } });
    expect(contactability([aPerson({}, { records: [record] })], { ...ask, notice: '2' }).answer).toBe('notice');
    expect(contactability([aPerson({}, { records: [record] })], { ...ask, notice: '1' }).answer).toBe('allow');
  });
});

describe('a person is asked first', () => {
  it('when nothing is on record', () => {
    expect(contactability([aPerson()], ask)).toMatchObject({ answer: 'ask_first', because: [{ kind: 'no-record' }] });
  });

  it.each(['unknown', 'requested', 'request_deferred', 'revoked', 'invalidated'] as const)(
    'when the state is %s',
    (state) => {
      const record = aConsent({ state, at: '2026-11-10T00:00:00Z' });
      expect(contactability([aPerson({}, { records: [record] })], ask)).toMatchObject({
        answer: 'ask_first',
        because: [{ kind: 'state', state }],
      });
    },
  );

  it('when the consent has run out, and is told since when', () => {
    const record = aConsent({ until: '2026-11-01T00:00:00Z' });
    const { because } = contactability([aPerson({}, { records: [record] })], ask);
    expect(because).toMatchObject([
      { kind: 'state', state: 'expired', ranOut: 'consent', validUntil: '2026-11-01T00:00:00Z' },
    ]);
  });

  it('when the consent is for another purpose', () => {
    const person = aPerson({}, { records: [aConsent({ purpose: 'event_invite' })] });
    expect(contactability([person], ask)).toMatchObject({
      answer: 'ask_first',
      because: [{ kind: 'purpose', purposes: ['event_invite'] }],
    });
  });

  it('when the consent is for other channels', () => {
    const person = aPerson({}, { records: [aConsent({ channels: ['whatsapp'] })] });
    expect(contactability([person], ask)).toMatchObject({
      answer: 'ask_first',
      because: [{ kind: 'channel', channels: ['whatsapp'] }],
    });
  });

  it('when the consent names other channels than the record', () => {
    const record = aRecord([anEvent({ channels: ['whatsapp'] })], { processes: [aProcess({ channels: [] })] });
    expect(contactability([aPerson({}, { records: [record] })], ask).because).toMatchObject([
      { kind: 'channel', channels: ['whatsapp'] },
    ]);
  });

  it('when the consent is for another client', () => {
    const person = aPerson({}, { records: [aConsent({ clients: ['Toko Contoh'] })] });
    const because = [{ kind: 'client', clients: ['Toko Contoh'] }];
    expect(contactability([person], { ...ask, client: 'Kopi Contoh' })).toMatchObject({ answer: 'ask_first', because });
    expect(contactability([person], { ...ask, client: 'Toko Contoh' }).answer).toBe('allow');
  });
});

describe('a person is not written to', () => {
  it.each([
    ['all', 'all'],
    ['this purpose', { purpose: 'pr_media' }],
    ['this channel', { channel: 'email' }],
    ['this client', { client: 'Toko Contoh' }],
  ] as const)('while a suppression stands for %s', (_, scope) => {
    const person = aPerson({}, { records: [aConsent()], suppressions: [aSuppression({ scope })] });
    expect(contactability([person], { ...ask, client: 'Toko Contoh' })).toMatchObject({
      answer: 'block',
      because: [{ kind: 'suppression' }],
    });
  });

  it.each([{ purpose: 'direct_marketing' }, { channel: 'whatsapp' }, { client: 'Toko Contoh' }] as const)(
    'but for what the suppression %o does not reach',
    (scope) => {
      const person = aPerson({}, { records: [aConsent()], suppressions: [aSuppression({ scope })] });
      expect(contactability([person], ask).answer).toBe('allow');
    },
  );

  it.each(['withdrawn', 'refused'] as const)('after %s, whatever other basis there is', (state) => {
    const contract = aRecord([], { processes: [aProcess({ lawful_basis: 'contract' })] });
    const person = aPerson({}, { records: [aConsent({ state }), contract] });
    expect(contactability([person], ask)).toMatchObject({
      answer: 'block',
      bases: ['contract'],
      because: [{ kind: 'state', state }],
    });
  });

  it('on one channel that was withdrawn, while the other stays', () => {
    const events = [anEvent(), anEvent({ state: 'withdrawn', at: '2026-06-01T00:00:00Z', channels: ['email'] })];
    const person = aPerson({}, { records: [aRecord(events, { processes: [aProcess({ channels: [] })] })] });
    expect(contactability([person], ask).answer).toBe('block');
    expect(contactability([person], { ...ask, channel: 'whatsapp' }).answer).toBe('allow');
  });
});

describe('several spaces', () => {
  const agreed = aPerson({ id: 'a', space: 'team' }, { records: [aConsent()] });
  it('give the stricter answer', () => {
    const stopped = aPerson({ id: 'b' }, { suppressions: [aSuppression()] });
    expect(contactability([agreed, stopped], ask)).toMatchObject({
      answer: 'block',
      because: [{ personId: 'b', space: 'personal' }],
    });
    expect(contactability([agreed, aPerson()], ask).answer).toBe('ask_first');
  });

  it('none at all asks first', () => {
    expect(contactability([], ask)).toEqual({ answer: 'ask_first', because: [], bases: [] });
  });
});
