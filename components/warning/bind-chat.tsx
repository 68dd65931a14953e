import { UserPlus } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { Channel } from '@/lib/domain/enums.ts';
import type { Subject } from '@/lib/domain/verdict.ts';
import { t } from '@/lib/platform/words.ts';
import { addressWords } from '../kit/address.ts';
import { Button } from '../kit/button.tsx';
import { CandidateWords } from '../kit/candidate-words.tsx';
import { onEscape } from '../kit/escape.ts';
import { TextField } from '../kit/field.tsx';
import { Notice } from '../kit/notice.tsx';
import { Select } from '../kit/select.tsx';
import type { Candidate, RecordForm } from './view.ts';

interface Props {
  readonly subjects: readonly Subject[];
  readonly channel: Channel;
  readonly find: (query: string) => Promise<readonly Candidate[]>;
  readonly onRecord: (form: RecordForm) => Promise<boolean>;
  /** Absent: what unfolded it folds it again. */
  readonly onCancel?: () => void;
}

/** One field: who it is, found as one types; and who is not there yet is added under the name that was typed. */
export function BindChat({ subjects, channel, find, onRecord, onCancel }: Props) {
  const [address, setAddress] = useState(subjects[0]?.address ?? '');
  const shown = subjects.find((each) => each.address === address);
  const [query, setQuery] = useState(shown?.name ?? '');
  const [found, setFound] = useState<{ readonly of: string; readonly people: readonly Candidate[] }>();
  const [failed, setFailed] = useState(false);
  const latest = useRef(query);
  const finder = useRef(find);
  finder.current = find;

  // Most chats are titled with the name of their person: the first answer is often the right one.
  useEffect(() => {
    latest.current = query;
    if (query.trim() === '') return setFound(undefined);
    void finder.current(query).then((people) => latest.current === query && setFound({ of: query, people }));
  }, [query]);

  const record = async (form: RecordForm): Promise<void> => setFailed(!(await onRecord(form)));
  const name = query.trim();
  return (
    <form
      className="form"
      aria-label={t('fix_bind-chat')}
      onSubmit={(event) => event.preventDefault()}
      onKeyDown={onCancel && onEscape(onCancel)}
    >
      {subjects.length > 1 && (
        <Select
          label={t('warning_which_chat')}
          value={address}
          options={subjects.map((each) => ({ value: each.address, label: addressWords(each.address, channel) }))}
          onChange={(to) => {
            setAddress(to);
            setQuery(subjects.find((each) => each.address === to)?.name ?? '');
          }}
        />
      )}
      <TextField
        label={t('warning_bind_to')}
        hint={t('warning_bind_hint')}
        type="search"
        value={query}
        autoFocus
        onChange={(event) => setQuery(event.target.value)}
      />
      <ul className="candidates" aria-label={t('warning_bind_found')}>
        {found?.people.map((person) => (
          <li key={person.id}>
            <Button onClick={() => void record({ kind: 'bind-chat', personId: person.id, address, channel })}>
              <CandidateWords {...person} />
            </Button>
          </li>
        ))}
        {name !== '' && (
          <li>
            <Button
              look="word"
              icon={UserPlus}
              onClick={() => void record({ kind: 'add-person', name, address, channel })}
            >
              {t('warning_bind_new', { name })}
            </Button>
          </li>
        )}
      </ul>
      <p role="status" className="told">
        {found && t('warning_bind_count', { count: found.people.length })}
      </p>
      {onCancel && (
        <p>
          <Button look="word" onClick={onCancel}>
            {t('kit_cancel')}
          </Button>
        </p>
      )}
      {failed && (
        <Notice tone="bata" live>
          {t('warning_not_recorded')}
        </Notice>
      )}
    </form>
  );
}
