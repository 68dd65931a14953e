import { type FormEvent, useState } from 'react';
import { CHANNELS } from '@/lib/domain/enums.ts';
import type { Phrase } from '@/lib/domain/verdict.ts';
import { t } from '@/lib/platform/words.ts';
import { onEscape } from '../kit/escape.ts';
import { TextArea, TextField } from '../kit/field.tsx';
import { FormEnd } from '../kit/form-end.tsx';
import { Notice } from '../kit/notice.tsx';
import { writePhrase } from '../kit/phrase.tsx';
import { Select } from '../kit/select.tsx';
import { capital } from '../kit/sentence.ts';
import type { TaughtEdit, TaughtView } from './taught-view.ts';

interface Props {
  readonly site: TaughtView;
  /** What is wrong with it; nothing: it is kept. */
  readonly onSave: (edit: TaughtEdit) => Promise<readonly Phrase[]>;
  readonly onCancel: () => void;
}

const KEYS = ['enter', 'mod-enter', 'none'] as const;

/** The hooks themselves, for who knows them: one way a line, best first. */
export function TaughtForm({ site, onSave, onCancel }: Props) {
  const [name, setName] = useState(site.name);
  const [channel, setChannel] = useState(site.channel);
  const [keys, setKeys] = useState(site.boxes.map((box) => box.keys));
  const [lines, setLines] = useState<Readonly<Record<string, string>>>(
    Object.fromEntries(site.boxes.flatMap((box) => box.fields.map((field) => [field.path, field.lines]))),
  );
  const [wrong, setWrong] = useState<readonly Phrase[]>([]);
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setWrong(await onSave({ name, channel, keys, lines }));
  };
  return (
    <form
      className="form"
      aria-label={t('taught_edit')}
      onSubmit={(event) => void save(event)}
      onKeyDown={onEscape(onCancel)}
      noValidate
    >
      <p className="soft">{t('taught_edit_what')}</p>
      <TextField label={t('taught_name')} autoFocus value={name} onChange={(event) => setName(event.target.value)} />
      <Select
        label={t('taught_channel')}
        value={channel}
        onChange={setChannel}
        options={CHANNELS.map((value) => ({ value, label: capital(t(`channel_${value}`)) }))}
      />
      {site.boxes.map((box, at) => (
        <fieldset key={box.name} className="taught-box">
          {site.boxes.length > 1 && <legend className="field-label">{t('taught_box', { name: box.name })}</legend>}
          {box.fields.map(({ path, label }) => (
            <TextArea
              key={path}
              label={writePhrase(label)}
              className="code"
              spellCheck={false}
              value={lines[path] ?? ''}
              onChange={(event) => setLines({ ...lines, [path]: event.target.value })}
            />
          ))}
          <Select
            label={t('taught_keys')}
            value={keys[at] ?? box.keys}
            onChange={(value) => setKeys(keys.map((one, place) => (place === at ? value : one)))}
            options={KEYS.map((value) => ({ value, label: t(`taught_keys_${value}`) }))}
          />
        </fieldset>
      ))}
      {wrong.length > 0 && (
        <Notice tone="bata" live>
          <ul className="plain-list">
            {wrong.map((phrase) => (
              <li key={writePhrase(phrase)}>{writePhrase(phrase)}</li>
            ))}
          </ul>
        </Notice>
      )}
      <FormEnd save={t('kit_save')} onCancel={onCancel} />
    </form>
  );
}
