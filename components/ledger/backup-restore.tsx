import { FileUp } from 'lucide-react';
import { type FormEvent, useRef, useState } from 'react';
import type { Phrase } from '@/lib/domain/verdict.ts';
import { t } from '@/lib/platform/words.ts';
import { Button } from '../kit/button.tsx';
import { writeInstant } from '../kit/instant.tsx';
import { Notice } from '../kit/notice.tsx';
import { Wrong } from '../kit/wrong.tsx';
import { Passphrase } from './backup-passphrase.tsx';
import { BackupPreview, type PreviewView } from './backup-preview.tsx';
import { Progress } from './progress.tsx';

export type Restoring =
  | { readonly kind: 'pick'; readonly wrong?: Phrase }
  | {
      readonly kind: 'locked';
      readonly file: string;
      readonly made: string;
      readonly people: number;
      readonly ops: number;
      readonly wrong?: Phrase;
    }
  | {
      readonly kind: 'busy';
      readonly label: string;
      readonly done: number;
      readonly total: number;
      readonly elapsed: number;
    }
  | { readonly kind: 'preview'; readonly preview: PreviewView; readonly wrong?: Phrase }
  | {
      readonly kind: 'done';
      readonly added: number;
      readonly refused: number;
      readonly erased: number;
      readonly undone: boolean;
      readonly wrong?: Phrase;
    };

interface Props {
  readonly restoring: Restoring;
  readonly onFile: (file: File) => void;
  readonly onPassphrase: (passphrase: string) => void;
  readonly onMerge: () => void;
  readonly onUndo: () => void;
  readonly onBack: () => void;
}

/** From a file to a merged ledger; nothing is written before the preview was seen. */
export function BackupRestore(props: Props) {
  const { restoring, onFile, onMerge, onUndo, onBack } = props;
  const input = useRef<HTMLInputElement>(null);
  if (restoring.kind === 'busy') return <Progress {...restoring} onCancel={onBack} />;
  const wrong = 'wrong' in restoring && restoring.wrong;
  return (
    <section className="block form" aria-labelledby="backup-restore">
      <h2 id="backup-restore">{t('restore_head')}</h2>
      {restoring.kind === 'pick' && (
        <>
          <p className="soft">{t('restore_what')}</p>
          {/* The browser's own button speaks the browser's language. */}
          <input
            ref={input}
            className="told"
            type="file"
            aria-label={t('restore_file')}
            tabIndex={-1}
            onChange={(event) => {
              const [file] = event.target.files ?? [];
              if (file) onFile(file);
            }}
          />
          <p>
            <Button icon={FileUp} onClick={() => input.current?.click()}>
              {t('restore_choose')}
            </Button>
          </p>
        </>
      )}
      {restoring.kind === 'locked' && <Locked {...props} restoring={restoring} />}
      {restoring.kind === 'preview' && <BackupPreview preview={restoring.preview} onMerge={onMerge} onBack={onBack} />}
      {restoring.kind === 'done' && (
        <>
          <Notice tone="daun" live>
            <p>{t(restoring.undone ? 'restore_undone' : 'restore_done', { count: restoring.added })}</p>
            {restoring.refused > 0 && <p>{t('restore_refused', { count: restoring.refused })}</p>}
            {restoring.erased > 0 && <p>{t('restore_erased', { count: restoring.erased })}</p>}
          </Notice>
          <p className="actions">
            {!restoring.undone && restoring.added > 0 && <Button onClick={onUndo}>{t('restore_undo')}</Button>}
            <Button look="word" onClick={onBack}>
              {t('restore_another')}
            </Button>
          </p>
        </>
      )}
      <Wrong phrase={wrong || undefined} />
    </section>
  );
}

function Locked({
  restoring,
  onPassphrase,
  onBack,
}: Props & { readonly restoring: Extract<Restoring, { kind: 'locked' }> }) {
  const [passphrase, setPassphrase] = useState('');
  const check = (event: FormEvent): void => {
    event.preventDefault();
    if (passphrase !== '') onPassphrase(passphrase);
  };
  const { file, made, people, ops } = restoring;
  return (
    <form className="form" onSubmit={check}>
      <p>{t('restore_says', { file, at: writeInstant(made, 'moment'), people, count: ops })}</p>
      <Passphrase value={passphrase} onChange={setPassphrase} />
      <p className="actions">
        <Button look="safe" type="submit">
          {t('restore_check')}
        </Button>
        <Button look="word" onClick={onBack}>
          {t('restore_another')}
        </Button>
      </p>
    </form>
  );
}
