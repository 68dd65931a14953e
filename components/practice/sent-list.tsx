import { t } from '@/lib/platform/words.ts';
import { MAIL_FIELDS, type Sent } from './view.ts';

/** What left, with everybody who gets it. */
export function SentList({ sent }: { readonly sent: readonly Sent[] }) {
  if (sent.length === 0) return <p className="soft">{t('practice_sent_none')}</p>;
  return (
    <ol className="sent" data-sent={sent.length}>
      {sent.map((each) => (
        <li key={each.id}>
          <strong dir="auto">{each.kind === 'mail' ? each.subject : each.peer.name}</strong>
          {each.kind === 'mail' && <Recipients letter={each} />}
          {each.kind === 'mail' && each.files.length > 0 && (
            <p className="soft small" data-sent-files>
              {t('practice_files')}: {each.files.join(', ')}
            </p>
          )}
          <p className="sent-body" dir="auto">
            {each.body}
          </p>
        </li>
      ))}
    </ol>
  );
}

function Recipients({ letter }: { readonly letter: Extract<Sent, { kind: 'mail' }> }) {
  const lines = MAIL_FIELDS.filter((field) => letter[field].trim() !== '');
  if (lines.length === 0) return <p className="soft small">{t('practice_to_nobody')}</p>;
  return lines.map((field) => (
    <p key={field} className="soft small" data-sent-field={field}>
      {t(`field_${field}`)}: {letter[field]}
    </p>
  ));
}
