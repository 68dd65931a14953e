import { describe, expect, it } from 'vitest';
import { scan } from '@/lib/detect/scan.ts';

/** Kind and exact words of all that is reported. */
const found = (text: string, region = 'ID'): string[] =>
  scan(text, { region }).spans.map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`);

describe('runs of digits', () => {
  it.each([
    ['NIK saya 3174051212900001', 'nik 3174051212900001'],
    ['data: 3174 0552 1290 0003.', 'nik 3174 0552 1290 0003'],
    ['KTP-nya 3174051212900001', 'nik 3174051212900001'],
    ['No. KK 3174051203150001', 'kk 3174051203150001'],
    ['NPWP 01.234.567.4-901.000', 'npwp 01.234.567.4-901.000'],
    ['npwp: 0012345674901000', 'npwp 0012345674901000'],
    ['kartu kredit 4012-8888-8888-1881', 'card 4012-8888-8888-1881'],
    ['transfer ke BCA 7310012345 a.n. Dewi', 'bank_account 7310012345'],
    ['hubungi 0812-3456-7890 ya', 'phone 0812-3456-7890'],
    ['Telp (021) 5550-1234', 'phone (021) 5550-1234'],
    ['(0812-3456-7890)', 'phone 0812-3456-7890'],
    ['call +44 20 7946 0018 now', 'phone +44 20 7946 0018'],
    ['https://wa.me/6281234567890?text=hai', 'phone 6281234567890'],
    ['di 2026 0812 3456 7890', 'phone 0812 3456 7890'],
    ['NIK lama dari Papua: 9101011212900001', 'nik 9101011212900001'],
    ['Narasumber lahir 17 Agustus 1985', 'birth_date 17 Agustus 1985'],
    ['TTL: Jakarta, 17-08-1985', 'birth_date 17-08-1985'],
  ])('finds in "%s" the %s', (text, expected) => {
    expect(found(text)).toEqual([expected]);
  });

  it('reads two numbers that stand side by side', () => {
    expect(found('081234567890/081298765432')).toEqual(['phone 081234567890', 'phone 081298765432']);
    expect(found('HP 0812 3456 7890 / 0813 1111 2222')).toHaveLength(2);
    expect(found('0812-3456-7890\n0813-1111-2222')).toHaveLength(2);
  });

  it.each([
    'Rp 15.000.000',
    'senilai 081234567890 juta',
    'resi 081234567890',
    'INV-081234567890',
    'https://situs.example/berita/081234567890',
    '550e8400-e29b-41d4-a716-446655440000',
    '0812-xxxx-7890',
    '3174******0001',
    'pukul 08.00-17.00, 3-12-2026',
    '2012-01-02 08:00',
    '2005-2006 2007-2008',
    'acara pada 17-08-1985',
    '-6.208812345, 106.845612345',
    'pesanan 9988776655443322',
    'NPWP 01.234.567.8-901.000',
    'NIK 3174059912900001',
    '7310012345',
    '021-5551234',
  ])('says nothing about "%s"', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('joins no number across a tab, comma, semicolon or cell border', () => {
    for (const border of ['\t', ',', ';', '|']) expect(found(`3174${border}051212900001`)).toEqual([]);
  });

  it('takes a NIK before a card, and the card where its word stands near', () => {
    const both = '5171011212900007';
    expect(found(`data ${both}`)).toEqual([`nik ${both}`]);
  });

  it('keeps for the ledger what the text alone does not show, below the reporting line', () => {
    const { spans } = scan('pada 17-08-1985 dan 7310012345', { candidates: true });
    expect(spans.map(({ kind }) => kind)).toEqual(['birth_date', 'bank_account']);
    expect(spans.every(({ confidence }) => confidence < 0.6)).toBe(true);
  });
});

describe('adversarial spelling', () => {
  it.each([
    ['zero-width', 'NIK 3174\u200b0512\u200b12900001'],
    ['full-width', 'NIK ３１７４０５１２１２９００００１'],
    ['soft hyphens', 'HP 0812\u00ad3456\u00ad7890'],
    ['no-break spaces', 'HP 0812\u00a03456\u00a07890'],
    ['en dashes', 'HP 0812–3456–7890'],
    ['full-width at sign', 'budi＠surat.example'],
  ])('is seen through: %s', (_name, text) => {
    const [span] = scan(text).spans;
    expect(span).toBeDefined();
    expect(text.slice(span?.start, span?.end)).toBe(text.replace(/^(NIK|HP) /, ''));
  });
});
