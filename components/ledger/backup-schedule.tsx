import { FolderOpen } from 'lucide-react';
import { t } from '@/lib/platform/words.ts';
import { Button } from '../kit/button.tsx';
import { writeInstant } from '../kit/instant.tsx';
import { Notice } from '../kit/notice.tsx';
import { Select } from '../kit/select.tsx';
import { capital } from '../kit/sentence.ts';

export const RHYTHMS = ['never', 'daily', 'weekly', 'monthly'] as const;
export type Rhythm = (typeof RHYTHMS)[number];

/** `none`: this browser gives no folder. `no-key`: a backup has to be made first. `ask`: the browser wants to be asked anew. */
export type Folder =
  | { readonly kind: 'none' | 'no-key' | 'free' }
  | { readonly kind: 'ready' | 'ask'; readonly name: string };

interface Props {
  readonly every: Rhythm;
  readonly onEvery: (every: Rhythm) => void;
  readonly last?: string;
  readonly due: boolean;
  readonly folder: Folder;
  readonly onFolder: () => void;
  readonly onForget: () => void;
}

/** Said as it is: a browser cannot write a file by itself, but into a folder that it was given. */
export function BackupSchedule({ every, onEvery, last, due, folder, onFolder, onForget }: Props) {
  return (
    <section className="block form" aria-labelledby="backup-schedule">
      <h2 id="backup-schedule">{t('backup_schedule_head')}</h2>
      <p>{last ? t('backup_last', { at: writeInstant(last, 'moment') }) : t('backup_last_none')}</p>
      {due && <Notice tone="kunyit">{t('backup_due')}</Notice>}
      <Select
        label={t('backup_every')}
        hint={t('backup_every_hint')}
        value={every}
        onChange={onEvery}
        options={RHYTHMS.map((value) => ({ value, label: capital(t(`backup_every_${value}`)) }))}
      />
      <div className="form">
        <h3>{t('backup_folder_head')}</h3>
        <p className="soft">{'name' in folder ? t('backup_folder_is', { name: folder.name }) : words(folder.kind)}</p>
        {folder.kind === 'ask' && <Notice tone="kunyit">{t('backup_folder_ask')}</Notice>}
        <p className="actions">
          {folder.kind !== 'none' && folder.kind !== 'no-key' && (
            <Button icon={FolderOpen} onClick={onFolder}>
              {t(folder.kind === 'ask' ? 'backup_folder_again' : 'backup_folder_choose')}
            </Button>
          )}
          {'name' in folder && (
            <Button look="word" onClick={onForget}>
              {t('backup_folder_forget')}
            </Button>
          )}
        </p>
      </div>
    </section>
  );
}

const words = (kind: 'none' | 'no-key' | 'free'): string =>
  t(kind === 'none' ? 'backup_folder_none' : kind === 'no-key' ? 'backup_folder_first' : 'backup_folder_free');
