import { describe, expect, it } from 'vitest';
import { mappingProblems, suggestMapping } from '@/lib/exchange/mapping.ts';
import { excessOf } from '@/lib/exchange/over-collection.ts';
import { preview } from './lists.ts';

describe('columns that nobody needs for writing to people', () => {
  it.each([
    ['NIK', 'nik'],
    ['No. KTP', 'nik'],
    ['NPWP', 'npwp'],
    ['Tanggal Lahir', 'birth_date'],
    ['Tgl. lahir', 'birth_date'],
    ['Date of birth', 'birth_date'],
    ['TTL', 'birth_date'],
    ['Tempat lahir', 'birth_place'],
    ['Agama', 'religion'],
    ['Suku', 'ethnicity'],
    ['Jenis Kelamin', 'gender'],
    ['Status Pernikahan', 'marital'],
    ['Alamat Rumah', 'address'],
    ['Home Street', 'address'],
    ['Golongan Darah', 'health'],
    ['No. Rekening', 'bank'],
    ['Rate card', 'income'],
    ['Nama ibu kandung', 'family'],
    ['Partai', 'politics'],
    ['Foto', 'picture'],
    ['OPTIN_IP', 'technical'],
    ['Password', 'secret'],
  ])('knows %s', (heading, kind) => expect(excessOf(heading, [])?.kind).toBe(kind));

  it.each([
    'Alamat Email',
    'Alamat surel',
    'Email address',
    'Nama',
    'Media',
    'Kota liputan',
    'WA',
    'Catatan',
    'Manager',
  ])('has nothing against %s', (heading) => expect(excessOf(heading, [])).toBeUndefined());

  it('knows an identity number by its digits, whatever stands above it', () => {
    expect(excessOf('Kolom 4', ['3174061503800002', '3273014503910003'])?.kind).toBe('nik');
    expect(excessOf('Kolom 4', ['081234567890'])).toBeUndefined();
  });

  it('names a row of law for each, and keeps nothing that is a secret', () => {
    expect(excessOf('NIK', [])?.law.map(({ article }) => article)).toEqual([
      'UU Adminduk Pasal 84',
      'UU 27/2022 Pasal 16 ayat (2)',
    ]);
    expect(excessOf('Golongan darah', [])?.law[0]?.article).toBe('UU 27/2022 Pasal 4 ayat (2)');
    expect(excessOf('Password', [])?.field).toBeUndefined();
  });

  const TEXT = 'Nama,Email,NIK,Tanggal Lahir\nSari,s@a.example,3174061503800002,15/03/1980\n';

  it('are left out unless the user says a purpose', async () => {
    const { ops } = await preview(TEXT);
    expect(JSON.stringify(ops)).not.toMatch(/3174061503800002|1980/);
  });

  it('cannot be kept without a purpose', () => {
    const [name, email, nik] = suggestMapping(['Nama', 'Email', 'NIK'], []);
    expect(nik).toMatchObject({ field: null, excess: { kind: 'nik', field: 'data_nik' } });
    const kept = [name!, email!, { ...nik!, field: 'data_nik' as const }];
    expect(mappingProblems(kept)).toEqual(['purpose-missing']);
    expect(mappingProblems([...kept.slice(0, 2), { ...kept[2]!, purpose: 'contract_admin' }])).toEqual([]);
  });
});
