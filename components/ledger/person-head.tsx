import { Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { Person } from '@/lib/domain/person.ts';
import { t } from '@/lib/platform/words.ts';
import { Button } from '../kit/button.tsx';
import { writeInstant } from '../kit/instant.tsx';
import { capital } from '../kit/sentence.ts';

interface Props {
  readonly person: Person;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}

export function PersonHead({ person, onEdit, onRemove }: Props) {
  const [sure, setSure] = useState(false);
  const { source } = person;
  return (
    <header className="person-head">
      <div>
        <h1 id="person-name" dir="auto">
          {person.name}
        </h1>
        <p className="soft" dir="auto">
          {[
            capital(t(`role_${person.role}`)),
            person.outlet,
            person.ageBand === 'child' && t('age_child'),
            person.timezone,
          ]
            .filter(Boolean)
            .join(' · ')}
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
      {sure ? (
        <p className="actions">
          <span>{t('person_sure')}</span>
          <Button look="danger" onClick={onRemove}>
            {t('person_remove')}
          </Button>
          <Button look="word" onClick={() => setSure(false)}>
            {t('kit_cancel')}
          </Button>
        </p>
      ) : (
        <p className="actions">
          <Button icon={Pencil} onClick={onEdit}>
            {t('person_edit')}
          </Button>
          <Button look="quiet" icon={Trash2} onClick={() => setSure(true)}>
            {t('person_remove')}
          </Button>
        </p>
      )}
    </header>
  );
}
