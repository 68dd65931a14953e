import { useState } from 'react';
import { t } from '@/lib/platform/words.ts';
import { Button } from '../kit/button.tsx';
import { TextField } from '../kit/field.tsx';
import type { KnownPerson } from './terms.tsx';

interface Props {
  readonly label: string;
  readonly chosen: readonly string[];
  readonly nameOf: (id: string) => string;
  readonly find: (query: string) => Promise<readonly KnownPerson[]>;
  readonly onAdd: (person: KnownPerson) => void;
  /** Absent: what was chosen before stays. */
  readonly onRemove?: (id: string) => void;
}

/** People by their name, found as one types. */
export function PersonPicker({ label, chosen, nameOf, find, onAdd, onRemove }: Props) {
  const [query, setQuery] = useState('');
  const [found, setFound] = useState<readonly KnownPerson[]>([]);
  const search = async (text: string): Promise<void> => {
    setQuery(text);
    setFound(text.trim() === '' ? [] : await find(text));
  };
  const fresh = found.filter(({ id }) => !chosen.includes(id));
  return (
    <div className="picker">
      <TextField
        label={label}
        type="search"
        value={query}
        placeholder={t('people_find_hint')}
        onChange={(event) => void search(event.target.value)}
      />
      <ul className="points">
        {fresh.map((person) => (
          <li key={person.id}>
            <span dir="auto">{[person.name, person.outlet].filter(Boolean).join(' · ')}</span>
            <Button
              look="word"
              onClick={() => {
                onAdd(person);
                void search('');
              }}
            >
              {t('picker_add', { name: person.name })}
            </Button>
          </li>
        ))}
        {chosen.map((id) => (
          <li key={id}>
            <strong dir="auto">{nameOf(id)}</strong>
            {onRemove && (
              <Button
                look="quiet"
                onClick={() => onRemove(id)}
                aria-label={t('points_remove_one', { address: nameOf(id) })}
              >
                {t('points_remove')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
