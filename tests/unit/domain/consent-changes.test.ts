import { describe, expect, it } from 'vitest';
import { basisChanges, consentChanges, stopChanges } from '@/lib/domain/consent-changes.ts';
import { contactability } from '@/lib/domain/contactability.ts';
import type { Change } from '@/lib/domain/op.ts';
import type { PersonState } from '@/lib/domain/person.ts';
import { foldPerson } from '@/lib/domain/person-fold.ts';
import { aConsent, anId, anOp, aPerson, NOW } from './builders.ts';

const said = {
  state: 'given',
  consent_type: 'expressed',
  at: '2026-11-01T00:00:00Z',
  by_relation: 'self',
  recorded_by: 'me',
  recorded_at: NOW,
} as const;
const stopped = { at: '2026-11-10T00:00:00Z', by_relation: 'self', recorded_by: 'me', recorded_at: NOW } as const;
const folded = (changes: readonly Change[]): PersonState => foldPerson('p1', 'personal', [anOp(changes)])!.state;
const answer = (state: PersonState, channel: 'email' | 'whatsapp' | 'sms'): string =>
  contactability([state], { purpose: 'pr_media', channel, at: NOW }).answer;
const newId = (): string => anId();

describe('recording a consent', () => {
  it('makes a record for a person who has none', () => {
    const state = folded(
      consentChanges(undefined, { purpose: 'pr_media', channels: ['email'], lawPacks: ['ID_PDP'], said }, newId),
    );
    expect([answer(state, 'email'), answer(state, 'whatsapp')]).toEqual(['allow', 'ask_first']);
  });

  it('follows what a record says of its channels, and leaves the old record as narrow as it was', () => {
    const record = aConsent({ channels: ['email'], state: 'unknown' });
    const changes = consentChanges(
      aPerson({}, { records: [record] }),
      { purpose: 'pr_media', channels: ['email', 'whatsapp'], lawPacks: [], said },
      newId,
    );
    expect(changes.map(({ kind }) => kind)).toEqual(['consent', 'record', 'consent']);
    expect(changes[0]).toMatchObject({ recordId: record.record_id, event: { channels: ['email'] } });
    expect(changes[1]).toMatchObject({ record: { processes: [{ channels: ['whatsapp'] }] } });
  });

  it('of another basis makes a record without an event', () => {
    const basis = {
      basis: 'legitimate_interest',
      purpose: 'pr_media',
      channels: [],
      since: '2026-01-01T00:00:00Z',
      liaRef: 'LIA 3',
    } as const;
    expect(answer(folded(basisChanges(basis, ['ID_PDP'], newId)), 'sms')).toBe('allow');
  });
});

describe('recording a stop', () => {
  const person = aPerson({}, { records: [aConsent({ channels: ['email', 'whatsapp'] })] });

  it('withdraws what was given and suppresses for whatever basis', () => {
    const changes = stopChanges(person, { said: stopped, source: 'reply' }, newId);
    expect(changes).toMatchObject([
      { kind: 'consent', event: { state: 'withdrawn' } },
      { kind: 'suppression', suppression: { scope: 'all', source: 'reply' } },
    ]);
  });

  it('for one purpose on one channel is a withdrawal alone', () => {
    const changes = stopChanges(person, { purpose: 'pr_media', channel: 'whatsapp', said: stopped }, newId);
    expect(changes).toMatchObject([
      { kind: 'consent', event: { state: 'withdrawn', purposes: ['pr_media'], channels: ['whatsapp'] } },
    ]);
  });

  it('suppresses where there is no consent to withdraw', () => {
    expect(stopChanges(undefined, { channel: 'sms', said: stopped }, newId)).toMatchObject([
      { kind: 'suppression', suppression: { scope: { channel: 'sms' } } },
    ]);
  });
});
