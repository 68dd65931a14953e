import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256Hex } from '@/lib/domain/consent-hash.ts';
import { EXCERPT_MAX, excerptOf } from '@/lib/domain/excerpt.ts';
import { heardIn, newestOf } from '@/lib/domain/said-words.ts';

describe('an excerpt', () => {
  it('is the text in one line where that is short enough', () => {
    expect(excerptOf('  Ya,\n  silakan   kirim. ')).toBe('Ya, silakan kirim.');
    expect(excerptOf('a'.repeat(280))).toBe('a'.repeat(280));
  });

  it('is cut at a word, and says that it goes on', () => {
    const cut = excerptOf('kata '.repeat(80));
    expect(cut.length).toBeLessThanOrEqual(EXCERPT_MAX);
    expect(cut).toMatch(/kata…$/);
    expect(excerptOf('satu dua tiga', 9)).toBe('satu dua…');
    expect(excerptOf('satu dua tiga', 8)).toBe('satu…');
  });

  it('of any text is no longer than it may be, whole in its words, and whole in its signs', () => {
    const word = fc.oneof(
      fc.string({ minLength: 1, maxLength: 12 }),
      fc.constantFrom('🌿', '😀😀', 'panjang'.repeat(60)),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 120 }), fc.integer({ min: 20, max: 280 }), (words, max) => {
        const line = words.join(' ').replace(/\s+/g, ' ').trim();
        const cut = excerptOf(words.join(' '), max);
        const kept = cut.replace(/…$/, '');
        return cut.length <= max && (line === cut || (line.startsWith(kept) && !/[\uD800-\uDBFF]$/.test(kept)));
      }),
    );
  });
});

describe('the fingerprint of a selection', () => {
  it('is that of the whole text in UTF-8, not of its excerpt', async () => {
    const text = `Tolong jangan kirim lagi 🌿 ${'ya '.repeat(200)}`;
    expect(await sha256Hex(text)).toBe(createHash('sha256').update(text, 'utf8').digest('hex'));
    expect(await sha256Hex(text)).not.toBe(await sha256Hex(excerptOf(text)));
  });
});

describe('words that ask for something', () => {
  it.each([
    'Selamat pagi, tolong jangan kirim lagi ya.',
    'Mohon jangan hubungi saya lagi',
    'STOP',
    'berhenti',
    'Tolong hapus email saya dari daftar.',
    'Saya tidak mau menerima rilis seperti ini',
    'gak usah kirim email ke saya',
    'Unsubscribe',
    'Please stop sending me these.',
    'Please don’t contact me again.',
    'Remove me from your list, thanks',
    'I no longer wish to receive press releases.',
    'Ya terima kasih, tapi jangan kirim lagi',
  ])('“%s” is heard as an opt-out', (words) => {
    expect(heardIn(words)?.outcome).toBe('stop');
  });

  it.each(['Maaf, saya tidak bersedia.', 'tidak', 'No, thanks.', 'I do not agree', 'Saya menolak diwawancarai'])(
    '“%s” is heard as a refusal',
    (words) => {
      expect(heardIn(words)?.outcome).toBe('refused');
    },
  );

  it.each(['Ya, silakan kirim.', 'Saya setuju', 'Tidak keberatan', 'Yes, that works.', 'Fine by me', 'Boleh saja'])(
    '“%s” is heard as consent',
    (words) => {
      expect(heardIn(words)?.outcome).toBe('given');
    },
  );

  it.each([
    'Terima kasih, saya baca dulu.',
    'Jangan kirim filenya dulu, masih saya periksa.',
    'Balas STOP untuk berhenti menerima pesan ini.',
    'To unsubscribe, click the link below.',
    'Do not send the file until Monday.',
    'Can we stop by at ten?',
  ])('“%s” is taken for none of them', (words) => {
    expect(heardIn(words)).toBeUndefined();
  });

  it('quotes the sentence that says so, and not the whole letter', () => {
    expect(heardIn('Selamat pagi. Tolong jangan kirim lagi ke saya.\nSalam, Sari')).toEqual({
      outcome: 'stop',
      words: 'Tolong jangan kirim lagi ke saya',
    });
  });
});

describe('a quote', () => {
  it('is read as far as the last writer goes: what was quoted in it again is mostly our own', () => {
    const quoted = [
      'Pada tanggal 3 Nov 2026, Sari <sari@lentera.example> menulis:',
      '> Tolong jangan kirim lagi.',
      '> On 1 Nov 2026, Humas <humas@kota.example> wrote:',
      '>> Balas STOP untuk berhenti.',
    ].join('\n');
    expect(newestOf(quoted)).toBe('Tolong jangan kirim lagi.');
    expect(newestOf('> Ya.\n> > Bolehkah?')).toBe('Ya.');
    expect(newestOf('')).toBe('');
  });
});
