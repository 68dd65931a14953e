import { type FormEvent, useState } from 'react';
import { normaliseEmail } from '@/lib/domain/email.ts';
import type { Phrase } from '@/lib/domain/verdict.ts';
import { t } from '@/lib/platform/words.ts';
import { Button } from '../kit/button.tsx';
import { TextField } from '../kit/field.tsx';
import { Notice } from '../kit/notice.tsx';
import { PhraseText } from '../kit/phrase.tsx';
import type { AskDesk } from './ask-view.ts';

interface Props {
  readonly name?: string;
  readonly onSettle: AskDesk['settle'];
}

/** Nobody can be asked in the name of nobody: two fields, once. */
export function AskOffice({ name: before = '', onSettle }: Props) {
  const [name, setName] = useState(before);
  const [email, setEmail] = useState('');
  const [pressed, setPressed] = useState(false);
  const [wrong, setWrong] = useState<Phrase>();
  const valid = normaliseEmail(email) !== undefined;
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setPressed(true);
    if (name.trim() === '' || !valid) return;
    setWrong(await onSettle({ name: name.trim(), email: email.trim() }));
  };
  return (
    <form className="form" aria-label={t('asking_office_title')} onSubmit={(event) => void save(event)} noValidate>
      <div>
        <h4 className="field-label">{t('asking_office_title')}</h4>
        <p className="soft small">{t('asking_office_why')}</p>
      </div>
      <TextField
        label={t('asking_office_name')}
        value={name}
        autoComplete="organization"
        error={pressed && name.trim() === '' ? t('kit_required') : undefined}
        onChange={(event) => setName(event.target.value)}
      />
      <TextField
        label={t('asking_office_email')}
        type="email"
        value={email}
        error={pressed && !valid ? t('asking_office_email_wrong') : undefined}
        onChange={(event) => setEmail(event.target.value)}
      />
      {wrong && (
        <Notice tone="bata" live>
          <PhraseText phrase={wrong} />
        </Notice>
      )}
      <p>
        <Button look="safe" type="submit">
          {t('asking_office_save')}
        </Button>
      </p>
    </form>
  );
}
