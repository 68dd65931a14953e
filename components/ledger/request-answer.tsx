import { Copy } from 'lucide-react';
import { useState } from 'react';
import { t } from '@/lib/platform/words.ts';
import { Button } from '../kit/button.tsx';
import { TextArea } from '../kit/field.tsx';
import { Select } from '../kit/select.tsx';

interface Props {
  readonly answer: (language: 'id' | 'en') => string;
  /** That of the person, where it is known. */
  readonly language: 'id' | 'en';
}

/** The words for the person, in their language. They are sent by the user, as any message. */
export function RequestAnswer({ answer, language }: Props) {
  const [tongue, setTongue] = useState(language);
  const [copied, setCopied] = useState<{ readonly text: string; readonly done: boolean }>();
  const text = answer(tongue);
  const copy = (): Promise<void> =>
    navigator.clipboard.writeText(text).then(
      () => setCopied({ text, done: true }),
      () => setCopied({ text, done: false }),
    );
  return (
    <section className="block" aria-labelledby="request-answer">
      <h2 id="request-answer">{t('request_answer')}</h2>
      <Select
        label={t('request_answer_language')}
        value={tongue}
        options={[
          { value: 'id', label: t('request_language_id') },
          { value: 'en', label: t('request_language_en') },
        ]}
        onChange={setTongue}
      />
      <TextArea label={t('request_answer_text')} readOnly rows={14} value={text} lang={tongue} />
      <p className="actions">
        <Button icon={Copy} onClick={() => void copy()}>
          {t('request_answer_copy')}
        </Button>
        <span role="status">
          {copied?.text === text && t(copied.done ? 'request_answer_copied' : 'request_answer_not_copied')}
        </span>
      </p>
    </section>
  );
}
