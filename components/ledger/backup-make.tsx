import { Download, Printer } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import type { Phrase } from '@/lib/domain/verdict.ts';
import { t } from '@/lib/platform/words.ts';
import { Button } from '../kit/button.tsx';
import { Notice } from '../kit/notice.tsx';
import { writePhrase } from '../kit/phrase.tsx';
import { lengthOf, Passphrase, SHORTEST } from './backup-passphrase.tsx';
import { Progress } from './progress.tsx';

export type Making =
  | { readonly kind: 'ready' }
  | { readonly kind: 'busy'; readonly done: number; readonly total: number; readonly elapsed: number }
  | { readonly kind: 'made'; readonly file: string; readonly ops: number; readonly unreadable: number }
  | { readonly kind: 'failed'; readonly why: Phrase };

interface Props {
  readonly making: Making;
  readonly onMake: (passphrase: string, notes: boolean) => void;
  readonly onCancel: () => void;
  readonly onPrint: () => void;
}

export function BackupMake({ making, onMake, onCancel, onPrint }: Props) {
  const [passphrase, setPassphrase] = useState('');
  const [notes, setNotes] = useState(false);
  const [short, setShort] = useState(false);
  if (making.kind === 'busy') return <Progress label={t('backup_making')} {...making} onCancel={onCancel} />;
  const make = (event: FormEvent): void => {
    event.preventDefault();
    setShort(lengthOf(passphrase) < SHORTEST);
    if (lengthOf(passphrase) >= SHORTEST) onMake(passphrase, notes);
  };
  return (
    <form className="block form" onSubmit={make} aria-labelledby="backup-make">
      <h2 id="backup-make">{t('backup_make_head')}</h2>
      <p className="soft">{t('backup_make_what')}</p>
      <Passphrase
        fresh
        value={passphrase}
        onChange={(value) => {
          setPassphrase(value);
          setShort(false);
        }}
        {...(short ? { error: t('backup_too_short', { least: SHORTEST }) } : {})}
      />
      <p className="small soft">{t('backup_passphrase_lost')}</p>
      <label className="tick">
        <input type="checkbox" checked={notes} onChange={(event) => setNotes(event.target.checked)} />
        {t('backup_notes')}
      </label>
      <p className="actions">
        <Button look="safe" type="submit" icon={Download}>
          {t('backup_make')}
        </Button>
        <Button look="word" icon={Printer} onClick={onPrint}>
          {t('backup_sheet_print')}
        </Button>
      </p>
      {making.kind === 'made' && (
        <Notice tone="daun" live>
          <p>{t('backup_made', { file: making.file, count: making.ops })}</p>
          {making.unreadable > 0 && <p>{t('backup_made_unreadable', { count: making.unreadable })}</p>}
        </Notice>
      )}
      {making.kind === 'failed' && (
        <Notice tone="bata" live>
          {writePhrase(making.why)}
        </Notice>
      )}
    </form>
  );
}
