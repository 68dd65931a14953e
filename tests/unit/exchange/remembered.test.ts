import { describe, expect, it } from 'vitest';
import { fingerprint } from '@/lib/exchange/fingerprint.ts';
import { suggestMapping } from '@/lib/exchange/mapping.ts';
import { asLastTime, columnsToRemember } from '@/lib/exchange/remembered.ts';
import { rememberedMapping, rememberMapping } from '@/lib/platform/remembered-mappings.ts';

describe('the fingerprint of a heading', () => {
  it('is the same whatever the case and the marks, and another for other words or another order', () => {
    const one = fingerprint(['Nama', 'E-mail', 'No. HP']);
    expect(fingerprint(['NAMA ', 'Email', 'no hp'])).toBe(one);
    expect(fingerprint(['Email', 'Nama', 'No HP'])).not.toBe(one);
    expect(fingerprint(['Nama', 'Email'])).not.toBe(one);
    expect(fingerprint(['ab', 'c'])).not.toBe(fingerprint(['a', 'bc']));
  });

  it('carries no word of the heading', () => {
    expect(fingerprint(['Sari Dewi', 'sari@a.example'])).toMatch(/^2-[0-9a-z]{22,}$/);
  });
});

describe('a mapping that was chosen before', () => {
  const header = ['Nama', 'Kolom 2', 'NIK'];
  const suggested = suggestMapping(header, []);
  const chosen = [
    suggested[0]!,
    { field: 'groups' as const, confidence: 1 },
    { ...suggested[2]!, field: 'data_nik' as const, purpose: 'contract_admin' as const },
  ];

  it('comes back for the same headings, its purposes too', async () => {
    await rememberMapping(fingerprint(header), columnsToRemember(header, chosen));
    const known = await rememberedMapping(fingerprint(header));
    expect(JSON.stringify(known)).not.toMatch(/Nama|Kolom|NIK/);
    expect(asLastTime(header, suggested, known ?? [])).toEqual([
      { field: 'name', confidence: 1 },
      { field: 'groups', confidence: 1 },
      { field: 'data_nik', confidence: 1, purpose: 'contract_admin', excess: suggested[2]!.excess },
    ]);
    expect(await rememberedMapping(fingerprint(['Nama']))).toBeUndefined();
  });

  it('leaves a column alone that was not there, and a field that nobody knows any more', () => {
    const known = [{ heading: fingerprint(['Nama']), field: 'gone' }];
    expect(asLastTime(['Nama', 'Email'], suggestMapping(['Nama', 'Email'], []), known)).toEqual([
      { field: null, confidence: 1 },
      { field: 'email', confidence: 1 },
    ]);
  });

  it('is kept for forty lists, the newest', async () => {
    for (let at = 0; at < 45; at += 1) await rememberMapping(`list ${at}`, []);
    expect(await rememberedMapping('list 0')).toBeUndefined();
    expect(await rememberedMapping('list 44')).toEqual([]);
  });
});
