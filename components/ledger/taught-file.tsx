import { FileUp } from 'lucide-react';
import { useRef, useState } from 'react';
import type { Phrase } from '@/lib/domain/verdict.ts';
import { Button } from '../kit/button.tsx';
import { Notice } from '../kit/notice.tsx';
import { writePhrase } from '../kit/phrase.tsx';

/** What came of a file: words of what is wrong, or of what was done. */
export type FileAnswer = { readonly wrong: readonly Phrase[] } | { readonly done: Phrase };

interface Props {
  readonly label: string;
  readonly onFile: (text: string) => Promise<FileAnswer>;
}

/** Takes one JSON file and says what came of it. */
export function TaughtFile({ label, onFile }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const [answer, setAnswer] = useState<FileAnswer>();
  return (
    <>
      <input
        ref={input}
        className="told"
        type="file"
        accept=".json,application/json"
        aria-label={label}
        tabIndex={-1}
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          void file?.text().then(onFile).then(setAnswer);
        }}
      />
      <p>
        <Button icon={FileUp} onClick={() => input.current?.click()}>
          {label}
        </Button>
      </p>
      {answer && 'done' in answer && (
        <Notice tone="daun" live>
          {writePhrase(answer.done)}
        </Notice>
      )}
      {answer && 'wrong' in answer && (
        <Notice tone="bata" live>
          <ul className="plain-list">
            {answer.wrong.map((phrase) => (
              <li key={writePhrase(phrase)}>{writePhrase(phrase)}</li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}
