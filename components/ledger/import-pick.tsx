import { FileUp } from 'lucide-react';
import { type DragEvent, useEffect, useRef, useState } from 'react';
import { t } from '@/lib/platform/words.ts';
import { Button } from '../kit/button.tsx';
import { Notice } from '../kit/notice.tsx';

interface Props {
  readonly wrong?: string;
  readonly onFile: (file: File) => void;
}

/** What the file dialog offers first. Anything may be chosen: what it is, is told by its content. */
const ACCEPT =
  '.csv,.tsv,.txt,.xlsx,.xlsm,.vcf,.vcard,text/csv,text/tab-separated-values,text/vcard,text/x-vcard,' +
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A file by dialog, by drag and drop, or pasted: what is copied in a file manager comes in with Ctrl+V, without a mouse. */
export function ImportPick({ wrong, onFile }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [several, setSeveral] = useState(false);
  const take = (files: FileList | undefined | null): void => {
    const [file] = files ?? [];
    setSeveral((files?.length ?? 0) > 1);
    if (file && files?.length === 1) onFile(file);
  };
  usePaste(take);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
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
        hidden
        type="file"
        accept={ACCEPT}
        aria-label={t('import_choose')}
        onChange={(event) => {
          take(event.target.files);
          event.target.value = '';
        }}
      />
      <Button look="safe" icon={FileUp} onClick={() => input.current?.click()}>
        {t('import_choose')}
      </Button>
      <p className="soft small">{t('import_stays')}</p>
      {several && (
        <Notice tone="kunyit" live>
          {t('import_one_file')}
        </Notice>
      )}
      {wrong && !several && (
        <Notice tone="bata" live>
          {wrong}
        </Notice>
      )}
    </section>
  );
}

function usePaste(take: (files: FileList | undefined) => void): void {
  const latest = useRef(take);
  latest.current = take;
  useEffect(() => {
    const ending = new AbortController();
    document.addEventListener(
      'paste',
      (event) => {
        if ((event.clipboardData?.files.length ?? 0) > 0) latest.current(event.clipboardData?.files);
      },
      { signal: ending.signal },
    );
    return () => ending.abort();
  }, []);
}
