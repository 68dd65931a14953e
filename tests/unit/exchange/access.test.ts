import * as fc from 'fast-check';
import jsonld from 'jsonld';
import { describe, expect, it } from 'vitest';
import { DATA_CATEGORIES } from '@/lib/domain/consent-data.ts';
import { REQUEST_TYPES } from '@/lib/domain/enums.ts';
import type { PersonState } from '@/lib/domain/person.ts';
import { type AccessFile, accessFile } from '@/lib/exchange/access/file.ts';
import { html } from '@/lib/exchange/access/html.ts';
import { otherOf, ownOf, withholdOthers } from '@/lib/exchange/access/withhold.ts';
import { accessHtml } from '@/lib/exchange/access/write-html.ts';
import { accessJson } from '@/lib/exchange/access/write-json.ts';
import { type Language, wordsIn } from '@/lib/platform/words.ts';
import { aConsent, anEvent, aPerson, aPoint, aRecord, aSuppression, NOW } from '../domain/builders.ts';

const GAP = '[…]';
const budi = aPerson(
  { id: 'p2', name: 'Budi Prasetyo', nicknames: ['Mas Pras'], email: 'budi@kabar.example', phone: '+62 812-3456-7890' },
  { data: [{ id: 'd', kind: 'nik', value: '3174051203850001' }] },
);
const sari = aPerson({ name: 'Sari Wulandari', phone: '0811 222 3344' });
const withhold = (text: string, state: PersonState = sari): string =>
  withholdOthers(text, [otherOf(budi)], ownOf(state), GAP).text;

describe('another person’s data', () => {
  it.each([
    ['a name', 'Datang bersama Budi Prasetyo kemarin', 'Datang bersama […] kemarin'],
    ['a name in other letters', 'datang bersama BUDI  PRASÉTYO', 'datang bersama […]'],
    ['a first name', 'Menurut Budi, ia setuju', 'Menurut […], ia setuju'],
    ['a nickname', 'ditemani mas pras', 'ditemani […]'],
    ['an address', 'cc budi@kabar.example saja', 'cc […] saja'],
    ['an address of a stranger', 'cc siapa.pun@surat.example saja', 'cc […] saja'],
    ['a number, however it is written', 'hubungi 0812 3456 7890 (istri)', 'hubungi […] (istri)'],
    ['a number of a stranger', 'hubungi +62 857 1111 2222', 'hubungi […]'],
    ['an identity number', 'NIK 3174051203850001', 'NIK […]'],
    ['a handle', 'lihat @orang.lain di sana', 'lihat […] di sana'],
    ['several that touch', 'Budi Prasetyo budi@kabar.example', '[…]'],
  ])('%s is held back', (_, text, left) => expect(withhold(text)).toBe(left));

  it.each([
    'Sari Wulandari setuju lewat sari@harian.example',
    'nomornya 0811-2223344',
    'embargo 2026-11-20 10.00, edisi 12/11/2026',
    'honor Rp 1.500.000 untuk 3 artikel',
    'budi bahasa yang baik',
    'Harian Contoh',
  ])('“%s” stays as it is', (text) => expect(withhold(text)).toBe(text));

  it('does not take a name for another’s that is the person’s own as well', () => {
    const other = aPerson({ id: 'p3', name: 'Sari Dewi' });
    expect(withholdOthers('Sari dan Dewi', [otherOf(other)], ownOf(sari), GAP)).toEqual({
      text: 'Sari dan […]',
      count: 1,
    });
  });

  it('never stands in the text afterwards, wherever it stood', () => {
    const secrets = ['Budi Prasetyo', 'budi@kabar.example', '+62 812-3456-7890', '3174051203850001'];
    const words = fc.array(fc.constantFrom(...secrets, 'wartawan', 'Sari Wulandari', '12', 'dan', '(lihat)'), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(words, fc.constantFrom(' ', ', ', '\n', ' — '), (list, between) => {
        const left = withhold(list.join(between));
        expect(secrets.filter((secret) => left.includes(secret))).toEqual([]);
        expect(left.split('Sari Wulandari').length).toBe(list.join(between).split('Sari Wulandari').length);
      }),
    );
  });
});

