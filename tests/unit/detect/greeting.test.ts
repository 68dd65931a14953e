import { describe, expect, it } from 'vitest';
import { greetingIn } from '@/lib/detect/greeting.ts';

const named = (text: string): string | undefined => greetingIn(text)?.names.join(' ');

describe('a greeting', () => {
  it.each([
    ['Yth. Bapak Andi Wijaya,\n\nBerikut rilis kami.', 'Andi Wijaya'],
    ['Kepada Yth.\nIbu Sari\ndi tempat', 'Sari'],
    ['Yth. Bpk. Dr. Andi\nIsi.', 'Andi'],
    ['Dear Ms. Lestari,\n\nWe would like', 'Lestari'],
    ['Hi Dewi!\nApa kabar', 'Dewi'],
    ['halo kak maya,\nbriefnya', 'maya'],
    ['Halo Kak Maya apa kabar', 'Maya'],
    ['Selamat pagi Mas Bagus, mohon izin', 'Bagus'],
    ['Assalamu’alaikum wr. wb. Ibu Nur Aini.', 'Nur Aini'],
    ['Pak Budi, ada paket baru', 'Budi'],
    ['Sdri. Rina,\n', 'Rina'],
    ['Good morning, Anna –', 'Anna'],
  ])('names whom it greets: %j', (text, name) => {
    expect(named(text)).toBe(name);
  });

  it.each([
    'Rekan media yang terhormat,',
    'Yth. Bapak/Ibu,',
    'Yth. Bapak/Ibu Pimpinan Redaksi',
    'Yth. Pimpinan Redaksi Harian Contoh,',
    'Yth. Harian Contoh,',
    'Dear all,',
    'Dear Sir or Madam,',
    'Dear Editor,',
    'Hi team,',
    'Halo semua!',
    'Hi there,',
    'Hi Just checking in on this',
    'kak embargo dulu ya sampai 25 Nov',
    'kak rate cardnya masih sama kan?',
    'Kak Rate cardnya sudah?',
    'halo kak mau tanya soal brief',
    'Bu, berikut datanya',
    'Yth. Bapak Andi dan Ibu Sari,',
    'Dear Andi & Sari,',
    'Dear Andi, Ibu Sari,',
    'Berikut rilis kami untuk Ibu Sari.',
    'Yth. [Nama],',
    'Dear ,',
    '',
  ])('that names nobody, or more than one, is none: %j', (text) => {
    expect(greetingIn(text)).toBeUndefined();
  });

  it('stands where it says', () => {
    const text = '\n  Yth. Ibu Sari,\n\nIsi.';
    const found = greetingIn(text)!;
    expect(text.slice(found.start, found.end)).toContain('Sari');
  });
});
