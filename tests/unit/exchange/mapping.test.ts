import { describe, expect, it } from 'vitest';
import { mappingProblems, suggestMapping } from '@/lib/exchange/mapping.ts';

const fields = (header: readonly string[], rows: readonly (readonly string[])[] = []) =>
  suggestMapping(header, rows).map(({ field }) => field);

describe('suggestMapping', () => {
  it('knows Indonesian and English headings, whatever their case and marks', () => {
    expect(fields(['NAMA LENGKAP', 'E-mail', 'No. HP', 'No. WA', 'Akun IG', 'Asal Media', 'Topik'])).toEqual([
      'name',
      'email',
      'phone',
      'whatsapp',
      'instagram_dm',
      'outlet',
      'topics',
    ]);
    expect(fields(['Full name', 'Email address', 'Mobile', 'Organisation', 'Time zone', 'Notes'])).toEqual([
      'name',
      'email',
      'phone',
      'outlet',
      'timezone',
      'notes',
    ]);
  });

  it('guesses a column without a known heading from its cells, with less confidence', () => {
    const [, second] = suggestMapping(
      ['Nama', 'Kolom 2'],
      [
        ['Sari', 's@a.example'],
        ['Budi', 'b@a.example'],
      ],
    );
    expect(second).toEqual({ field: 'email', confidence: 0.5 });
  });

  it('gives a field that stands once to its surest column, and leaves strangers out', () => {
    expect(fields(['Nama', 'Nama kontak darurat', 'Ukuran baju'])).toEqual(['name', null, null]);
  });

  it('lets a person have several addresses', () => {
    expect(fields(['Name', 'Email', 'E-mail'])).toEqual(['name', 'email', 'email']);
  });

  it('says what is missing', () => {
    expect(mappingProblems(suggestMapping(['Outlet'], []))).toEqual(['name-missing', 'contact-missing']);
    expect(mappingProblems(suggestMapping(['Nama', 'WA'], []))).toEqual([]);
  });
});
