import { describe, expect, it } from 'vitest';
import { scan } from '@/lib/detect/scan.ts';

const found = (text: string): string[] =>
  scan(text).spans.map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`);
/** Drawn by a fixed rule, so that no source file holds what a scanner of secrets would react to. */
const drawn = (length: number, alphabet: string): string => {
  let state = 7;
  return Array.from({ length }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return alphabet.charAt(Math.floor((state / 2_147_483_648) * alphabet.length));
  }).join('');
};
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const HEX = '0123456789abcdef';
const UPPER = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

describe('keys of services', () => {
  it.each([
    ['AK', `IA${drawn(16, UPPER)}`],
    ['AI', `za${drawn(35, LETTERS)}`],
    ['gh', `p_${drawn(36, LETTERS)}`],
    ['glp', `at-${drawn(20, LETTERS)}`],
    ['xox', `b-${drawn(12, '0123456789')}-${drawn(24, LETTERS)}`],
    ['sk_', `live_${drawn(24, LETTERS)}`],
    ['S', `G.${drawn(22, LETTERS)}.${drawn(43, LETTERS)}`],
    ['sk-pr', `oj-${drawn(48, LETTERS)}`],
    ['npm', `_${drawn(36, LETTERS)}`],
    ['Mid-ser', `ver-${drawn(24, LETTERS)}`],
    ['xnd_pro', `duction_${drawn(48, LETTERS)}`],
    ['', `${drawn(32, HEX)}-us21`],
    ['', `${drawn(9, '123456789')}:A${drawn(34, LETTERS)}`],
    ['ey', `J${drawn(20, LETTERS)}.ey${`J${drawn(40, LETTERS)}`}.${drawn(43, LETTERS)}`],
  ])('finds one of the shape "%s…"', (head, rest) => {
    expect(found(`Kuncinya: ${head}${rest}, ya`)).toEqual([`secret ${head}${rest}`]);
  });

  it('finds a private key as a block, and one that was cut off', () => {
    const [head, foot] = ['-----BEGIN RSA PRIVATE', '-----END RSA PRIVATE'];
    const block = `${head} KEY-----\n${drawn(64, LETTERS)}\n${foot} KEY-----`;
    expect(found(`x\n${block}\ny`)).toEqual([`secret ${block}`]);
    expect(found(`${head} KEY-----\n${drawn(64, LETTERS)}`)).toHaveLength(1);
  });

  it('finds what looks drawn by lot behind the name of a key', () => {
    const value = drawn(32, LETTERS);
    expect(found(`api_key = "${value}"`)).toEqual([`secret ${value}`]);
    expect(found(`client secret: ${value}`)).toEqual([`secret ${value}`]);
    expect(found(`Authorization: Bearer ${value}`)).toEqual([`secret ${value}`]);
  });

  it.each([
    'api_key = "your-api-key-here"',
    'secret: changeme-changeme-1',
    'token: example-example-123456',
    'public_key = siaran-pers-2026-november',
    'secret garden 2026 di Taman Kota',
    'kunci: ********',
    `AKIA${'X'.repeat(16)}`,
    `sk_live_${'x'.repeat(24)}`,
    'task_live_edit_of_the_press_release',
  ])('says nothing about "%s"', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('passwords, codes and links', () => {
  it.each([
    ['password: Garuda#2026', 'Garuda#2026'],
    ['Kata sandinya adalah merah-putih45.', 'merah-putih45'],
    ['pass wifi: tamu1234', 'tamu1234'],
    ['password: garuda', 'garuda'],
    ['PIN-nya 2 lapis, PIN: 482913', '482913'],
    ['Kode OTP Anda 482913, jangan diberikan', '482913'],
    ['OTP: 482 913', '482 913'],
    ['Your verification code is 48291', '48291'],
  ])('finds in "%s" the words %s', (text, words) => {
    expect(found(text)).toEqual([`secret ${words}`]);
  });

  it.each([
    ['https://rina:Rahasia9@files.example/daftar.xlsx', 1],
    [`https://bucket.example/a.pdf?X-Amz-Date=1&X-Amz-Signature=${drawn(64, HEX)}`, 1],
    ['postgres://app:Kopi12345@db.example:5432/humas', 1],
    [`https://drive.example/folders/a?resourcekey=${drawn(22, LETTERS)}`, 0],
    ['https://zoom.example/j/8123?pwd=abcDEF123456', 0],
    ['https://situs.example/berita?id=12345', 0],
  ])('counts in "%s" %i', (text, count) => {
    expect(found(text)).toHaveLength(count);
  });

  it.each([
    'lupa password? hubungi admin',
    'password: menyusul',
    'password is required for all guests',
    'kata sandi harus diganti',
    'PIN: lihat di kartu',
    'OTP berlaku 5 menit',
    'kode verifikasi 6 digit akan dikirim',
    'password: ********',
    'password: [isi di sini]',
    'pin it to the board at 2026',
    'kompas: 2026',
  ])('says nothing secret about "%s"', (text) => {
    expect(found(text).filter((one) => one.startsWith('secret'))).toEqual([]);
  });
});
