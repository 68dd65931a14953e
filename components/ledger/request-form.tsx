import { useState } from 'react';
import { REQUEST_TYPES, type RequestType } from '@/lib/domain/enums.ts';
import type { Phrase } from '@/lib/domain/verdict.ts';
import { t } from '@/lib/platform/words.ts';
import { onEscape } from '../kit/escape.ts';
import { TextArea, TextField } from '../kit/field.tsx';
import { FormEnd } from '../kit/form-end.tsx';
import { writePhrase } from '../kit/phrase.tsx';
import { Select } from '../kit/select.tsx';
import { capital } from '../kit/sentence.ts';
import { PersonPicker } from './person-picker.tsx';
import { Due } from './request-due.tsx';
import type { DueView, NewRequest } from './request-view.ts';
import type { KnownPerson } from './terms.tsx';
import { instantIn, partsIn } from './zones.ts';

interface Props {
  readonly zones: readonly string[];
  readonly now: string;
  readonly find: (query: string) => Promise<readonly KnownPerson[]>;
  readonly dueOf: (request: Pick<NewRequest, 'type' | 'receivedAt' | 'zone'>) => DueView;
  readonly record: (request: NewRequest) => Promise<Phrase | undefined>;
  readonly onDone: () => void;
}

/** Who says one of these wants no more messages while it runs. */
const STOPS: ReadonlySet<RequestType> = new Set(['erase', 'destroy', 'withdraw', 'object', 'restrict']);

/** Who asked what, when and where it came in. The due time is shown before it is saved. */
export function RequestForm({ zones, now, find, dueOf, record, onDone }: Props) {
  const [person, setPerson] = useState<KnownPerson>();
  const [type, setType] = useState<RequestType>('access');
  const [zone, setZone] = useState(zones[0] ?? 'WIB');
  const [day, setDay] = useState(partsIn(now, zone).day);
  const [time, setTime] = useState(partsIn(now, zone).time);
  const [words, setWords] = useState('');
  const [stop, setStop] = useState(true);
  const [wrong, setWrong] = useState<Phrase>();
  const receivedAt = instantIn(day, time, zone);
  const ahead = receivedAt !== undefined && Date.parse(receivedAt) > Date.parse(now);
  const stops = STOPS.has(type);
  const save = async (): Promise<void> => {
    if (!person) return setWrong({ key: 'request_who_missing' });
    if (receivedAt === undefined || ahead) return setWrong({ key: 'request_when_wrong' });
    const refused = await record({
      personId: person.id,
      type,
      receivedAt,
      zone,
      words: words.trim(),
      stop: stops && stop,
    });
    setWrong(refused);
    if (refused === undefined) onDone();
  };
  return (
    <form
      className="form"
      aria-label={t('requests_add')}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={onEscape(onDone)}
      noValidate
    >
      <PersonPicker
        label={t('requests_who')}
        chosen={person ? [person.id] : []}
        nameOf={() => person?.name ?? ''}
        find={find}
        onAdd={setPerson}
        onRemove={() => setPerson(undefined)}
      />
      <Select
        label={t('request_type')}
        value={type}
        options={REQUEST_TYPES.map((value) => ({ value, label: capital(t(`request_${value}`)) }))}
        onChange={setType}
      />
      <div className="actions">
        <TextField label={t('request_day')} type="date" value={day} onChange={(event) => setDay(event.target.value)} />
        <TextField
          label={t('request_time')}
          type="time"
          value={time}
          onChange={(event) => setTime(event.target.value)}
        />
        <Select
          label={t('request_zone')}
          value={zone}
          options={zones.map((value) => ({ value, label: value }))}
          onChange={setZone}
        />
      </div>
      <TextArea
        label={t('request_words')}
        hint={t('kit_optional')}
        maxLength={2_000}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      {stops && (
        <label className="tick">
          <input type="checkbox" checked={stop} onChange={(event) => setStop(event.target.checked)} />{' '}
          {t('request_stop_now')}
        </label>
      )}
      {receivedAt !== undefined && !ahead && (
        <p aria-live="polite">
          {t('requests_due')}: <Due due={dueOf({ type, receivedAt, zone })} now={now} />
        </p>
      )}
      <FormEnd save={t('request_save')} onCancel={onDone} wrong={wrong && writePhrase(wrong)} />
    </form>
  );
}
