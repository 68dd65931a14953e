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

interface Props {
  readonly person?: Person;
  readonly onSave: (fields: PersonFields) => Promise<Phrase | undefined>;
  readonly onCancel: () => void;
}

const split = (text: string): readonly string[] =>
  text
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');

/** What is known of a person, apart from addresses and consent. */
export function PersonForm({ person, onSave, onCancel }: Props) {
  const [name, setName] = useState(person?.name ?? '');
  const [outlet, setOutlet] = useState(person?.outlet ?? '');
  const [role, setRole] = useState(person?.role ?? 'journalist');
  const [ageBand, setAgeBand] = useState(person?.ageBand ?? 'unknown');
  const [clearance, setClearance] = useState(person?.clearance ?? 'public');
  const [timezone, setTimezone] = useState(person?.timezone ?? '');
  const [groups, setGroups] = useState(person?.groups.join(', ') ?? '');
  const [topics, setTopics] = useState(person?.topics.join(', ') ?? '');
  const [wrong, setWrong] = useState<Phrase>();
  const [missing, setMissing] = useState(false);

  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setMissing(name.trim() === '');
    if (name.trim() === '') return;
    const fields = {
      name: name.trim(),
      outlet: outlet.trim(),
      role,
      ageBand,
      clearance,
      timezone: timezone.trim(),
      groups: split(groups),
      topics: split(topics),
    };
    setWrong(await onSave(fields));
  };

  return (
    <form className="form" onSubmit={(event) => void save(event)} onKeyDown={onEscape(onCancel)} noValidate>
      <div className="form-grid">
        <TextField
          label={t('person_name')}
          value={name}
          autoFocus
          onChange={(event) => setName(event.target.value)}
          error={missing ? t('kit_required') : undefined}
        />
        <TextField label={t('person_outlet')} value={outlet} onChange={(event) => setOutlet(event.target.value)} />
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
        <Select
          label={t('person_clearance')}
          hint={t('person_clearance_hint')}
          value={clearance}
          onChange={setClearance}
          options={CLASSES.map((value) => ({ value, label: capital(t(`class_${value}`)) }))}
        />
        <TextField
          label={t('person_timezone')}
          hint={t('person_timezone_hint')}
          value={timezone}
          onChange={(event) => setTimezone(event.target.value)}
        />
        <TextField
          label={t('person_topics')}
          hint={t('person_commas')}
          value={topics}
          onChange={(event) => setTopics(event.target.value)}
        />
        <TextField
          label={t('person_groups')}
          hint={t('person_commas')}
          value={groups}
          onChange={(event) => setGroups(event.target.value)}
        />
      </div>
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
