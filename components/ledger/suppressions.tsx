import { Ban } from 'lucide-react';
import { useRef, useState } from 'react';
import { type Channel, PURPOSES } from '@/lib/domain/enums.ts';
import { newId } from '@/lib/domain/new-op.ts';
import type { Suppression } from '@/lib/domain/person.ts';
import type { Phrase } from '@/lib/domain/verdict.ts';
import { t } from '@/lib/platform/words.ts';
import { Button } from '../kit/button.tsx';
import { onEscape } from '../kit/escape.ts';
import { TextField } from '../kit/field.tsx';
import { writeInstant } from '../kit/instant.tsx';
import { Notice } from '../kit/notice.tsx';
import { writePhrase } from '../kit/phrase.tsx';
import { Select } from '../kit/select.tsx';
import { capital } from '../kit/sentence.ts';
import { useReturn } from '../kit/use-return.ts';
import type { Write } from './write.ts';

interface Props {
  readonly suppressions: readonly Suppression[];
  readonly channels: readonly Channel[];
  readonly write: Write | undefined;
}

/** "Do not contact", for any basis. It stands until somebody lifts it here. */
export function Suppressions({ suppressions, channels, write }: Props) {
  const [open, setOpen] = useState(false);
  const [scope, setScope] = useState<string>('all');
  const [source, setSource] = useState('');
  const [wrong, setWrong] = useState<Phrase>();
  const opener = useRef<HTMLButtonElement>(null);
  useReturn(open, () => opener.current);
  const choices = [
    { value: 'all', label: t('suppress_all') },
    ...channels.map((channel) => ({
      value: `channel:${channel}`,
      label: t('suppress_channel', { channel: t(`channel_${channel}`) }),
    })),
    ...PURPOSES.map((purpose) => ({
      value: `purpose:${purpose}`,
      label: t('suppress_purpose', { purpose: t(`purpose_${purpose}`) }),
    })),
  ];
  const add = async (): Promise<void> => {
    const suppression = {
      id: newId(),
      scope: parseScope(scope),
      since: new Date().toISOString(),
      ...(source.trim() ? { source: source.trim() } : {}),
    };
    const refused = await write?.([{ kind: 'suppression', suppression }]);
    setWrong(refused);
    if (refused === undefined) setOpen(false);
  };
  if (!write && suppressions.length === 0) return null;
  return (
    <section className="block" aria-labelledby="suppress-head">
      <h2 id="suppress-head">{t('suppress_head')}</h2>
      {suppressions.map((one) => (
        <Notice key={one.id} tone="bata">
          <p>
            {capital(scopeWords(one.scope))} · {t('kit_since', { at: writeInstant(one.since) })}
          </p>
          {one.source && <p className="soft small">{one.source}</p>}
          {write && (
            <Button
              look="word"
              onClick={() => void write([{ kind: 'suppression-lifted', suppressionId: one.id }]).then(setWrong)}
            >
              {t('suppress_lift')}
            </Button>
          )}
        </Notice>
      ))}
      {wrong && <Notice tone="bata">{writePhrase(wrong)}</Notice>}
      {!write ? null : open ? (
        <form
          className="form"
          aria-label={t('suppress_add')}
          onSubmit={(event) => {
            event.preventDefault();
            void add();
          }}
          onKeyDown={onEscape(() => setOpen(false))}
          noValidate
        >
          <Select label={t('suppress_what')} value={scope} options={choices} onChange={setScope} />
          <TextField
            label={t('suppress_source')}
            hint={t('kit_optional')}
            autoFocus
            value={source}
            onChange={(event) => setSource(event.target.value)}
          />
          <p className="actions">
            <Button look="danger" type="submit">
              {t('suppress_do')}
            </Button>
            <Button look="word" onClick={() => setOpen(false)}>
              {t('kit_cancel')}
            </Button>
          </p>
        </form>
      ) : (
        <p>
          <Button ref={opener} icon={Ban} onClick={() => setOpen(true)}>
            {t('suppress_add')}
          </Button>
        </p>
      )}
    </section>
  );
}

function parseScope(value: string): Suppression['scope'] {
  const [kind, name] = value.split(':');
  const purpose = PURPOSES.find((one) => one === name);
  if (kind === 'purpose' && purpose) return { purpose };
  return kind === 'channel' ? { channel: name as Channel } : 'all';
}

export function scopeWords(scope: Suppression['scope']): string {
  if (scope === 'all') return t('suppress_all');
  if ('purpose' in scope) return t('suppress_purpose', { purpose: t(`purpose_${scope.purpose}`) });
  if ('channel' in scope) return t('suppress_channel', { channel: t(`channel_${scope.channel}`) });
  return t('suppress_client', { client: scope.client });
}
