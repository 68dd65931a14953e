import { type FormEvent, useState } from 'react';
import { normaliseAddress } from '@/lib/domain/address.ts';
import { CHANNELS, type Channel } from '@/lib/domain/enums.ts';
import { newId } from '@/lib/domain/new-op.ts';
import type { ContactPoint } from '@/lib/domain/person.ts';
import type { Phrase } from '@/lib/domain/verdict.ts';
import { t } from '@/lib/platform/words.ts';
import { addressWords } from '../kit/address.ts';
import { Button } from '../kit/button.tsx';
import { TextField } from '../kit/field.tsx';
import { writePhrase } from '../kit/phrase.tsx';
import { Select } from '../kit/select.tsx';
import { capital } from '../kit/sentence.ts';
import type { Write } from './write.ts';

/** Public posts and comments have no address. */
const WITH_ADDRESS = CHANNELS.filter((channel) => channel !== 'public_post' && channel !== 'social_comment');

interface Props {
  readonly points: readonly ContactPoint[];
  readonly region: string;
  readonly write: Write | undefined;
}

/** The addresses of a person; each is checked before it is kept. */
export function Points({ points, region, write }: Props) {
  const [channel, setChannel] = useState<Channel>('email');
  const [address, setAddress] = useState('');
  const [published, setPublished] = useState(false);
  const [wrong, setWrong] = useState<string>();
  const told = (phrase: Phrase | undefined): boolean => {
    setWrong(phrase && writePhrase(phrase));
    return phrase === undefined;
  };
  const add = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (normaliseAddress(channel, address, region) === undefined)
      return setWrong(t('points_wrong', { channel: t(`channel_${channel}`) }));
    const point = { id: newId(), channel, address: address.trim(), ...(published ? { published } : {}) };
    if (told(await write?.([{ kind: 'point', point }]))) {
      setAddress('');
      setPublished(false);
    }
  };
  return (
    <section className="block" aria-labelledby="points-head">
      <h2 id="points-head">{t('points_head')}</h2>
      <ul className="points">
        {points.map((point) => (
          <li key={point.id}>
            <span className="soft small">{capital(t(`channel_${point.channel}`))}</span>
            <span dir="auto">{addressWords(point.address, point.channel)}</span>
            {point.published && <span className="soft small">{t('points_published')}</span>}
            {write && (
              <Button
                look="quiet"
                onClick={() => void write([{ kind: 'point-removed', pointId: point.id }]).then(told)}
                aria-label={t('points_remove_one', { address: addressWords(point.address, point.channel) })}
              >
                {t('points_remove')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {points.length === 0 && <p className="soft">{t('points_none')}</p>}
      {write && (
        <form className="form-line" onSubmit={(event) => void add(event)} noValidate>
          <Select
            label={t('points_channel')}
            value={channel}
            onChange={setChannel}
            options={WITH_ADDRESS.map((value) => ({ value, label: capital(t(`channel_${value}`)) }))}
          />
          <TextField
            label={t('points_address')}
            value={address}
            error={wrong}
            onChange={(event) => setAddress(event.target.value)}
          />
          <Button type="submit">{t('points_add')}</Button>
          <label className="tick">
            <input type="checkbox" checked={published} onChange={(event) => setPublished(event.target.checked)} />
            {t('points_is_published')}
          </label>
        </form>
      )}
    </section>
  );
}
