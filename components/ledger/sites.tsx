import { Eye } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import type { Channel } from '@/lib/domain/enums.ts';
import type { Phrase } from '@/lib/domain/verdict.ts';
import { t } from '@/lib/platform/words.ts';
import { Button } from '../kit/button.tsx';
import { TextField } from '../kit/field.tsx';
import { writeInstant } from '../kit/instant.tsx';
import { Notice } from '../kit/notice.tsx';
import { writePhrase } from '../kit/phrase.tsx';
import { capital } from '../kit/sentence.ts';
import { Table } from '../kit/table.tsx';

interface KnownSite {
  readonly id: string;
  readonly name: string;
  readonly channel: Channel;
  readonly optional: boolean;
  readonly grade: 'real' | 'recorded' | 'reconstructed' | 'generic' | 'taught' | 'own';
  readonly by: string;
  readonly on: string;
}

interface Props {
  readonly sites: readonly KnownSite[];
  /** Origins that the user allowed. */
  readonly allowed: readonly string[];
  /** Asks the browser; must be called from a click. */
  readonly onWatch: (origin: string) => Promise<Phrase | undefined>;
  readonly onForget: (origin: string) => Promise<Phrase | undefined>;
}

/** Where Izin watches, how well that is proven, and the user's own webmail. */
export function Sites({ sites, allowed, onWatch, onForget }: Props) {
  const [address, setAddress] = useState('');
  const [wrong, setWrong] = useState<string>();
  const watch = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const origin = originOf(address);
    if (origin === undefined) return setWrong(t('sites_wrong'));
    const refused = await onWatch(origin);
    setWrong(refused && writePhrase(refused));
    if (refused === undefined) setAddress('');
  };
  return (
    <div className="page">
      <h1>{t('room_sites')}</h1>
      <section className="block">
        <Table
          caption={t('sites_head')}
          showCaption
          rows={sites}
          rowKey={({ id }) => id}
          columns={[
            { id: 'name', head: t('sites_name'), cell: ({ name }) => name },
            { id: 'channel', head: t('sites_channel'), cell: ({ channel }) => capital(t(`channel_${channel}`)) },
            {
              id: 'how',
              head: t('sites_how'),
              cell: ({ optional }) => t(optional ? 'sites_after_asking' : 'sites_always'),
            },
            {
              id: 'proof',
              head: t('sites_proof'),
              cell: ({ grade, on }) => `${t(`proof_${grade}`)} · ${writeInstant(on, 'short')}`,
            },
          ]}
        />
      </section>
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
                  onClick={() => void onForget(origin).then((refused) => setWrong(refused && writePhrase(refused)))}
                >
                  {t('sites_forget')}
                </Button>
              </li>
            ))}
          </ul>
        )}
        <Notice tone="plain">{t('sites_note')}</Notice>
      </section>
    </div>
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
