import type { ComponentProps } from 'react';
import { t } from '@/lib/platform/words.ts';
import { BackupMake } from './backup-make.tsx';
import { BackupRestore } from './backup-restore.tsx';
import { BackupSchedule } from './backup-schedule.tsx';
import './backup.css';

interface Props {
  readonly make: ComponentProps<typeof BackupMake>;
  readonly schedule: ComponentProps<typeof BackupSchedule>;
  readonly restore: ComponentProps<typeof BackupRestore>;
}

export function BackupPage({ make, schedule, restore }: Props) {
  return (
    <div className="page backup-page">
      <p>
        <a href="#/settings">{t('room_settings')}</a>
      </p>
      <h1>{t('backup_head')}</h1>
      <p className="soft">{t('backup_what')}</p>
      <BackupMake {...make} />
      <BackupSchedule {...schedule} />
      <BackupRestore {...restore} />
      <Sheet {...(schedule.last ? { last: schedule.last } : {})} />
    </div>
  );
}

/** On paper only: to be filled in by hand, so that no passphrase lies in a printer's memory. */
function Sheet({ last }: { readonly last?: string }) {
  return (
    <section className="sheet" aria-hidden>
      <h2>{t('sheet_head')}</h2>
      <p>{t('sheet_what')}</p>
      <dl>
        <dt>{t('sheet_file')}</dt>
        <dd>{last ? `izin-${last.slice(0, 10)}.izin` : ''}</dd>
        <dt>{t('sheet_where')}</dt>
        <dd />
        <dt>{t('sheet_passphrase')}</dt>
        <dd />
        <dd />
        <dt>{t('sheet_who')}</dt>
        <dd />
      </dl>
      <ol>
        <li>{t('sheet_step_1')}</li>
        <li>{t('sheet_step_2')}</li>
        <li>{t('sheet_step_3')}</li>
      </ol>
    </section>
  );
}
