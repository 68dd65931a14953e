import { FileUp } from 'lucide-react';
import { type DragEvent, useRef, useState } from 'react';
import { t } from '@/lib/platform/words.ts';
import { Button } from '../kit/button.tsx';
import { Notice } from '../kit/notice.tsx';

interface Props {
  readonly wrong?: string;
  readonly onFile: (file: File) => void;
}

export function ImportPick({ wrong, onFile }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file) onFile(file);
  };
  return (
    <section
      className={over ? 'drop drop-over' : 'drop'}
      aria-label={t('import_drop')}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <p>{t('import_what')}</p>
      <input
        ref={input}
        className="told"
        type="file"
        accept=".csv,.tsv,.txt,text/csv"
        aria-label={t('import_choose')}
        tabIndex={-1}
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file) onFile(file);
          event.target.value = '';
        }}
      />
      <Button look="safe" icon={FileUp} onClick={() => input.current?.click()}>
        {t('import_choose')}
      </Button>
      <p className="soft small">{t('import_stays')}</p>
      {wrong && (
        <Notice tone="bata" live>
          {wrong}
        </Notice>
      )}
    </section>
  );
}
