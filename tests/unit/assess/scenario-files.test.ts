import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { judgeScenario } from '@/scripts/scenarios/judge-scenario.ts';
import { loadScenarios, parse } from '@/scripts/scenarios/read.ts';
import type { Scenario } from '@/scripts/scenarios/schema.ts';
import { tableOf, wilson } from '@/scripts/scenarios/table.ts';

const now = '2026-11-20T09:15:00+07:00';
const minimal = { id: 'm', now, draft: { to: ['a@x.example'] }, expect: { tier: 'T0' } };
const wrong = (value: unknown): string => {
  const loaded = parse(value, 'file.json', 'file.json');
  return 'wrong' in loaded ? loaded.wrong : '';
};

/** Every optional field of the format at once. */
const full: unknown = {
  ...minimal,
  note: 'all fields',
  policy: { law_packs: ['ID_PDP', 'EU_GDPR'], own_domains: ['humas.example'], preset: 'humas' },
  ledger: {
    people: [
      {
        key: 'p1',
        name: 'Nara',
        role: 'kol',
        outlet: 'Kanal Uji',
        age_band: 'child',
        timezone: 'Asia/Jayapura',
        clearance: 'public',
        points: [{ channel: 'email', address: 'nara@kanal.test' }],
        consent: [
          {
            state: 'given',
            type: 'explicit',
            basis: 'consent',
            purpose: 'pr_media',
            channels: ['email'],
            clients: ['Kopi Uji'],
            at: now,
            until: null,
            method: 'checkbox_form',
            evidence: 'form_snapshot',
            by: 'guardian',
          },
        ],
        suppressions: [{ scope: { client: 'Teh Uji' }, since: now }],
        facts: [{ kind: 'birth_date', value: '1990-04-12' }],
        notes: ['suka kopi'],
        source: 'registration',
        shared_with: ['agency'],
        contacted: [{ at: '2026-11-01T10:00:00+07:00', channel: 'email', purpose: 'pr_media' }],
        requests: [{ type: 'erase', received_at: '2026-11-19T10:00:00+07:00', state: 'done' }],
        notice: { version: '2026-1', at: '2026-05-01T10:00:00+07:00' },
        groups: ['media-desk'],
        clients: ['Kopi Uji'],
        topics: ['kopi'],
        language: 'id',
        honorific: 'Kak',
        nicknames: ['Na'],
        max_per_30d: 2,
        quiet_hours: { tz: 'Asia/Jayapura', from: '20:00', to: '07:00' },
        uk_subscriber: 'individual',
        no_unsolicited: true,
        guardian: 'p9',
        basis: [
          {
            basis: 'legitimate_interest',
            purpose: 'pr_media',
            channels: ['email'],
            clients: [],
            since: '2026-01-01T00:00:00+07:00',
          },
        ],
      },
    ],
    terms: [{ key: 't1', phrases: ['Proyek Uji'], class: 'secret', cleared: ['p1'] }],
    releases: [{ key: 'r1', phrases: ['Laporan Uji'], lifts_at: now, agreed: ['p1'] }],
    parties: [{ key: 'agency', points: [{ channel: 'email', address: 'halo@agensi.example' }], agreement_date: null }],
    campaigns: [
      {
        key: 'c1',
        client: 'Kopi Uji',
        account: 'me@humas.example',
        purpose: 'pr_media',
        people: ['p1'],
        release: 'r1',
        topics: ['kopi'],
      },
    ],
    notice: { version: '2026-2' },
  },
  draft: {
    surface: 'gmail',
    channel: 'email',
    audience: 'people',
    from: 'me@humas.example',
    to: ['Nara <nara@kanal.test>'],
    cc: [],
    bcc: ['halo@agensi.example'],
    direct: [],
    purpose: 'pr_media',
    subject: 's',
    text: 't',
    quoted: '',
    reply: { from: 'p1', at: now, text: 'ya' },
    send_at: null,
    attachments: [{ name: 'a.csv', text: 'x' }],
    campaign: 'c1',
    client: 'Kopi Uji',
    members_hidden: false,
  },
};

