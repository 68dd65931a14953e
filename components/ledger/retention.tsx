import { useState } from 'react';
import type { RetentionDue } from '@/lib/domain/retention.ts';
import type { Phrase } from '@/lib/domain/verdict.ts';
import { t } from '@/lib/platform/words.ts';
import { Button } from '../kit/button.tsx';
import { EmptyState } from '../kit/empty-state.tsx';
import { writeInstant } from '../kit/instant.tsx';
import { Notice } from '../kit/notice.tsx';
import { writePhrase } from '../kit/phrase.tsx';
import { Table } from '../kit/table.tsx';
import { durationWords } from './person-duration.ts';

interface Props {
  readonly due: readonly RetentionDue[];
  /** ISO 8601, and whether the space has said it itself. */
  readonly keeps: string;
  readonly by: RetentionDue['by'];
  readonly onDelete: (people: readonly string[]) => Promise<Phrase | undefined>;
}

const SHOWN = 200;

/** Proposed with its reason, done only when the user says so. How long is our policy or theirs, and told as that. */
export function RetentionPage({ due, keeps, by, onDelete }: Props) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [asked, setAsked] = useState(false);
  const [said, setSaid] = useState<{ readonly tone: 'daun' | 'bata'; readonly words: string }>();
  const free = due.filter(({ held }) => held === undefined).slice(0, SHOWN);
  const toggle = (id: string): void => {
    setAsked(false);
    setChosen(new Set(chosen.has(id) ? [...chosen].filter((one) => one !== id) : [...chosen, id]));
  };
  const remove = async (): Promise<void> => {
    const refused = await onDelete([...chosen]);
    setSaid(
      refused
        ? { tone: 'bata', words: writePhrase(refused) }
        : { tone: 'daun', words: t('retention_done', { count: chosen.size }) },
    );
    setAsked(false);
    setChosen(new Set());
  };
  return (
    <div className="page">
      <p>
        <a href="#/overview">{t('room_overview')}</a>
      </p>
      <h1>{t('retention_head')}</h1>
      <p className="soft">
        {t(by === 'settings' ? 'retention_settings' : 'retention_template', { keeps: durationWords(keeps) })}
      </p>
      {said && (
        <Notice tone={said.tone} live>
          {said.words}
        </Notice>
      )}
      {due.length === 0 ? (
        <EmptyState sentence={t('retention_none')} />
      ) : (
        <>
          <p>{t('retention_count', { count: due.length })}</p>
          <Table
            caption={t('retention_head')}
            rows={due.slice(0, SHOWN)}
            rowKey={({ person }) => person}
            columns={[
              {
                id: 'who',
                head: t('retention_who'),
                cell: ({ person, name, held }) => (
                  <label className="tick">
                    <input
                      type="checkbox"
                      checked={chosen.has(person)}
                      disabled={held !== undefined}
                      onChange={() => toggle(person)}
                    />
                    {name}
                  </label>
                ),
              },
              { id: 'last', head: t('retention_last'), cell: ({ last }) => writeInstant(last, 'short') },
              { id: 'since', head: t('retention_since'), cell: ({ since }) => writeInstant(since, 'short') },
              { id: 'why', head: t('retention_why'), cell: reasonOf },
            ]}
          />
          <p className="actions">
            <Button
              look="word"
              onClick={() => setChosen(new Set(chosen.size === free.length ? [] : free.map(({ person }) => person)))}
            >
              {t(chosen.size === free.length && free.length > 0 ? 'retention_no_one' : 'retention_all', {
                count: free.length,
              })}
            </Button>
            {!asked && (
              <Button look="danger" disabled={chosen.size === 0} onClick={() => setAsked(true)}>
                {t('retention_delete', { count: chosen.size })}
              </Button>
            )}
          </p>
          {asked && (
            <Notice tone="bata" live>
              <p>{t('retention_sure', { count: chosen.size })}</p>
              <p className="actions">
                <Button look="danger" onClick={() => void remove()}>
                  {t('retention_yes')}
                </Button>
                <Button look="word" onClick={() => setAsked(false)}>
                  {t('kit_cancel')}
                </Button>
              </p>
            </Notice>
          )}
        </>
      )}
    </div>
  );
}

const reasonOf = ({ held, blocked }: RetentionDue): string =>
  t(held ? 'retention_why_request' : blocked ? 'retention_why_blocked' : 'retention_why_old');
