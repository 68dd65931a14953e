import { describe, expect, it } from 'vitest';
import { signatureStart } from '@/lib/detect/signature.ts';
import { ownText, quotedText } from '@/lib/detect/zones.ts';

const words = (text: string): string => text.replace(/\s+/g, ' ').trim();

describe('own words and quoted words', () => {
  it.each([
    ['> lines', 'saya\n> dia\nsaya lagi', 'saya saya lagi', '> dia'],
    [
      'an Indonesian attribution',
      'saya\n\nPada Kam, 5 Nov 2026 Budi <b@x.example> menulis:\ndia',
      'saya',
      'Pada Kam, 5 Nov 2026 Budi <b@x.example> menulis: dia',
    ],
    [
      'an attribution over two lines',
      'saya\nOn Thu, Nov 5, 2026 at 10:00 AM Budi Santoso\n<b@x.example> wrote:\ndia',
      'saya',
      'On Thu, Nov 5, 2026 at 10:00 AM Budi Santoso <b@x.example> wrote: dia',
    ],
    [
      'a forwarded message',
      'saya\n---------- Forwarded message ---------\nFrom: b\ndia',
      'saya',
      '---------- Forwarded message --------- From: b dia',
    ],
    [
      'a From: block',
      'saya\nDari: Budi <b@x.example>\nKepada: saya\ndia',
      'saya',
      'Dari: Budi <b@x.example> Kepada: saya dia',
    ],
    [
      'answers between the lines',
      'On Thu Budi wrote:\n> satu\njawab\n> dua\njawab lagi',
      'jawab jawab lagi',
      'On Thu Budi wrote: > satu > dua',
    ],
  ])('are parted at %s', (_name, text, own, quoted) => {
    expect(words(ownText(text))).toBe(own);
    expect(words(quotedText(text))).toBe(quoted);
    expect(ownText(text)).toHaveLength(text.length);
  });

  it('leaves a text alone that only speaks of writing', () => {
    const text = 'Pada rapat kemarin Budi menulis: kita mulai Senin. From: adalah kolom.';
    expect(ownText(text)).toBe(text);
  });
});

describe('the signature', () => {
  it('begins at the closing formula or at two dashes', () => {
    expect(signatureStart('Isi.\n\nHormat kami,\nRani\n0811')).toBe('Isi.\n'.length);
    expect(signatureStart('Isi.\n-- \nRani')).toBe('Isi.'.length);
    expect(signatureStart('Isi pesan. Salam, Rani 0811')).toBe('Isi pesan. '.length);
  });

  it('is none where the formula is followed by a whole letter, or there is none', () => {
    expect(signatureStart(`Terima kasih,\n${'baris\n'.repeat(13)}`)).toBeUndefined();
    expect(signatureStart('Tolong sampaikan salam saya kepada beliau.')).toBeUndefined();
  });
});
