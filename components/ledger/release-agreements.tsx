import { useState } from 'react';
import type { EmbargoAgreement, Release } from '@/lib/domain/topic.ts';
import type { Phrase } from '@/lib/domain/verdict.ts';
import { t } from '@/lib/platform/words.ts';
import { Button } from '../kit/button.tsx';
import { Chip } from '../kit/chip.tsx';
import { onEscape } from '../kit/escape.ts';
import { TextArea, TextField } from '../kit/field.tsx';
import { FormEnd } from '../kit/form-end.tsx';
import { writeInstant } from '../kit/instant.tsx';
import { writePhrase } from '../kit/phrase.tsx';
import { instantOf, today } from './days.ts';
import { PersonPicker } from './person-picker.tsx';
import type { KnownPerson } from './terms.tsx';
import type { Write } from './write.ts';

interface Props {
  readonly release: Release;
  readonly names: ReadonlyMap<string, string>;
  readonly find: (query: string) => Promise<readonly KnownPerson[]>;
  readonly write: Write;
}

/** Who agreed to wait until this very moment, by what evidence; and whose word was about an earlier one. */
export function ReleaseAgreements({ release, names, find, write }: Props) {
  const [adding, setAdding] = useState(false);
  const { agreements, lapsed = [] } = release;
  return (
    <>
      {agreements.length + lapsed.length === 0 ? (
        <p className="small">{t('releases_nobody')}</p>
      ) : (
        <ul className="small release-agreements">
          {agreements.map((one) => (
            <Line key={one.personId} agreement={one} name={names.get(one.personId) ?? one.personId} />
          ))}
          {lapsed.map((one) => (
            <Line key={one.personId} agreement={one} name={names.get(one.personId) ?? one.personId} lapsed />
          ))}
        </ul>
      )}
      {adding ? (
        <AgreementForm release={release} find={find} write={write} onDone={() => setAdding(false)} />
      ) : (
        <p>
          <Button look="word" onClick={() => setAdding(true)}>
            {t('release_agreement_add')}
          </Button>
        </p>
      )}
    </>
  );
}

interface LineProps {
  readonly agreement: EmbargoAgreement;
  readonly name: string;
  readonly lapsed?: boolean;
}

function Line({ agreement, name, lapsed }: LineProps) {
  const { agreedAt, evidence } = agreement;
  const proof = evidence && [evidence.excerpt && `“${evidence.excerpt}”`, evidence.locator].filter(Boolean).join(' · ');
  return (
    <li>
      {t('release_agreed_on', { name, at: writeInstant(agreedAt, 'short') })}{' '}
      <span className="soft">{proof || t('release_no_evidence')}</span>{' '}
      {lapsed && <Chip tone="kunyit">{t('release_lapsed')}</Chip>}
    </li>
  );
}

function AgreementForm({ release, find, write, onDone }: Omit<Props, 'names'> & { readonly onDone: () => void }) {
  const [person, setPerson] = useState<KnownPerson>();
  const [on, setOn] = useState(today());
  const [excerpt, setExcerpt] = useState('');
  const [locator, setLocator] = useState('');
  const [wrong, setWrong] = useState<Phrase>();
  const save = async (): Promise<void> => {
    if (!person) return setWrong({ key: 'release_need_person' });
    const [words, where] = [excerpt.trim(), locator.trim()];
    const evidence = {
      kind: 'message_ref' as const,
      ...(words ? { excerpt: words } : {}),
      ...(where ? { locator: where } : {}),
    };
    const agreement: EmbargoAgreement = {
      personId: person.id,
      agreedAt: instantOf(on, new Date().toISOString()),
      liftsAt: release.liftsAt,
      zone: release.zone,
      ...(words || where ? { evidence } : {}),
    };
    const refused = await write([{ kind: 'agreement', agreement }]);
    setWrong(refused);
    if (!refused) onDone();
  };
  return (
    <form
      className="form"
      aria-label={t('release_agreement_add')}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={onEscape(onDone)}
      noValidate
    >
      <PersonPicker
        label={t('release_agreement_who')}
        chosen={person ? [person.id] : []}
        nameOf={() => person?.name ?? ''}
        find={find}
        onAdd={setPerson}
        onRemove={() => setPerson(undefined)}
      />
      <TextField
        label={t('consent_on')}
        type="date"
        value={on}
        max={today()}
        onChange={(event) => setOn(event.target.value)}
      />
      <TextArea
        label={t('consent_excerpt')}
        hint={t('consent_excerpt_hint')}
        maxLength={280}
        rows={2}
        value={excerpt}
        onChange={(event) => setExcerpt(event.target.value)}
      />
      <TextField
        label={t('consent_locator')}
        hint={t('consent_locator_hint')}
        value={locator}
        onChange={(event) => setLocator(event.target.value)}
      />
      <FormEnd save={t('kit_save')} onCancel={onDone} wrong={wrong && writePhrase(wrong)} />
    </form>
  );
}
