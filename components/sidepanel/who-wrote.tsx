import { UserPlus } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { Channel, Purpose } from '@/lib/domain/enums.ts';
import { t } from '@/lib/platform/words.ts';
import { addressWords } from '../kit/address.ts';
import { Button } from '../kit/button.tsx';
import { CandidateWords } from '../kit/candidate-words.tsx';
import { StateWord } from '../kit/chip.tsx';
import { Choices } from '../kit/choices.tsx';
import { TextField } from '../kit/field.tsx';
import { standingFor } from '../ledger/standing.ts';
import type { Candidate } from '../warning/view.ts';
import { type Speaker, type Who, whoOf } from './evidence-view.ts';

interface Props {
  readonly speakers: readonly Speaker[];
  readonly who: Who | undefined;
  readonly onWho: (who: Who | undefined) => void;
  readonly find: (query: string) => Promise<readonly Candidate[]>;
  readonly purpose: Purpose;
  readonly channel: Channel;
  readonly now: string;
  readonly missing: boolean;
}

/** One who is named stands filled in; several are chosen from; nobody is looked for as one types, or added. */
export function WhoWrote(props: Props) {
  const { speakers, who, onWho, missing } = props;
  const [other, setOther] = useState(speakers.length === 0);
  const [only] = speakers;
  const found = speakers.find((each) => sameWho(whoOf(each), who));
  if (other)
    return (
      <Search
        {...props}
        {...(speakers.length > 0
          ? {
              onBack: () => {
                setOther(false);
                onWho(speakers.length === 1 && only ? whoOf(only) : undefined);
              },
            }
          : {})}
      />
    );
  return (
    <div className="who-wrote">
      {only && speakers.length === 1 ? (
        <div>
          <h3 className="field-label">{t('said_who')}</h3>
          <SpeakerLine speaker={only} {...props} />
        </div>
      ) : (
        <Choices
          legend={t('said_who')}
          value={found?.key}
          choices={speakers.map((each) => ({ value: each.key, label: each.name, hint: hintOf(each) }))}
          onChange={(key) => {
            const chosen = speakers.find((each) => each.key === key);
            if (chosen) onWho(whoOf(chosen));
          }}
        />
      )}
      {found && !found.sure && <p className="soft small">{t('said_who_near')}</p>}
      {missing && !who && (
        <p className="field-error" role="alert">
          {t('said_who_missing')}
        </p>
      )}
      <p>
        <Button
          look="word"
          onClick={() => {
            setOther(true);
            onWho(undefined);
          }}
        >
          {t('said_who_other')}
        </Button>
      </p>
    </div>
  );
}

const sameWho = (a: Who, b: Who | undefined): boolean => JSON.stringify(a) === JSON.stringify(b);

const hintOf = ({ state, outlet, channel, address }: Speaker): string =>
  [outlet, address === undefined ? '' : addressWords(address, channel), state ? '' : t('said_who_new')]
    .filter(Boolean)
    .join(' · ');

function SpeakerLine({
  speaker,
  purpose,
  channel,
  now,
}: Pick<Props, 'purpose' | 'channel' | 'now'> & { readonly speaker: Speaker }) {
  const { name, state } = speaker;
  return (
    <>
      <p className="said-one">
        <strong dir="auto">{name}</strong>
        {state && <StateWord state={standingFor(state, purpose, channel, now).state} />}
      </p>
      <p className="soft small" dir="auto">
        {hintOf(speaker)}
      </p>
    </>
  );
}

function Search({ who, onWho, find, missing, onBack }: Props & { readonly onBack?: () => void }) {
  const [query, setQuery] = useState('');
  const [found, setFound] = useState<readonly Candidate[]>();
  const latest = useRef(query);
  const finder = useRef(find);
  finder.current = find;
  useEffect(() => {
    latest.current = query;
    if (query.trim() === '') return setFound(undefined);
    void finder.current(query).then((people) => latest.current === query && setFound(people));
  }, [query]);
  const name = query.trim();
  if (who)
    return (
      <div className="who-wrote">
        <h3 className="field-label">{t('said_who')}</h3>
        <p className="said-one">
          <strong dir="auto">{who.name}</strong>
          {who.kind === 'new' && <span className="soft small">{t('said_who_new')}</span>}
        </p>
        <p>
          <Button
            look="word"
            onClick={() => {
              setQuery('');
              onWho(undefined);
            }}
          >
            {t('said_who_other')}
          </Button>
        </p>
      </div>
    );
  return (
    <div className="who-wrote">
      <TextField
        label={t('said_who')}
        hint={t('said_who_hint')}
        placeholder={t('said_who_search')}
        type="search"
        value={query}
        error={missing ? t('said_who_missing') : undefined}
        onChange={(event) => setQuery(event.target.value)}
      />
      {name !== '' && (
        <ul className="candidates" aria-label={t('said_who_found')}>
          {found?.map((person) => (
            <li key={person.id}>
              <Button onClick={() => onWho({ kind: 'person', personId: person.id, name: person.name })}>
                <CandidateWords {...person} />
              </Button>
            </li>
          ))}
          <li>
            <Button look="word" icon={UserPlus} onClick={() => onWho({ kind: 'new', name })}>
              {t('said_who_add', { name })}
            </Button>
          </li>
        </ul>
      )}
      <p role="status" className="told">
        {found && name !== '' && t('said_who_count', { count: found.length })}
      </p>
      {onBack && (
        <p>
          <Button look="word" onClick={onBack}>
            {t('kit_cancel')}
          </Button>
        </p>
      )}
    </div>
  );
}
