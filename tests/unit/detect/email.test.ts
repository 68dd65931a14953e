import { describe, expect, it } from 'vitest';
import { scan } from '@/lib/detect/scan.ts';

const found = (text: string): string[] =>
  scan(text).spans.flatMap(({ kind, start, end }) => (kind === 'email' ? [text.slice(start, end)] : []));

describe('e-mail addresses', () => {
  it('are cut out of the text around them', () => {
    expect(found('ke <budi.s@surat.example>, lalu (siti@kabar.co.id).')).toEqual([
      'budi.s@surat.example',
      'siti@kabar.co.id',
    ]);
    expect(found('*andi+rilis@xn--80ak6aa92e.example*')).toEqual(['andi+rilis@xn--80ak6aa92e.example']);
  });

  it('are not part of a link with a password, nor without a domain', () => {
    expect(found('https://user:sandi@server.example/x')).toEqual([]);
    expect(found('info@surat. budi@ @kabar.example a..b@kabar.example')).toEqual([]);
  });

  it('inside a placeholder belong to the placeholder', () => {
    const { spans } = scan('From: {email@domain.example}');
    expect(spans.map(({ kind }) => kind)).toEqual(['placeholder']);
  });
});
