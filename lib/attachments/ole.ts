import type { FileReason } from '../domain/file-reading.ts';
import type { Meter } from './meter.ts';
import type { Source } from './source.ts';

const SLICE = 1024 * 1024;
const OVERLAP = 128;
const MOST = 25 * SLICE;

/**
 * Old Office files and locked new ones share a container (MS-CFB); the names of its streams, in UTF-16, tell them apart:
 * a locked one holds `EncryptedPackage` (MS-OFFCRYPTO 2.3.4) or is under rights management (`DataSpaces`).
 */
export async function oleReason(source: Source, meter: Meter): Promise<FileReason> {
  const end = Math.min(source.size, MOST);
  for (let at = 0; at < end; at += SLICE - OVERLAP) {
    const bytes = await source.read(at, at + SLICE);
    const text = new TextDecoder('utf-16le').decode(bytes);
    if (text.includes('EncryptedPackage') || text.includes('EncryptionInfo')) return 'encrypted';
    await meter.breathe();
  }
  return 'unknown-format';
}
