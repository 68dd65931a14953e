import { useEffect, useState } from 'react';
import { Notice } from '@/components/kit/notice.tsx';
import type { Ledger } from '@/lib/ledger/ledger.ts';
import { followBackupSchedule, isBackupDue } from '@/lib/platform/backup-schedule.ts';
import { t } from '@/lib/platform/words.ts';
import { writeToFolder } from './backup-folder.ts';

/** While a page of ours is open: the scheduled file is written into its folder, or the reminder stands here. */
export function BackupReminder({ ledger, quiet }: { readonly ledger: Ledger; readonly quiet: boolean }) {
  const [shown, setShown] = useState<'due' | 'failed'>();
  useEffect(() => {
    let open = true;
    const show = (what: typeof shown): void => {
      if (open) setShown(what);
    };
    const stop = followBackupSchedule((schedule) => {
      if (!isBackupDue(schedule, Date.now())) return show(undefined);
      // One page at a time: another that is open meanwhile finds it done.
      const write = async (): Promise<void> => {
        const done = await writeToFolder(ledger).catch(() => undefined);
        show(done === undefined ? 'failed' : done ? undefined : 'due');
      };
      void navigator.locks.request('izin:backup', { ifAvailable: true }, (lock) => (lock ? write() : undefined));
    });
    return () => {
      open = false;
      stop();
    };
  }, [ledger]);
  if (shown === undefined || quiet) return null;
  return (
    <Notice tone="kunyit">
      <p>
        {t(shown === 'due' ? 'backup_due_notice' : 'backup_folder_failed')}{' '}
        <a href="#/settings/backup">{t('backup_due_open')}</a>
      </p>
    </Notice>
  );
}
