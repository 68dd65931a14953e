import { Eye } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import type { Phrase } from '@/lib/domain/verdict.ts';
import { t } from '@/lib/platform/words.ts';
import { Button } from '../kit/button.tsx';
import { TextField } from '../kit/field.tsx';
import { Notice } from '../kit/notice.tsx';
import { writePhrase } from '../kit/phrase.tsx';

interface Props {
  readonly allowed: readonly string[];
  readonly onWatch: (origins: readonly string[]) => Promise<Phrase | undefined>;
  readonly onForget: (origins: readonly string[]) => Promise<Phrase | undefined>;
}

/** Webmails, chats and blogs on the user's own server, one at a time. */
export function SitesOwn({ allowed, onWatch, onForget }: Props) {
  const [address, setAddress] = useState('');
  const [wrong, setWrong] = useState<string>();
  const watch = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const origin = originOf(address);
    if (origin === undefined) return setWrong(t('sites_wrong'));
    const refused = await onWatch([origin]);
    setWrong(refused && writePhrase(refused));
    if (refused === undefined) setAddress('');
  };
  return (
    <section className="block" aria-labelledby="own-sites">
      <h2 id="own-sites">{t('sites_own')}</h2>
      <p className="soft">{t('sites_own_what')}</p>
      <form className="form-line" onSubmit={(event) => void watch(event)} noValidate>
        <TextField
          label={t('sites_address')}
          type="url"
          placeholder="https://webmail.kantor.example"
          value={address}
          error={wrong}
          onChange={(event) => setAddress(event.target.value)}
        />
        <Button look="safe" icon={Eye} type="submit">
          {t('sites_watch')}
        </Button>
      </form>
      {allowed.length === 0 ? (
        <p className="soft">{t('sites_none')}</p>
      ) : (
        <ul className="points">
          {allowed.map((origin) => (
            <li key={origin}>
              <span>{origin}</span>
              <Button
                look="quiet"
                aria-label={t('sites_forget_one', { origin })}
                onClick={() => void onForget([origin]).then((refused) => setWrong(refused && writePhrase(refused)))}
              >
                {t('sites_forget')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <p>
        {t('sites_teach_what')} <a href="#/sites/taught">{t('sites_taught_open')}</a>
      </p>
      <Notice tone="plain">{t('sites_note')}</Notice>
    </section>
  );
}

/** "webmail.kantor.example/mail" → its origin. */
export function originOf(text: string): string | undefined {
  const typed = text.trim();
  try {
    const url = new URL(/^[a-z]+:\/\//i.test(typed) ? typed : `https://${typed}`);
    const local = url.hostname === 'localhost' || /^[\d.]+$/.test(url.hostname);
    return (url.protocol === 'https:' || url.protocol === 'http:') && (local || url.hostname.includes('.'))
      ? url.origin
      : undefined;
  } catch {
    return undefined;
  }
}
