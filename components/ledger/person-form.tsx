import { type FormEvent, useState } from 'react';
import { AGE_BANDS, CLASSES, SUBJECT_ROLES } from '@/lib/domain/enums.ts';
import type { PersonFields } from '@/lib/domain/op.ts';
import type { Person } from '@/lib/domain/person.ts';
import type { Phrase } from '@/lib/domain/verdict.ts';
import { t } from '@/lib/platform/words.ts';
import { Button } from '../kit/button.tsx';
import { onEscape } from '../kit/escape.ts';
import { TextField } from '../kit/field.tsx';
import { Notice } from '../kit/notice.tsx';
import { PhraseText } from '../kit/phrase.tsx';
import { Select } from '../kit/select.tsx';
import { capital } from '../kit/sentence.ts';
import { languageName } from './person-facts.tsx';
import { PersonPicker } from './person-picker.tsx';
import { draftOf, SourceFields, sourceOf } from './person-source.tsx';
import type { KnownPerson } from './terms.tsx';

interface Props {
  readonly person?: Person;
  readonly guardian?: KnownPerson;
  readonly find: (query: string) => Promise<readonly KnownPerson[]>;
  readonly onSave: (fields: PersonFields) => Promise<Phrase | undefined>;
  readonly onCancel: () => void;
}

const LANGUAGES = ['', 'id', 'en', 'jv', 'su', 'ms', 'zh'] as const;

const split = (text: string): readonly string[] =>
  text
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');

/** What is known of a person, apart from addresses and consent. */
export function PersonForm({ person, guardian, find, onSave, onCancel }: Props) {
  const [text, setText] = useState({
    name: person?.name ?? '',
    outlet: person?.outlet ?? '',
    timezone: person?.timezone ?? '',
    honorific: person?.honorific ?? '',
    nicknames: person?.nicknames.join(', ') ?? '',
    groups: person?.groups.join(', ') ?? '',
    topics: person?.topics.join(', ') ?? '',
    clients: person?.clients.join(', ') ?? '',
  });
  const [role, setRole] = useState(person?.role ?? 'journalist');
  const [ageBand, setAgeBand] = useState(person?.ageBand ?? 'unknown');
  const [clearance, setClearance] = useState(person?.clearance ?? 'public');
  const [language, setLanguage] = useState(person?.language ?? '');
  const [warden, setWarden] = useState(guardian);
  const [source, setSource] = useState(draftOf(person?.source));
  const [wrong, setWrong] = useState<Phrase>();
  const [missing, setMissing] = useState(false);

  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setMissing(text.name.trim() === '');
    if (text.name.trim() === '') return;
    const from = sourceOf(source, new Date().toISOString());
    const fields: PersonFields = {
      name: text.name.trim(),
      outlet: text.outlet.trim(),
      role,
      ageBand,
      clearance,
      timezone: text.timezone.trim(),
      language,
      honorific: text.honorific.trim(),
      nicknames: split(text.nicknames),
      groups: split(text.groups),
      topics: split(text.topics),
      clients: split(text.clients),
      ...(warden?.id === guardian?.id ? {} : { guardianId: warden?.id ?? '' }),
      ...(from ? { source: from } : {}),
    };
    setWrong(await onSave(fields));
  };
  const field = (name: keyof typeof text, label: string, hint?: string) => (
    <TextField
      label={label}
      hint={hint}
      value={text[name]}
      onChange={(event) => setText({ ...text, [name]: event.target.value })}
    />
  );
  const languages = [...new Set([...LANGUAGES, language])];

  return (
    <form className="form" onSubmit={(event) => void save(event)} onKeyDown={onEscape(onCancel)} noValidate>
      <div className="form-grid">
        <TextField
          label={t('person_name')}
          value={text.name}
          autoFocus
          onChange={(event) => setText({ ...text, name: event.target.value })}
          error={missing ? t('kit_required') : undefined}
        />
        {field('outlet', t('person_outlet'))}
        <Select
          label={t('person_role')}
          value={role}
          onChange={setRole}
          options={SUBJECT_ROLES.map((value) => ({ value, label: capital(t(`role_${value}`)) }))}
        />
        <Select
          label={t('person_age')}
          value={ageBand}
          onChange={setAgeBand}
          options={AGE_BANDS.map((value) => ({ value, label: capital(t(`age_${value}`)) }))}
        />
        {field('honorific', t('who_honorific'), t('who_honorific_hint'))}
        {field('nicknames', t('who_nicknames'), t('person_commas'))}
        <Select
          label={t('who_language')}
          value={language}
          onChange={setLanguage}
          options={languages.map((value) => ({
            value,
            label: capital(value === '' ? t('who_language_unsaid') : languageName(value)),
          }))}
        />
        {field('timezone', t('person_timezone'), t('person_timezone_hint'))}
        <Select
          label={t('person_clearance')}
          hint={t('person_clearance_hint')}
          value={clearance}
          onChange={setClearance}
          options={CLASSES.map((value) => ({ value, label: capital(t(`class_${value}`)) }))}
        />
        {field('topics', t('person_topics'), t('person_commas'))}
        {field('groups', t('person_groups'), t('person_commas'))}
        {field('clients', t('who_clients'), t('person_commas'))}
        <SourceFields label={t('who_source')} unsaid={t('who_source_unsaid')} draft={source} onChange={setSource} />
      </div>
      {(ageBand === 'child' || warden) && (
        <>
          <PersonPicker
            label={t('who_guardian_choose')}
            chosen={warden ? [warden.id] : []}
            nameOf={() => warden?.name ?? ''}
            find={async (query) => (await find(query)).filter(({ id }) => id !== person?.id)}
            onAdd={setWarden}
            onRemove={() => setWarden(undefined)}
          />
          <p className="field-hint">{t('who_guardian_hint')}</p>
        </>
      )}
      {wrong && (
        <Notice tone="bata" live>
          <PhraseText phrase={wrong} />
        </Notice>
      )}
      <p className="actions">
        <Button look="safe" type="submit">
          {person ? t('kit_save') : t('people_add')}
        </Button>
        <Button look="word" onClick={onCancel}>
          {t('kit_cancel')}
        </Button>
      </p>
    </form>
  );
}
