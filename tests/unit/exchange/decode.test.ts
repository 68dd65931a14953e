import { describe, expect, it } from 'vitest';
import { sniff, textOf } from '@/lib/exchange/decode.ts';
import { bytes, utf16, windows1252 } from './lists.ts';

const TEXT = 'nama;surel\r\nAndré Müller;andre@harian.example\r\n';
const read = (content: Uint8Array) => {
  const sniffed = sniff(content);
  if (!sniffed.ok) throw new Error(sniffed.error.kind);
  return { ...sniffed.value, text: [...textOf(content, sniffed.value.encoding)].join('') };
};

describe('the text of a file', () => {
  it.each([
    ['UTF-8', bytes(TEXT), 'utf-8', false],
    ['UTF-8 with a byte-order mark', bytes(`\ufeff${TEXT}`), 'utf-8', false],
    ['UTF-16 LE with a mark', utf16(TEXT, 'le'), 'utf-16le', false],
    ['UTF-16 BE with a mark', utf16(TEXT, 'be'), 'utf-16be', false],
    ['UTF-16 LE without a mark', utf16(TEXT, 'le', false), 'utf-16le', true],
    ['UTF-16 BE without a mark', utf16(TEXT, 'be', false), 'utf-16be', true],
    ['Windows-1252', windows1252(TEXT), 'windows-1252', true],
  ] as const)('reads %s and says which it is', (_, content, encoding, guessed) => {
    expect(read(content)).toEqual({ text: TEXT, encoding, guessed, damaged: 0 });
  });

  it('keeps UTF-8 where a few bytes are broken, and counts them', () => {
    const content = bytes('é ü ñ ç');
    content[0] = 0xff;
    expect(read(content)).toMatchObject({ encoding: 'utf-8', guessed: true, damaged: 2 });
  });

  it.each([
    ['a zip', [0x50, 0x4b, 0x03, 0x04, 0x14, 0x00], 'zip'],
    ['an old Office file', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1], 'ole'],
    ['a PDF', [0x25, 0x50, 0x44, 0x46, 0x2d], 'pdf'],
    ['a picture', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00, 0x00], 'image'],
    ['a packed file', [0x1f, 0x8b, 0x08, 0x00], 'packed'],
    ['what nobody knows', [0x01, 0x02, 0x03, 0x00, 0x00], 'binary'],
  ] as const)('says that %s is no text', (_, content, looks) => {
    expect(sniff(new Uint8Array(content))).toEqual({ ok: false, error: { kind: 'not-text', looks } });
  });

  it('says that an empty file is empty', () => {
    expect(sniff(new Uint8Array())).toEqual({ ok: false, error: { kind: 'empty' } });
  });
});
