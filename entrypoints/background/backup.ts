import { backupSchedule, followBackupSchedule, isBackupDue } from '@/lib/platform/backup-schedule.ts';
import { browser } from '@/lib/platform/browser.ts';
import { loadLanguage } from '@/lib/platform/language.ts';
import { t } from '@/lib/platform/words.ts';

const ALARM = 'backup';
const HOUR = 60;
/** The light token of turmeric: a badge knows no dark. */
const ADVISE = '#9A6A00';

/** Marks the icon while a backup is due. Tabs with something to say of their message have a badge of their own over it. */
async function mark(): Promise<void> {
  const due = isBackupDue(await backupSchedule(), Date.now());
  await loadLanguage('stay');
  await browser.action.setBadgeBackgroundColor({ color: ADVISE });
  await browser.action.setBadgeText({ text: due ? '•' : '' });
  await browser.action.setTitle({ title: due ? t('backup_badge') : 'Izin' });
}

/** Looked at once an hour, and only while a rhythm was chosen. */
export function watchBackups(): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) void mark();
  });
  followBackupSchedule(({ every }) => {
    // Nothing was ever chosen: the worker starts without any of this.
    if (every === 'never') void browser.alarms.clear(ALARM).then((was) => (was ? mark() : undefined));
    else {
      void browser.alarms.create(ALARM, { periodInMinutes: HOUR });
      void mark();
    }
  });
}
