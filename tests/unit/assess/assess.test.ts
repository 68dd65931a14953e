import { describe, expect, it } from 'vitest';
import { type AssessContext, assess } from '@/lib/assess/assess.ts';
import { ownOf } from '@/lib/assess/own.ts';
import type { Draft } from '@/lib/domain/draft.ts';
import type { PersonState } from '@/lib/domain/person.ts';
import type { Release, Term } from '@/lib/domain/topic.ts';
import type { LedgerReader } from '@/lib/ledger/reader.ts';
import { aConsent, aPerson, aPoint, NOW } from '../domain/builders.ts';
import { aDraft, aPolicy, told } from '../rules/builders.ts';

interface Known {
  readonly people?: readonly PersonState[];
  readonly owner?: PersonState;
  readonly terms?: readonly Term[];
  readonly releases?: readonly Release[];
}

/** A ledger that knows these people by their first address, and one owner of every datum. */
const aReader = ({ people = [], owner, terms = [], releases = [] }: Known = {}): LedgerReader => ({
  peopleAt: async (_spaces, points) =>
    points.map(({ address }) => people.filter(({ points: own }) => own.some((point) => point.address === address))),
  ownersOf: async (_spaces, data) => data.map(() => owner),
  holdersOf: async (_spaces, data) => data.map(() => (owner ? [owner] : [])),
  called: async () => [],
  terms: async () => terms,
  releases: async () => releases,
});

const context = (known: Known = {}, over: Partial<AssessContext> = {}): AssessContext => ({
  ledger: aReader(known),
  policy: aPolicy(),
  spaces: ['personal'],
  now: NOW,
  clock: () => 0,
  ...over,
});
const sari = aPerson({}, { records: [aConsent()] });
const toSari = (over: Partial<Draft> = {}): Draft =>
  aDraft({ recipients: [{ field: 'to', address: 'sari@harian.example' }], ...over });

