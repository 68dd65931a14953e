import { useState } from 'react';
import type { Phrase } from '@/lib/domain/verdict.ts';
import { t } from '@/lib/platform/words.ts';
import { Button } from '../kit/button.tsx';
import { TextField } from '../kit/field.tsx';
import { Notice } from '../kit/notice.tsx';
import { writePhrase } from '../kit/phrase.tsx';

interface Props {
  readonly name: string;
  readonly erase: () => Promise<Phrase | undefined>;
}

/** The last step before there is nothing left: it says what goes and what stays, and asks for the name once. */
export function RequestErase({ name, erase }: Props) {
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState<Phrase>();
  const [busy, setBusy] = useState(false);
  const same = typed.trim().toLowerCase() === name.trim().toLowerCase();
  const go = async (): Promise<void> => {
    if (!same) return setWrong({ key: 'erase_name_wrong' });
    setBusy(true);
    setWrong(await erase());
    setBusy(false);
  };
  return (
    <section className="block" aria-labelledby="erase-head">
      <h2 id="erase-head">{t('erase_head')}</h2>
      <ul>
        <li>{t('erase_goes')}</li>
        <li>{t('erase_stays')}</li>
        <li>{t('erase_beyond')}</li>
      </ul>
      <form
        className="form"
        aria-label={t('erase_head')}
        onSubmit={(event) => {
          event.preventDefault();
          void go();
        }}
        noValidate
      >
        <TextField
          label={t('erase_name', { name })}
          autoComplete="off"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        {wrong && (
          <Notice tone="bata" live>
            {writePhrase(wrong)}
          </Notice>
        )}
        <p>
          <Button look="danger" type="submit" disabled={busy}>
            {t('erase_do')}
          </Button>
        </p>
      </form>
    </section>
  );
}