const excerpt = 'Budi Prasetyo bilang ya';
const full = aPerson(
  {
    name: 'Sari <b>Wulandari</b>',
    nicknames: ['Sari'],
    sharedWith: ['p2'],
    source: { type: 'referral', detail: 'dari Budi Prasetyo' },
  },
  {
    data: [
      {
        id: 'd1',
        kind: 'birth_date',
        value: '1990-02-01',
        purpose: 'pr_media',
        source: { type: 'referral', detail: 'kata Budi Prasetyo' },
      },
      { id: 'd2', kind: 'family', value: 'menikah dengan Budi Prasetyo' },
    ],
    notes: [{ id: 'n1', text: 'Telepon budi@kabar.example <script>alert(1)</script>', at: NOW }],
    suppressions: [aSuppression({ source: 'kata Budi Prasetyo' })],
    disclosures: [
      { id: 'x1', at: NOW, to: 'Agensi Semesta', categories: DATA_CATEGORIES },
      { id: 'x2', at: NOW, to: 'Budi Prasetyo', categories: [] },
    ],
    contacts: [{ at: NOW, channel: 'email', purpose: 'pr_media' }],
    records: [
      aRecord([anEvent({ evidence: { kind: 'message_ref', excerpt } })]),
      aConsent({ lawful_basis: 'contract' }),
    ],
    points: [aPoint()],
    requests: REQUEST_TYPES.map((type) => ({
      id: `request-${type}`,
      type,
      receivedAt: NOW,
      state: 'open' as const,
      words: 'tanpa Budi Prasetyo',
      evidence: { kind: 'message_ref', excerpt } as const,
      events: [
        { kind: 'stage', stage: 'rejected', reason: 'milik Budi Prasetyo', id: 'e', at: NOW, by: 'Budi Prasetyo' },
      ],
    })),
  },
);
const made = (): AccessFile =>
  accessFile(full, {
    madeAt: NOW,
    others: [otherOf(budi)],
    receivers: [{ role: 'partner', outlet: 'Agensi Contoh' }],
    gap: GAP,
  });
const asHtml = (language: Language, file = made()): string =>
  accessHtml(file, { language, say: (key, params) => wordsIn(language, key, params), zone: 'Asia/Jakarta' });

describe('an access file', () => {
  it('holds nobody else’s name in any field, and counts what it held back', () => {
    const file = made();
    expect(JSON.stringify(file)).not.toMatch(/Budi|Prasetyo|kabar\.example|"p2"/);
    expect(file.withheld).toBeGreaterThan(20);
  });

  it.each(['en', 'id'] as const)(
    'is a page of its own in %s: no mark-up of the data, no script, nothing to fetch',
    (language) => {
      const page = asHtml(language);
      const document = page.replace(/<style>.*<\/style>/s, '');
      expect(page.startsWith('<!doctype html>')).toBe(true);
      expect(document).toContain('Sari &lt;b&gt;Wulandari&lt;/b&gt;');
      expect(document).not.toMatch(/<script|<b>|src=|href=|undefined|\[object/);
      expect(document).not.toMatch(/Budi|Prasetyo/);
      for (const text of ['1990-02-01', 'sari@harian.example', 'Agensi Contoh', 'Agensi Semesta'])
        expect(document).toContain(text);
    },
  );

  it('says so where nothing is held, and where nothing was held back', () => {
    const bare = aPerson({ name: 'Tanpa Data' }, { points: [] });
    const page = asHtml('en', accessFile(bare, { madeAt: NOW, others: [], receivers: [], gap: GAP }));
    expect(page).toContain(wordsIn('en', 'access_nothing_withheld'));
    expect(page.split(wordsIn('en', 'access_none')).length).toBeGreaterThan(7);
  });

  it('as JSON is read by a JSON-LD processor, with its terms as terms', async () => {
    const text = accessJson(made(), [{ '@id': 'urn:uuid:1', '@type': 'http://example.org/Receipt' }]);
    expect(text).not.toMatch(/Budi|Prasetyo/);
    const [node] = (await jsonld.expand(JSON.parse(text))) as Record<string, unknown>[];
    expect(node?.['@type']).toEqual(['https://w3id.org/dpv#DataSubject']);
    expect(JSON.stringify(node)).toContain('{"@id":"https://w3id.org/dpv/pd#BirthDate"}');
    expect(JSON.stringify(node)).toContain('{"@id":"https://w3id.org/dpv#RequestRejected"}');
    expect(JSON.stringify(node)).not.toMatch(/"@value":"(dpv|pd):/);
    expect(Object.keys(node ?? {})).toContain('https://example.org/izin/ns#receipt');
  });
});

it('a template takes every value for text', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const made = html`<p title="${text}">${[text, html`<i>${text}</i>`]}</p>`.html;
      expect(made.replace(/^<p title="|">|<i>|<\/i>|<\/p>$/g, '')).not.toMatch(/[<>"']/);
    }),
  );
});
