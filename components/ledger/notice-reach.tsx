import { useState } from 'react';
import type { Phrase } from '@/lib/domain/verdict.ts';
import { t } from '@/lib/platform/words.ts';
import { Button } from '../kit/button.tsx';
import { Wrong } from '../kit/wrong.tsx';

export interface NoticeReach {
  /** Everybody whom the version in force has not reached. */
  readonly open: number;
  /** Some of them, by name. */
  readonly people: readonly { readonly id: string; readonly name: string; readonly last?: string }[];
}

interface Props {
  readonly reach: NoticeReach;
  readonly version: string;
  readonly onTold: (people: readonly string[]) => Promise<Phrase | undefined>;
}

/** Ticked are those who have really been told; nobody is by default. */
export function Reach({ reach, version, onTold }: Props) {
  const [told, setTold] = useState<ReadonlySet<string>>(new Set());
  const [wrong, setWrong] = useState<Phrase>();
  const toggle = (id: string): void =>
    setTold(new Set(told.has(id) ? [...told].filter((one) => one !== id) : [...told, id]));
  const save = async (): Promise<void> => {
    const refused = await onTold([...told]);
    setWrong(refused);
    if (!refused) setTold(new Set());
  };
  return (
    <section className="block form" aria-labelledby="reach-head">
      <h2 id="reach-head">{t('office_reach')}</h2>
      <p>{t(reach.open === 0 ? 'office_reach_all' : 'office_reach_open', { count: reach.open, version })}</p>
      {reach.people.length > 0 && (
        <>
          <ul className="notice-reach">
            {reach.people.map(({ id, name, last }) => (
              <li key={id}>
                <label className="tick">
                  <input type="checkbox" checked={told.has(id)} onChange={() => toggle(id)} />
                  <span>
                    {name}{' '}
                    <span className="soft small">
                      {last === undefined ? t('office_reach_never') : t('office_reach_last', { version: last })}
                    </span>
                  </span>
                </label>
              </li>
            ))}
          </ul>
          {reach.open > reach.people.length && (
            <p className="soft small">{t('office_reach_more', { count: reach.open - reach.people.length })}</p>
          )}
          <Wrong phrase={wrong} />
          <p className="actions">
            <Button disabled={told.size === 0} onClick={() => void save()}>
              {told.size === 0 ? t('office_told_ticked') : t('office_told', { count: told.size })}
            </Button>
          </p>
        </>
      )}
    </section>
  );
}
