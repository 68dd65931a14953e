import { describe, expect, it } from 'vitest';
import type { IdentifierFact } from '@/lib/rules/facts.ts';
import { aConsent, aPerson } from '../domain/builders.ts';
import { aPlace, judged, only, told, toRecipient } from './builders.ts';

const person = (id: string, over: Parameters<typeof aPerson>[0] = {}) =>
  aPerson({ id, name: id, ...over }, { records: [aConsent()] });
const sari = toRecipient('sari@harian.example', [person('sari')]);
const bagus = toRecipient('bagus@kabar.example', [person('bagus')], { field: 'bcc' });
const colleague = toRecipient('tono@humas.example', [], { outsider: false });

describe('unfilled-placeholder', () => {
  it('holds, leads to the first gap, and shows the words', () => {
    const finding = only(
      judged({ recipients: [sari], placeholders: [aPlace('[Nama]'), aPlace('{{x}}')] }),
      'unfilled-placeholder',
    );
    expect(finding.tier).toBe('T2');
    expect(finding.fixes[0]).toMatchObject({ kind: 'go-to-it', place: { words: '[Nama]' } });
    expect(finding.places).toHaveLength(2);
  });

  it('is silent without a gap, and among colleagues', () => {
    expect(told(judged({ recipients: [sari] }))).toEqual([]);
    expect(told(judged({ recipients: [colleague], placeholders: [aPlace('[Nama]')] }))).toEqual([]);
  });
});

describe('secret-term', () => {
  const term = { id: 't1', phrases: ['Proyek Garuda'], class: 'secret', cleared: ['bagus', 'inti'] } as const;
  const terms = [{ term, place: aPlace('Proyek Garuda') }];

  it('holds a secret one from who is not cleared, and tells an internal one', () => {
    const finding = only(judged({ recipients: [sari, bagus], terms }), 'secret-term');
    expect(finding.tier).toBe('T3');
    expect(finding.subjects.map(({ personId }) => personId)).toEqual(['sari']);
    expect(
      told(judged({ recipients: [sari], terms: [{ ...terms[0]!, term: { ...term, class: 'internal' } }] })),
    ).toEqual(['secret-term T1']);
  });

  it('is silent for the cleared: by name, by group, by clearance; and for colleagues', () => {
    const group = toRecipient('a@x.example', [person('a', { groups: ['inti'] })], { field: 'bcc' });
    const counsel = toRecipient('b@x.example', [person('b', { clearance: 'secret' })], { field: 'bcc' });
    expect(told(judged({ recipients: [bagus, group, counsel, colleague], terms }))).toEqual([]);
  });

  it('is silent in the quote, for a public term, and in the public-information lane', () => {
    expect(
      told(judged({ recipients: [sari], terms: [{ term, place: aPlace('Proyek Garuda', { zone: 'quoted' }) }] })),
    ).toEqual([]);
    expect(told(judged({ recipients: [sari], terms: [{ ...terms[0]!, term: { ...term, class: 'public' } }] }))).toEqual(
      [],
    );
    const open = aPerson({ id: 'sari' }, { records: [aConsent({ purpose: 'public_information' })] });
    const recipients = [toRecipient('sari@harian.example', [open])];
    expect(told(judged({ recipients, terms }, { purpose: 'public_information' }))).toEqual([]);
  });

  it('holds a public post', () => {
    expect(judged({ terms }, { audience: 'public', channel: 'public_post' }).tier).toBe('T3');
  });
});

describe('embargo-not-agreed', () => {
  const release = {
    id: 'r1',
    title: 'Laporan 2026',
    phrases: ['Laporan 2026'],
    liftsAt: '2026-11-25T02:00:00.000Z',
    zone: 'WIB',
    agreements: [{ personId: 'bagus', agreedAt: '2026-11-01T00:00:00.000Z' }],
  } as const;
  const releases = [{ release, place: aPlace('Laporan 2026') }];

  it('holds for those who have not agreed, and for strangers', () => {
    const stranger = toRecipient('x@y.example', [], { field: 'bcc' });
    const finding = only(judged({ recipients: [sari, bagus, stranger], releases }), 'embargo-not-agreed');
    expect(finding.tier).toBe('T3');
    expect(finding.subjects.map(({ address }) => address)).toEqual(['sari@harian.example', 'x@y.example']);
    expect(finding.evidence[0]?.params).toMatchObject({ lifts_at: release.liftsAt, zone: 'WIB' });
  });

  it('holds where only the campaign says so', () => {
    expect(judged({ recipients: [sari], releases: [{ release }] }).tier).toBe('T3');
  });

  it('is silent for who agreed, after the lift, and in the quote', () => {
    expect(told(judged({ recipients: [bagus], releases }))).toEqual([]);
    expect(told(judged({ recipients: [sari], releases, sendAt: '2026-11-25T02:00:00.000Z' }))).toEqual([]);
    expect(
      told(judged({ recipients: [sari], releases: [{ release, place: aPlace('Laporan 2026', { zone: 'quoted' }) }] })),
    ).toEqual([]);
  });
});

describe('identifiers', () => {
  const fact = (kind: string, owner: IdentifierFact['owner'] = 'unknown'): IdentifierFact => ({
    kind,
    place: aPlace(kind),
    value: kind,
    confidence: 1,
    owner,
  });
  const maya = { personId: 'maya', name: 'Maya', sharedWith: ['bagus'] };

  it.each(['nik', 'kk', 'npwp', 'bank_account', 'card'])('%s holds', (kind) => {
    expect(told(judged({ recipients: [sari], identifiers: [fact(kind)] }))).toEqual(['identifier-in-text T2']);
  });

  it.each(['phone', 'email', 'birth_date'])('%s is told', (kind) => {
    expect(told(judged({ recipients: [sari], identifiers: [fact(kind)] }))).toEqual(['identifier-in-text T1']);
  });

  it('of the sender, of the recipient, published, or among colleagues make no finding', () => {
    const own = { personId: 'sari', name: 'Sari', sharedWith: [] };
    const identifiers = [fact('phone', 'self'), fact('email', 'published'), fact('nik', own), fact('phone', own)];
    expect(told(judged({ recipients: [sari], identifiers }))).toEqual([]);
    expect(told(judged({ recipients: [colleague], identifiers: [fact('nik')] }))).toEqual([]);
  });

  it('of a known person are third-party data where they are contact data, and hold where they are more', () => {
    expect(told(judged({ recipients: [sari], identifiers: [fact('phone', maya)] }))).toEqual(['third-party-data T1']);
    expect(told(judged({ recipients: [sari], identifiers: [fact('nik', maya)] }))).toEqual(['identifier-in-text T2']);
    expect(told(judged({ recipients: [sari], identifiers: [fact('birth_date', maya)] }))).toEqual([
      'identifier-in-text T1',
    ]);
  });

  it('third-party data hold when they go to several people or to a group', () => {
    const kabar = toRecipient('lina@kabar.example', [person('lina')], { field: 'bcc' });
    expect(told(judged({ recipients: [sari, kabar], identifiers: [fact('phone', maya)] }))).toContain(
      'third-party-data T2',
    );
    const group = toRecipient('Grup', [], { field: 'direct', group: true });
    expect(
      told(
        judged({ recipients: [group], identifiers: [fact('phone', maya)] }, { audience: 'group', channel: 'whatsapp' }),
      ),
    ).toEqual(['third-party-data T2', 'hidden-members T1']);
  });

  it('third-party data may go to whom the owner named', () => {
    expect(told(judged({ recipients: [bagus], identifiers: [fact('phone', maya)] }))).toEqual([]);
  });
});