describe('assessing a draft', () => {
  it('reads a short text whole on the busiest machine, and says of a long one that it was not read to its end', async () => {
    let now = 0;
    const busy = context({ people: [sari] }, { clock: () => (now += 1_000) });
    expect((await assess(toSari({ text: 'Halo [Nama]' }), busy)).verdict).toMatchObject({ tier: 'T2', complete: true });
    const long = 'Kabar baik hari ini. '.repeat(600);
    expect((await assess(toSari({ text: long }), busy)).verdict.complete).toBe(false);
  });

  it('is clear for a person who agreed', async () => {
    const { verdict } = await assess(toSari(), context({ people: [sari] }));
    expect(verdict).toMatchObject({ tier: 'T0', findings: [], complete: true });
  });

  it('asks a locked ledger nothing, holds, and still reads the words', async () => {
    const refusing = new Proxy({} as LedgerReader, {
      get: () => () => {
        throw new Error('asked');
      },
    });
    const { verdict } = await assess(toSari({ text: 'Halo [Nama]' }), context({}, { ledger: refusing, locked: true }));
    expect(told(verdict)).toEqual(['ledger-locked T3', 'unfilled-placeholder T2']);
  });

  it('finds terms and releases in text, subject, file and file name, and leaves the quote to another rule', async () => {
    const term: Term = { id: 't', phrases: ['Proyek Garuda'], class: 'secret', cleared: [] };
    const places: Partial<Draft>[] = [
      { text: 'soal proyek garuda' },
      { subject: 'Proyek Garuda' },
      { attachments: [{ name: 'a.txt', text: 'PROYEK GARUDA' }] },
      { attachments: [{ name: 'proyek-garuda.pdf' }] },
    ];
    for (const place of places) {
      const { verdict } = await assess(toSari(place), context({ people: [sari], terms: [term] }));
      expect(told(verdict)).toEqual(['secret-term T3']);
    }
    const quoted = toSari({ inReplyTo: true, quoted: 'Proyek Garuda', text: 'baik\n> Proyek Garuda' });
    expect((await assess(quoted, context({ people: [sari], terms: [term] }))).verdict.findings).toEqual([]);
  });

  it('sees a term that was added between two drafts', async () => {
    const terms = (phrase: string): Term[] => [{ id: phrase, phrases: [phrase], class: 'secret', cleared: [] }];
    const draft = toSari({ text: 'Elang terbang' });
    expect((await assess(draft, context({ people: [sari], terms: terms('Garuda') }))).verdict.tier).toBe('T0');
    expect((await assess(draft, context({ people: [sari], terms: terms('Elang') }))).verdict.tier).toBe('T3');
  });

  it.each([
    ['the sender’s address', { text: 'Balas ke rani@humas.example' }],
    ['a colleague’s mailbox', { text: 'Balas ke media@humas.example' }],
    ['the settled own number', { text: 'Telepon 0811-5550-9090' }],
    ['a number in the signature', { text: 'Isi.\n\nSalam,\nRani\n0813-5550-1234' }],
    ['an address that stands in To', { text: 'Kami kirim ke sari@harian.example' }],
  ])('takes %s for no finding', async (_name, over) => {
    const policy = aPolicy({ ownAddresses: ['+6281155509090'] });
    expect((await assess(toSari(over), context({ people: [sari] }, { policy }))).verdict.findings).toEqual([]);
  });

  it('tells a known owner, and lets published contact data pass', async () => {
    const maya = aPerson({ id: 'maya', name: 'Maya', email: 'maya@kopi.test' });
    const draft = toSari({ text: 'Hubungi maya@kopi.test' });
    expect(told((await assess(draft, context({ people: [sari], owner: maya }))).verdict)).toEqual([
      'third-party-data T1',
    ]);
    const published = { ...maya, points: [aPoint({ address: 'maya@kopi.test', published: true })] };
    expect((await assess(draft, context({ people: [sari], owner: published }))).verdict.findings).toEqual([]);
    const fromDirectory = { ...maya, person: { ...maya.person, source: { type: 'published' as const } } };
    expect((await assess(draft, context({ people: [sari], owner: fromDirectory }))).verdict.findings).toEqual([]);
  });

  it('knows a bare date for somebody’s birth date only when the ledger does, and never one of these years', async () => {
    const maya = aPerson({ id: 'maya', name: 'Maya' });
    const dated = (date: string, owner?: PersonState) =>
      assess(toSari({ text: `Pada ${date} ya.` }), context({ people: [sari], ...(owner ? { owner } : {}) }));
    expect(told((await dated('12 April 1990', maya)).verdict)).toEqual(['identifier-in-text T1']);
    expect((await dated('12 April 1990')).verdict.findings).toEqual([]);
    expect((await dated('12 April 2026', maya)).verdict.findings).toEqual([]);
  });

  it('is good until the next fact changes by time alone', async () => {
    const ending = aPerson({}, { records: [aConsent({ until: '2027-06-01T00:00:00.000Z' })] });
    const release: Release = {
      id: 'r',
      title: 'L',
      phrases: ['Laporan'],
      liftsAt: '2026-11-25T02:00:00.000Z',
      zone: 'WIB',
      agreements: [],
    };
    const draft = toSari({ text: 'Laporan' });
    expect((await assess(draft, context({ people: [sari] }))).validUntil).toBe(Number.MAX_SAFE_INTEGER);
    expect((await assess(draft, context({ people: [ending] }))).validUntil).toBe(
      Date.parse('2027-05-02T00:00:00.000Z'),
    );
    expect((await assess(draft, context({ people: [ending], releases: [release] }))).validUntil).toBe(
      Date.parse(release.liftsAt),
    );
  });
});

describe('who is one of us', () => {
  const own = (from: string | undefined, ownDomains: readonly string[]) =>
    ownOf(aDraft(from === undefined ? { from: undefined } : { from }), aPolicy({ ownDomains }));

  it('is settled by the policy, with the domains below', () => {
    const { isDomain } = own('a@lain.example', ['Humas.example']);
    expect(['humas.example', 'jakarta.humas.example', 'bukanhumas.example', 'lain.example'].map(isDomain)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it('is the sender’s domain where nothing is settled, but never a public mailbox', () => {
    expect(own('a@humas.example', []).isDomain('humas.example')).toBe(true);
    for (const domain of ['gmail.com', 'yahoo.co.id', 'outlook.com'])
      expect(own(`a@${domain}`, []).isDomain(domain)).toBe(false);
    expect(own(undefined, []).isDomain('humas.example')).toBe(false);
  });
});
