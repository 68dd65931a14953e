import type { Phrase } from '@/lib/domain/verdict.ts';
import type { BackupFault } from '@/lib/exchange/backup/header.ts';
import type { Root } from '@/lib/exchange/backup/key.ts';
import { type BackupMade, type BackupOptions, backupBytes } from '@/lib/exchange/backup/write.ts';
import { LedgerError } from '@/lib/ledger/failure.ts';
import type { Ledger } from '@/lib/ledger/ledger.ts';
import { phraseOf } from '@/lib/ledger/said.ts';

export const fileName = (made: string, kind: 'izin' | 'raw.izin' = 'izin'): string =>
  `izin-${made.slice(0, 10)}.${kind}`;

/** The browser keeps the pieces of a large blob on disk; our own memory does not grow with it. */
export async function backupFile(
  ledger: Ledger,
  options: BackupOptions,
): Promise<{ readonly file: Blob; readonly made: BackupMade }> {
  const parts: BlobPart[] = [];
  let made: BackupMade = { ops: 0, unreadable: 0 };
  for await (const piece of backupBytes(ledger, options, (what) => {
    made = what;
  }))
    parts.push(piece);
  return { file: new Blob(parts, { type: 'application/octet-stream' }), made };
}

export function saveFile(name: string, file: Blob): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}

export const faultPhrase = (fault: BackupFault): Phrase => ({ key: `restore_fault_${fault.replaceAll('-', '_')}` });

/** What a read or a write threw, as words; a bug stays one. */
export function thrownPhrase(thrown: unknown): Phrase {
  if (thrown instanceof LedgerError) return phraseOf(thrown.failure);
  if (thrown instanceof DOMException) return { key: 'restore_unread', params: { detail: thrown.name } };
  throw thrown;
}

export const isRoot = (value: unknown): value is Root =>
  typeof value === 'object' && value !== null && 'key' in value && value.key instanceof CryptoKey && 'kdf' in value;