describe('scenario files', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'scenarios-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);
  const ids = (): string[] => loadScenarios([folder]).map((one) => ('scenario' in one ? one.scenario.id : one.wrong));

  it('hold one object, an array, or JSON lines; other files are passed over', () => {
    write('a.json', JSON.stringify(minimal, null, 2));
    write(
      'b.json',
      JSON.stringify([
        { ...minimal, id: 'b1' },
        { ...minimal, id: 'b2' },
      ]),
    );
    write('c.jsonl', `${JSON.stringify({ ...minimal, id: 'c1' })}\n\n${JSON.stringify({ ...minimal, id: 'c2' })}\n`);
    write('README.md', 'no scenario');
    expect(ids()).toEqual(['m', 'b1', 'b2', 'c1', 'c2']);
  });

  it('may keep the words of an attachment in a file beside them', async () => {
    write('daftar.txt', 'Yth. [Nama]');
    const draft = { ...minimal.draft, text: 'Terlampir.', attachments: [{ name: 'daftar.txt', file: 'daftar.txt' }] };
    write('a.json', JSON.stringify({ ...minimal, draft, expect: { tier: 'T2', rules: ['unfilled-placeholder'] } }));
    const [loaded] = loadScenarios([folder]);
    if (!loaded || !('scenario' in loaded)) throw new Error('not read');
    expect((await judgeScenario(loaded.scenario, loaded.folder)).differences).toEqual([]);
  });
});

describe('a scenario', () => {
  it('may use every field of the format, whether a rule reads it or not', async () => {
    expect(wrong(full)).toBe('');
    expect((await judgeScenario(full as Scenario, '.')).verdict.findings).toEqual([]);
  });

  it.each([
    [{ ...minimal, colour: 'red' }, 'colour: unknown field'],
    [{ ...minimal, draft: { too: [] } }, 'draft.too: unknown field'],
    [{ ...minimal, ledger: { people: [{ key: 'p', rolle: 'kol' }] } }, 'ledger.people.0.rolle: unknown field'],
    [{ ...minimal, expect: { tier: 'T9' } }, 'expect.tier'],
    [{ ...minimal, draft: { channel: 'pigeon' } }, 'draft.channel'],
    [{ ...minimal, now: 'yesterday' }, 'now: not an instant'],
  ])('with an unknown field or value is an error that names it: %#', (value, told) => {
    expect(wrong(value)).toContain(told);
  });

  it('tells what differs: tier, a rule that is missing, a rule that must not be', async () => {
    const scenario = {
      ...minimal,
      expect: { tier: 'T3', rules: ['opted-out'], never: ['unknown-person'] },
    } as Scenario;
    const { differences } = await judgeScenario(scenario, '.');
    expect(differences).toHaveLength(3);
    expect(differences[0]).toContain('tier T3 expected, T0 judged');
    expect(differences[1]).toContain('opted-out expected');
    expect(differences[2]).toContain('unknown-person found');
  });

  it('may tell the last word of a history alone', async () => {
    for (const [state, tier] of [
      ['withdrawn', 'T4'],
      ['refused', 'T4'],
      ['expired', 'T2'],
      ['revoked', 'T1'],
      ['invalidated', 'T1'],
      ['renewed', 'T0'],
      ['request_deferred', 'T1'],
      ['unknown', 'T1'],
      ['requested', 'T1'],
    ] as const) {
      const person = {
        key: 'p',
        points: [{ channel: 'email', address: 'a@x.example' }],
        consent: [{ state, at: '2026-11-10T09:00:00+07:00', purpose: 'pr_media' }],
      };
      const scenario = { ...minimal, ledger: { people: [person] }, expect: { tier } } as Scenario;
      expect((await judgeScenario(scenario, '.')).differences, state).toEqual([]);
    }
  });
});

describe('the table', () => {
  it('counts right, wrong and missed with Wilson intervals', async () => {
    const outcome = await judgeScenario(
      { ...minimal, expect: { tier: 'T0', rules: ['unknown-person', 'opted-out'] } } as Scenario,
      '.',
    );
    const rows = tableOf([outcome]).map((row) => row.split(/ {2,}/));
    expect(rows.find(([rule]) => rule === 'unknown-person')?.slice(1, 4)).toEqual(['1', '0', '0']);
    expect(rows.find(([rule]) => rule === 'opted-out')?.slice(1, 4)).toEqual(['0', '0', '1']);
    expect(wilson(50, 100).map((bound) => bound.toFixed(3))).toEqual(['0.404', '0.596']);
    expect(wilson(0, 0)).toEqual([0, 1]);
  });
});
