import { type FormEvent, useState } from 'react';
import { CLASSES } from '@/lib/domain/enums.ts';
import type { Term } from '@/lib/domain/topic.ts';
import type { Phrase } from '@/lib/domain/verdict.ts';
import { t } from '@/lib/platform/words.ts';
import { Button } from '../kit/button.tsx';
import { onEscape } from '../kit/escape.ts';
import { TextArea } from '../kit/field.tsx';
import { Notice } from '../kit/notice.tsx';
import { writePhrase } from '../kit/phrase.tsx';
import { Select } from '../kit/select.tsx';
import { capital } from '../kit/sentence.ts';
import { PersonPicker } from './person-picker.tsx';
import type { KnownPerson } from './terms.tsx';
import type { Write } from './write.ts';

interface Props {
  readonly term?: Term;
  readonly names: ReadonlyMap<string, string>;
  readonly find: (query: string) => Promise<readonly KnownPerson[]>;
  readonly write: Write;
  readonly onDone: () => void;
}

export const lines = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

export function TermForm({ term, names, find, write, onDone }: Props) {
  const [phrases, setPhrases] = useState(term?.phrases.join('\n') ?? '');
  const [secrecy, setSecrecy] = useState(term?.class ?? 'secret');
  const [cleared, setCleared] = useState<readonly string[]>(term?.cleared ?? []);
  const [added, setAdded] = useState<ReadonlyMap<string, string>>(new Map());
  const [missing, setMissing] = useState(false);
  const [wrong, setWrong] = useState<Phrase>();
  const done = (refused: Phrase | undefined): void => {
    setWrong(refused);
    if (refused === undefined) onDone();
  };
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setMissing(lines(phrases).length === 0);
    if (lines(phrases).length > 0)
      done(await write([{ kind: 'term', term: { phrases: lines(phrases), class: secrecy, cleared } }]));
  };
  return (
    <form
      className="form"
      aria-label={t('terms_form')}
      onSubmit={(event) => void save(event)}
      onKeyDown={onEscape(onDone)}
      noValidate
    >
      <TextArea
        label={t('terms_phrases')}
        hint={t('terms_phrases_hint')}
        autoFocus
        value={phrases}
        error={missing ? t('kit_required') : undefined}
        onChange={(event) => setPhrases(event.target.value)}
      />
      <Select
        label={t('terms_class')}
        value={secrecy}
        onChange={setSecrecy}
        options={CLASSES.map((value) => ({ value, label: capital(t(`class_${value}`)) }))}
      />
      <PersonPicker
        label={t('terms_who')}
        chosen={cleared}
        nameOf={(id) => added.get(id) ?? names.get(id) ?? id}
        find={find}
        onAdd={(person) => {
          setCleared([...cleared, person.id]);
          setAdded(new Map([...added, [person.id, person.name]]));
        }}
        onRemove={(id) => setCleared(cleared.filter((one) => one !== id))}
      />
      {wrong && <Notice tone="bata">{writePhrase(wrong)}</Notice>}
      <p className="actions">
        <Button look="safe" type="submit">
          {t('kit_save')}
        </Button>
        <Button look="word" onClick={onDone}>
          {t('kit_cancel')}
        </Button>
        {term && (
          <Button look="quiet" onClick={() => void write([{ kind: 'removed' }]).then(done)}>
            {t('terms_remove')}
          </Button>
        )}
      </p>
    </form>
  );
}
