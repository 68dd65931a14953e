import { Share2 } from 'lucide-react';
import { type FormEvent, useRef, useState } from 'react';
import { DATA_CATEGORIES, type DataCategory } from '@/lib/domain/consent-data.ts';
import { newId } from '@/lib/domain/new-op.ts';
import type { Contact, Disclosure } from '@/lib/domain/person.ts';
import type { Phrase } from '@/lib/domain/verdict.ts';
import { t } from '@/lib/platform/words.ts';
import { Button } from '../kit/button.tsx';
import { onEscape } from '../kit/escape.ts';
import { TextField } from '../kit/field.tsx';
import { FormEnd } from '../kit/form-end.tsx';
import { writeInstant } from '../kit/instant.tsx';
import { writePhrase } from '../kit/phrase.tsx';
import { capital, listed } from '../kit/sentence.ts';
import { Table } from '../kit/table.tsx';
import { useReturn } from '../kit/use-return.ts';
import { instantOf, today } from './days.ts';
import type { Write } from './write.ts';

interface Props {
  readonly contacts: readonly Contact[];
  readonly disclosures: readonly Disclosure[];
  /** Kinds of data that we hold of this person: only they can have been passed on. */
  readonly categories: readonly DataCategory[];
  readonly write: Write | undefined;
}

const SHOWN = 10;

/** Messages to the person, and what of their data went to others. */
export function Told({ contacts, disclosures, categories, write }: Props) {
  const [adding, setAdding] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  useReturn(adding, () => opener.current);
  const newest = contacts.map((contact, at) => ({ ...contact, at, when: contact.at })).toReversed();
  return (
    <section className="block" aria-labelledby="told-head">
      <h2 id="told-head">{t('told_head')}</h2>
      {contacts.length + disclosures.length === 0 && <p className="soft">{t('told_none')}</p>}
      {disclosures.length > 0 && (
        <Table
          caption={t('told_disclosures')}
          showCaption
          rows={disclosures.toReversed()}
          rowKey={({ id }) => id}
          columns={[
            { id: 'at', head: t('told_at'), cell: ({ at }) => writeInstant(at, 'short') },
            { id: 'to', head: t('told_to'), cell: ({ to }) => <span dir="auto">{to}</span> },
            {
              id: 'what',
              head: t('told_what'),
              cell: (one) => capital(listed(one.categories.map((category) => t(`category_${category}`)))),
            },
          ]}
        />
      )}
      {contacts.length > 0 && (
        <Table
          caption={t('told_contacts')}
          showCaption
          rows={newest.slice(0, SHOWN)}
          rowKey={({ at }) => String(at)}
          columns={[
            { id: 'at', head: t('told_at'), cell: ({ when }) => writeInstant(when, 'moment') },
            { id: 'channel', head: t('told_channel'), cell: ({ channel }) => capital(t(`channel_${channel}`)) },
            { id: 'purpose', head: t('told_purpose'), cell: ({ purpose }) => capital(t(`purpose_${purpose}`)) },
          ]}
        />
      )}
      {contacts.length > SHOWN && <p className="soft small">{t('told_older', { count: contacts.length - SHOWN })}</p>}
      {!write ? null : adding ? (
        <DisclosureForm categories={categories} write={write} onDone={() => setAdding(false)} />
      ) : (
        <p>
          <Button icon={Share2} ref={opener} onClick={() => setAdding(true)}>
            {t('told_add')}
          </Button>
        </p>
      )}
    </section>
  );
}

interface FormProps extends Pick<Props, 'categories'> {
  readonly write: Write;
  readonly onDone: () => void;
}

function DisclosureForm({ categories, write, onDone }: FormProps) {
  const [to, setTo] = useState('');
  const [day, setDay] = useState(today());
  const [chosen, setChosen] = useState<readonly DataCategory[]>([]);
  const [tried, setTried] = useState(false);
  const [wrong, setWrong] = useState<Phrase>();
  const offered = DATA_CATEGORIES.filter((category) => categories.includes(category));
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (to.trim() === '' || chosen.length === 0) return;
    const at = instantOf(day, new Date().toISOString());
    const refused = await write([
      { kind: 'disclosed', disclosure: { id: newId(), at, to: to.trim(), categories: chosen } },
    ]);
    setWrong(refused);
    if (refused === undefined) onDone();
  };
  return (
    <form
      className="form"
      aria-label={t('told_add')}
      onSubmit={(event) => void save(event)}
      onKeyDown={onEscape(onDone)}
      noValidate
    >
      <div className="form-grid">
        <TextField
          label={t('told_to')}
          value={to}
          autoFocus
          error={tried && to.trim() === '' ? t('kit_required') : wrong && writePhrase(wrong)}
          onChange={(event) => setTo(event.target.value)}
        />
        <TextField
          label={t('told_at')}
          type="date"
          max={today()}
          value={day}
          onChange={(event) => setDay(event.target.value)}
        />
      </div>
      <fieldset className="ticks">
        <legend className="field-label">{t('told_what')}</legend>
        {offered.map((category) => (
          <label key={category} className="tick">
            <input
              type="checkbox"
              checked={chosen.includes(category)}
              onChange={() =>
                setChosen(offered.filter((one) => (one === category ? !chosen.includes(one) : chosen.includes(one))))
              }
            />
            {capital(t(`category_${category}`))}
          </label>
        ))}
        {tried && chosen.length === 0 && (
          <p className="field-error" role="alert">
            {t('told_choose')}
          </p>
        )}
      </fieldset>
      <FormEnd save={t('told_record')} onCancel={onDone} />
    </form>
  );
}
