import type { AttachmentRef } from '../../domain/draft.ts';

const CUT = /^(.{4,}?)\s*(?:…|\.{3})\s*(.*)$/u;
/** Pages round ("120K"), and count a thousand or 1,024 bytes. */
const ROUNDED = 0.1;
const SMALL = 2_048;

/** Whether what a page shows can be this file: it may shorten a long name in the middle, and round its size. */
export function canBe(shown: Pick<AttachmentRef, 'name' | 'size'>, file: Pick<File, 'name' | 'size'>): boolean {
  return isName(plain(shown.name), plain(file.name)) && isSize(shown.size, file.size);
}

function isName(shown: string, real: string): boolean {
  if (shown === real) return true;
  const cut = CUT.exec(shown);
  const [, start = '', end = ''] = cut ?? [];
  return cut !== null && real.length > start.length + end.length && real.startsWith(start) && real.endsWith(end);
}

const isSize = (shown: number | undefined, real: number): boolean =>
  shown === undefined || Math.abs(shown - real) <= Math.max(SMALL, real * ROUNDED);

const plain = (name: string): string => name.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();
