import { useState } from 'react';
import type { Phrase } from '@/lib/domain/verdict.ts';
import { t } from '@/lib/platform/words.ts';
import { Button } from '../kit/button.tsx';
import { TextField } from '../kit/field.tsx';
import { Notice } from '../kit/notice.tsx';
import { Wrong } from '../kit/wrong.tsx';
import type { KnownPerson } from './terms.tsx';

interface Props {
  readonly name: string;
  /** Others in whose records this person is spoken of; undefined while it is looked for. */
  readonly mentions: readonly KnownPerson[] | undefined;
  readonly erase: () => Promise<Phrase | undefined>;
}

const SHOWN = 12;

/** The last step before there is nothing left: it says what goes and what stays, and asks for the name once. */
export function RequestErase({ name, mentions, erase }: Props) {
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
      <div role="status">
        {mentions === undefined && <p className="soft">{t('erase_looking')}</p>}
        {mentions && mentions.length > 0 && (
          <Notice tone="kunyit">
            <p>{t('erase_mentions', { count: mentions.length })}</p>
            <p>
              {mentions.slice(0, SHOWN).map((one) => (
                <a key={one.id} href={`#/people/${encodeURIComponent(one.id)}`} dir="auto">
                  {one.name}{' '}
                </a>
              ))}
            </p>
          </Notice>
        )}
      </div>
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
        <Wrong phrase={wrong} />
        <p>
          <Button look="danger" type="submit" disabled={busy}>
            {t('erase_do')}
          </Button>
        </p>
      </form>
    </section>
  );
}
