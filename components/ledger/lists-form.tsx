import { type FormEvent, useState } from 'react';
import { AGE_BANDS, CHANNELS, DATUM_KINDS, PURPOSES, SOURCE_TYPES, SUBJECT_ROLES } from '@/lib/domain/enums.ts';
import { newId } from '@/lib/domain/new-op.ts';
import type { SavedList, SegmentRule } from '@/lib/domain/saved-list.ts';
import type { FacetField, Facets } from '@/lib/domain/segment.ts';
import type { Phrase } from '@/lib/domain/verdict.ts';
import { t } from '@/lib/platform/words.ts';
import { Disclosure } from '../kit/disclosure.tsx';
import { onEscape } from '../kit/escape.ts';
import { TextField } from '../kit/field.tsx';
import { FormEnd } from '../kit/form-end.tsx';
import { writePhrase } from '../kit/phrase.tsx';
import { Select } from '../kit/select.tsx';
import { capital } from '../kit/sentence.ts';
import { Ticks } from './lists-ticks.tsx';

interface Props {
  readonly list: SavedList | undefined;
  /** What a new list begins with. */
  readonly purpose: SavedList['purpose'];
  readonly facets: Facets;
  /** With each change, so that what the rule comes to is seen while it is made. */
  readonly onDraft: (list: SavedList) => void;
  readonly onSave: (list: SavedList) => Promise<Phrase | undefined>;
  readonly onCancel: () => void;
}

const WORDS: readonly FacetField[] = ['groups', 'outlets', 'topics', 'clients'];
/** Public posts and comments are written to nobody. */
const TO_PEOPLE = CHANNELS.filter((channel) => channel !== 'public_post' && channel !== 'social_comment');

/** A rule by ticking words that are there already, with the number of people beside each. */
export function ListForm({ list, purpose, facets, onDraft, onSave, onCancel }: Props) {
  const [draft, setDraft] = useState<SavedList>(
    () => list ?? { id: newId(), name: '', rule: {}, purpose, channel: 'email' },
  );
  const [wrong, setWrong] = useState<string>();
  const change = (more: Partial<SavedList>): void => {
    const next = { ...draft, ...more };
    setDraft(next);
    onDraft(next);
  };
  const choose = <F extends keyof SegmentRule>(field: F, chosen: NonNullable<SegmentRule[F]>): void => {
    const { [field]: _, ...rest } = draft.rule;
    change({ rule: chosen.length > 0 ? { ...rest, [field]: chosen } : rest });
  };
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const name = draft.name.trim();
    if (name === '') return setWrong(t('kit_required'));
    const refused = await onSave({ ...draft, name });
    setWrong(refused && writePhrase(refused));
  };
  const { rule } = draft;
  const rare = [...(rule.sources ?? []), ...(rule.ages ?? []), ...(rule.data ?? [])].length > 0;
  return (
    <form className="form" onSubmit={(event) => void save(event)} onKeyDown={onEscape(onCancel)} noValidate>
      <div className="form-grid">
        <TextField
          label={t('lists_name')}
          value={draft.name}
          autoFocus
          error={wrong}
          onChange={(event) => change({ name: event.target.value })}
        />
        <Select
          label={t('lists_for')}
          value={draft.purpose}
          onChange={(value) => change({ purpose: value })}
          options={PURPOSES.map((value) => ({ value, label: capital(t(`purpose_${value}`)) }))}
        />
        <Select
          label={t('lists_by')}
          value={draft.channel}
          onChange={(value) => change({ channel: value })}
          options={TO_PEOPLE.map((value) => ({ value, label: capital(t(`channel_${value}`)) }))}
        />
      </div>
      <h3>{t('lists_rule')}</h3>
      <p className="soft small">{t('lists_rule_hint')}</p>
      {WORDS.map((field) => (
        <Ticks
          key={field}
          legend={t(`lists_${field}`)}
          options={facets[field].map(([value, count]) => ({ value, label: value, count }))}
          chosen={rule[field] ?? []}
          onChange={(chosen) => choose(field, chosen)}
        />
      ))}
      <Ticks
        legend={t('lists_roles')}
        options={SUBJECT_ROLES.map((value) => ({ value, label: t(`role_${value}`) }))}
        chosen={rule.roles ?? []}
        onChange={(chosen) => choose('roles', chosen)}
      />
      <Disclosure summary={t('lists_rare')} open={rare}>
        <div className="form">
          <Ticks
            legend={t('lists_sources')}
            options={SOURCE_TYPES.map((value) => ({ value, label: t(`source_${value}`) }))}
            chosen={rule.sources ?? []}
            onChange={(chosen) => choose('sources', chosen)}
          />
          <Ticks
            legend={t('lists_ages')}
            options={AGE_BANDS.map((value) => ({ value, label: t(`age_${value}`) }))}
            chosen={rule.ages ?? []}
            onChange={(chosen) => choose('ages', chosen)}
          />
          <Ticks
            legend={t('lists_data')}
            options={DATUM_KINDS.map((value) => ({ value, label: t(`datum_${value}`) }))}
            chosen={rule.data ?? []}
            onChange={(chosen) => choose('data', chosen)}
          />
        </div>
      </Disclosure>
      <FormEnd save={t('lists_save')} onCancel={onCancel} />
    </form>
  );
}
