import { useEffect, useRef } from 'react';
import { t } from '@/lib/platform/words.ts';
import { Button } from '../kit/button.tsx';
import { StateWord } from '../kit/chip.tsx';
import { Disclosure } from '../kit/disclosure.tsx';
import { TextField } from '../kit/field.tsx';
import { standingOf } from '../ledger/standing.ts';
import { UnknownCard } from './other-card.tsx';
import { PersonCard } from './person-card.tsx';
import type { Found, Office } from './view.ts';

interface Props {
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly found?: Found;
  readonly office: Office;
}

/** "May I write to …?": the field that is always there, and the answer below it while it holds words. */
export function Ask({ query, onQuery, found, office }: Props) {
  const answer = found && query.trim() !== '' ? found : undefined;
  const field = useRef<HTMLInputElement>(null);
  const asked = useRef(query);
  // A question that came from a menu: its answer is read at once, and the field can be mended.
  useEffect(() => {
    if (query !== asked.current) field.current?.select();
    asked.current = query;
  }, [query]);
  const type = (to: string): void => {
    asked.current = to;
    onQuery(to);
  };
  return (
    <div className="panel-ask">
      <TextField
        ref={field}
        label={t('panel_ask')}
        placeholder={t('panel_ask_hint')}
        type="search"
        value={query}
        onChange={(event) => type(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || query === '') return;
          event.preventDefault();
          type('');
        }}
      />
      <p role="status" className="told">
        {answer && t('panel_found', { count: answer.total })}
      </p>
      {answer && <Answer found={answer} office={office} />}
      {query.trim() !== '' && (
        <p>
          <Button look="word" onClick={() => type('')}>
            {t('panel_to_message')}
          </Button>
        </p>
      )}
    </div>
  );
}

function Answer({ found, office }: { readonly found: Found; readonly office: Office }) {
  const { people, total, query, at } = found;
  const [only] = people;
  if (!only)
    return at ? (
      <UnknownCard recipient={{ field: 'direct', address: at.address }} channel={at.channel} office={office} />
    ) : (
      <p>{t('panel_nobody', { query })}</p>
    );
  if (people.length === 1) return <PersonCard key={only.person.id} state={only} office={office} />;
  return (
    <>
      <ul className="panel-found">
        {people.map((state) => (
          <li key={state.person.id}>
            <Disclosure
              summary={
                <span className="panel-one">
                  <span dir="auto">{state.person.name}</span>
                  <StateWord state={standingOf(state, office.purpose, office.now).state} />
                  {state.person.outlet && (
                    <span className="soft small" dir="auto">
                      {state.person.outlet}
                    </span>
                  )}
                </span>
              }
            >
              <PersonCard state={state} office={office} />
            </Disclosure>
          </li>
        ))}
      </ul>
      {total > people.length && <p className="soft small">{t('panel_more', { shown: people.length, count: total })}</p>}
    </>
  );
}
