import { Send } from 'lucide-react';
import { t } from '@/lib/platform/words.ts';
import { Button } from '../kit/button.tsx';
import { type Letter, MAIL_FIELDS } from './view.ts';

interface Props {
  readonly letter: Letter;
  readonly onChange: (set: Partial<Letter>) => void;
  readonly onSend: () => void;
}

/** `data-practice`, the names of the fields and `data-send` are what `practice-mail.surface.ts` reads. */
export function MailComposer({ letter, onChange, onSend }: Props) {
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
      <div className="composer-foot">
        <Button look="plain" icon={Send} data-send onClick={onSend}>
          {t('practice_send')}
        </Button>
      </div>
    </section>
  );
}
