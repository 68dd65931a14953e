import { Paperclip, Send, X } from 'lucide-react';
import { t } from '@/lib/platform/words.ts';
import { Button } from '../kit/button.tsx';
import { type Letter, MAIL_FIELDS } from './view.ts';

interface Props {
  readonly letter: Letter;
  readonly files: readonly string[];
  readonly onChange: (set: Partial<Letter>) => void;
  readonly onFiles: (names: readonly string[]) => void;
  readonly onSend: () => void;
}

/** `data-practice`, the names of the fields, `data-file` and `data-send` are what `practice-mail.surface.ts` reads. */
export function MailComposer({ letter, files, onChange, onFiles, onSend }: Props) {
  return (
    <section
      className="composer"
      data-practice="mail"
      aria-label={t('practice_mail')}
      onKeyDown={(event) => (event.ctrlKey || event.metaKey) && event.key === 'Enter' && onSend()}
    >
      {MAIL_FIELDS.map((field) => (
        <label key={field} className="composer-row">
          <span>{t(`field_${field}`)}</span>
          <input
            name={field}
            value={letter[field]}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => onChange({ [field]: event.target.value })}
          />
        </label>
      ))}
      <label className="composer-row">
        <span>{t('practice_subject')}</span>
        <input name="subject" value={letter.subject} onChange={(event) => onChange({ subject: event.target.value })} />
      </label>
      <textarea
        name="body"
        aria-label={t('practice_body')}
        rows={9}
        value={letter.body}
        onChange={(event) => onChange({ body: event.target.value })}
      />
      {files.length > 0 && (
        <ul className="composer-files" aria-label={t('practice_files')}>
          {files.map((name) => (
            <li key={name} data-file={name}>
              <span dir="auto">{name}</span>
              <Button
                look="word"
                icon={X}
                aria-label={t('practice_file_remove', { name })}
                onClick={() => onFiles(files.filter((each) => each !== name))}
              />
            </li>
          ))}
        </ul>
      )}
      <div className="composer-foot">
        <label className="composer-attach">
          <Paperclip size={16} strokeWidth={1.75} aria-hidden />
          {t('practice_attach')}
          <input
            type="file"
            multiple
            onChange={({ target }) => {
              const added = [...(target.files ?? [])].map(({ name }) => name);
              target.value = '';
              onFiles([...new Set([...files, ...added])]);
            }}
          />
        </label>
        <Button look="plain" icon={Send} data-send onClick={onSend}>
          {t('practice_send')}
        </Button>
      </div>
    </section>
  );
}
