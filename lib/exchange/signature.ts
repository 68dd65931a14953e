/** What a file is that is neither text nor workbook, as its first bytes tell. Each has a message of its own. */
export type FileKind = 'xls' | 'xlsx_protected' | 'ole' | 'pdf' | 'image' | 'packed' | 'rtf' | 'zip';

export function kindOf(bytes: Uint8Array): FileKind | undefined {
  const begins = (...signs: readonly number[]): boolean => signs.every((sign, at) => bytes[at] === sign);
  if (begins(0x50, 0x4b, 0x03, 0x04) || begins(0x50, 0x4b, 0x05, 0x06)) return 'zip';
  if (begins(0xd0, 0xcf, 0x11, 0xe0)) return insideOle(bytes);
  if (begins(0x25, 0x50, 0x44, 0x46)) return 'pdf';
  if (begins(0x7b, 0x5c, 0x72, 0x74, 0x66)) return 'rtf';
  if (begins(0x1f, 0x8b) || begins(0x52, 0x61, 0x72, 0x21) || begins(0x37, 0x7a, 0xbc, 0xaf)) return 'packed';
  if (begins(0x89, 0x50, 0x4e, 0x47) || begins(0xff, 0xd8, 0xff) || begins(0x47, 0x49, 0x46, 0x38)) return 'image';
  if (begins(0x42, 0x4d) && bytes[6] === 0 && bytes[7] === 0) return 'image';
  if (begins(0x52, 0x49, 0x46, 0x46) && ascii(bytes, 8, 12) === 'WEBP') return 'image';
  if (ascii(bytes, 4, 8) === 'ftyp') return 'image';
  return undefined;
}

/** Old Office files and locked new ones share a container (MS-CFB); the names of its streams, in UTF-16, tell them apart. */
function insideOle(bytes: Uint8Array): FileKind {
  const text = new TextDecoder('utf-16le').decode(bytes.subarray(0, bytes.length - (bytes.length % 2)));
  if (text.includes('EncryptedPackage')) return 'xlsx_protected';
  return text.includes('Workbook') || /(^|\0)Book\0/.test(text) ? 'xls' : 'ole';
}

const ascii = (bytes: Uint8Array, from: number, to: number): string => String.fromCharCode(...bytes.subarray(from, to));
