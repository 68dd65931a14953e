import type { PersonState } from '@/lib/domain/person.ts';
import { t } from '@/lib/platform/words.ts';
import { addressWords } from '../kit/address.ts';
import { EditOrRemove } from '../kit/edit-or-remove.tsx';
import { writeInstant } from '../kit/instant.tsx';
import { capital } from '../kit/sentence.ts';
import { PersonFacts } from './person-facts.tsx';
import type { KnownPerson } from './terms.tsx';

interface Props {
  readonly state: PersonState;
  readonly guardian?: KnownPerson;
  /** Undefined: it is only read here. */
  readonly onEdit?: () => void;
  readonly onRemove?: () => void;
}

export function PersonHead({ state, guardian, onEdit, onRemove }: Props) {
  const { person, points } = state;
  const { source } = person;
  // Somebody without an outlet is known by a handle.
  const handle = points.find(({ channel }) => channel.endsWith('_dm') || channel === 'telegram');
  const at = person.outlet || (handle && addressWords(handle.address, handle.channel));
  return (
    <header className="person-head">
      <div>
        <h1 id="person-name" dir="auto">
          {person.name}
        </h1>
        <p className="soft" dir="auto">
          {[capital(t(`role_${person.role}`)), at].filter(Boolean).join(' · ')}
        </p>
        {source && (
          <p className="soft small">
            {t('person_source', { source: [t(`source_${source.type}`), source.detail].filter(Boolean).join(', ') })}
            {source.collectedAt && ` · ${writeInstant(source.collectedAt)}`}
          </p>
        )}
        {[...person.topics, ...person.groups].length > 0 && (
          <p className="soft small">{[...person.topics, ...person.groups].join(' · ')}</p>
        )}
      </div>
      {onEdit && onRemove && (
        <EditOrRemove
          edit={t('person_edit')}
          remove={t('person_remove')}
          sure={t('person_sure')}
          onEdit={onEdit}
          onRemove={onRemove}
        />
      )}
      <PersonFacts person={person} {...(guardian ? { guardian } : {})} />
    </header>
  );
}
