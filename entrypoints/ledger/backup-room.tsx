import { useCallback, useEffect, useRef, useState } from 'react';
import { BackupPage } from '@/components/ledger/backup.tsx';
import type { Making } from '@/components/ledger/backup-make.tsx';
import { rootOf } from '@/lib/exchange/backup/key.ts';
import { keep } from '@/lib/ledger/backup-keep.ts';
import type { Ledger } from '@/lib/ledger/ledger.ts';
import { note } from '@/lib/ledger/writing.ts';
import {
  type BackupSchedule,
  backupSchedule,
  followBackupSchedule,
  isBackupDue,
  keepBackupSchedule,
} from '@/lib/platform/backup-schedule.ts';
import { backupFile, fileName, saveFile, thrownPhrase } from './backup-file.ts';
import { chooseFolder, type FolderNow, folderNow, writeToFolder } from './backup-folder.ts';
import { useRestore } from './use-restore.ts';

export function BackupRoom({ ledger }: { readonly ledger: Ledger }) {
  const [schedule, setSchedule] = useState<BackupSchedule>({ every: 'never' });
  const [folder, setFolder] = useState<FolderNow>({ kind: 'none' });
  const [making, setMaking] = useState<Making>({ kind: 'ready' });
  const work = useRef(new AbortController());
  const restore = useRestore(ledger);
  const look = useCallback(() => void folderNow().then(setFolder), []);
  useEffect(() => {
    look();
    return followBackupSchedule(setSchedule);
  }, [look]);
  useEffect(() => () => work.current.abort(), []);

  const make = async (passphrase: string, notes: boolean): Promise<void> => {
    const own = new AbortController();
    work.current = own;
    const began = performance.now();
    const progress = (done: number, total: number): void =>
      setMaking({ kind: 'busy', done, total, elapsed: performance.now() - began });
    progress(0, 0);
    try {
      const root = await rootOf(passphrase.trim());
      const at = new Date().toISOString();
      const { file, made } = await backupFile(ledger, { root, made: at, notes, signal: own.signal, progress });
      saveFile(fileName(at), file);
      await keep('root', root);
      await keepBackupSchedule({ ...(await backupSchedule()), last: at });
      await note(ledger, { kind: 'backup', count: made.ops });
      setMaking({ kind: 'made', file: fileName(at), ...made });
      look();
    } catch (thrown) {
      setMaking(own.signal.aborted ? { kind: 'ready' } : { kind: 'failed', why: thrownPhrase(thrown) });
    }
  };

  const choose = async (): Promise<void> => {
    if (await chooseFolder(folder.kind === 'ask')) await writeToFolder(ledger);
    look();
  };

  const { last, every } = schedule;
  return (
    <BackupPage
      make={{
        making,
        onMake: (passphrase, notes) => void make(passphrase, notes),
        onCancel: () => work.current.abort(),
        onPrint: () => window.print(),
      }}
      schedule={{
        every,
        onEvery: (next) => void keepBackupSchedule({ ...schedule, every: next, since: new Date().toISOString() }),
        due: isBackupDue(schedule, Date.now()),
        folder,
        onFolder: () => void choose(),
        onForget: () => void keep('folder', undefined).then(look),
        ...(last ? { last } : {}),
      }}
      restore={{
        ...restore,
        onFile: (file) => void restore.onFile(file),
        onPassphrase: (passphrase) => void restore.onPassphrase(passphrase),
        onUndo: () => void restore.onUndo(),
      }}
    />
  );
}
