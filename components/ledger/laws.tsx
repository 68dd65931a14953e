import { type FormEvent, useState } from 'react';
import type { LawPackId } from '@/lib/domain/enums.ts';
import type { Phrase } from '@/lib/domain/verdict.ts';
import { t } from '@/lib/platform/words.ts';
import { Chip } from '../kit/chip.tsx';
import { Disclosure } from '../kit/disclosure.tsx';
import { TextArea } from '../kit/field.tsx';
import { FormSave, type Kept, keptOr } from '../kit/form-save.tsx';
import { Table } from '../kit/table.tsx';
import { datesIn } from './laws-dates.ts';
import './laws.css';
import { Wrong } from '../kit/wrong.tsx';

export interface LawRowView {
  readonly article: string;
  readonly sentence: string;
  /** As in `LawRow`: V read in a source, V2 in a secondary one, NV not checked. */
  readonly mark: 'V' | 'V2' | 'NV';
  /** The rule is verified, its wording was not read. */
  readonly unread: boolean;
  readonly source: string;
  /** The month in which it was read, in words. */
  readonly read: string;
}

export interface LawPackView {
  readonly id: LawPackId;
  readonly name: string;
  readonly country: string;
  readonly rows: readonly LawRowView[];
}

interface Props {
  readonly packs: readonly LawPackView[];
  readonly chosen: readonly LawPackId[];
  readonly holidays: readonly string[];
  readonly onChoose: (chosen: readonly LawPackId[]) => Promise<Phrase | undefined>;
  readonly onHolidays: (dates: readonly string[]) => Promise<Phrase | undefined>;
}

/** Which laws count here, and every row of them with where it was read and how sure it is. */
export function LawsPage({ packs, chosen, holidays, onChoose, onHolidays }: Props) {
  const [wrong, setWrong] = useState<Phrase>();
  const toggle = async (id: LawPackId): Promise<void> => {
    const next = packs.map((pack) => pack.id).filter((one) => chosen.includes(one) !== (one === id));
    setWrong(next.length === 0 ? { key: 'laws_one' } : await onChoose(next));
  };
  return (
    <div className="page laws">
      <p>
        <a href="#/settings">{t('room_settings')}</a>
      </p>
      <h1>{t('laws_head')}</h1>
      <p className="soft">{t('laws_what')}</p>
      <section aria-label={t('laws_head')} className="laws-packs">
        {packs.map((pack) => (
          <Pack key={pack.id} pack={pack} chosen={chosen.includes(pack.id)} onToggle={() => void toggle(pack.id)} />
        ))}
      </section>
      <Wrong phrase={wrong} />
      <Holidays holidays={holidays} onHolidays={onHolidays} />
      <p className="soft small">{t('laws_advice')}</p>
    </div>
  );
}

interface PackProps {
  readonly pack: LawPackView;
  readonly chosen: boolean;
  readonly onToggle: () => void;
}

function Pack({ pack, chosen, onToggle }: PackProps) {
  const unsure = pack.rows.filter(({ mark }) => mark === 'NV').length;
  return (
    <div className="block">
      <label className="tick laws-pack">
        <input type="checkbox" checked={chosen} onChange={onToggle} />
        <span>
          <strong>{pack.name}</strong> <span className="soft small">{pack.country}</span>
        </span>
      </label>
      <Disclosure
        summary={
          <>
            {t('laws_rows', { count: pack.rows.length })}
            {unsure > 0 && <Chip tone="kunyit">{t('laws_unsure', { count: unsure })}</Chip>}
          </>
        }
      >
        <Table
          caption={t('laws_table', { name: pack.name })}
          rows={pack.rows}
          rowKey={({ article, sentence }) => `${article} ${sentence}`}
          columns={[
            { id: 'article', head: t('laws_article'), cell: ({ article }) => article },
            { id: 'says', head: t('laws_says'), cell: ({ sentence }) => sentence },
            { id: 'mark', head: t('laws_mark'), cell: sureness },
            { id: 'source', head: t('laws_source'), cell: ({ source, read }) => `${source}, ${read}` },
          ]}
        />
      </Disclosure>
    </div>
  );
}

function sureness({ mark, unread }: LawRowView) {
  return (
    <>
      <Chip tone={mark === 'V' ? 'daun' : mark === 'V2' ? 'nila' : 'kunyit'}>{t(`laws_mark_${mark}`)}</Chip>
      {unread && <Chip tone="kunyit">{t('laws_unread')}</Chip>}
    </>
  );
}

/** Only business days ask for them; hours and months run through. */
function Holidays({ holidays, onHolidays }: Pick<Props, 'holidays' | 'onHolidays'>) {
  const [text, setText] = useState(holidays.join('\n'));
  const [said, setSaid] = useState<Kept>();
  const { dates, wrong } = datesIn(text);
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (wrong.length > 0) return;
    const refused = await onHolidays(dates);
    setSaid(keptOr(refused));
  };
  return (
    <form className="block form" onSubmit={(event) => void save(event)}>
      <h2>{t('laws_holidays')}</h2>
      <TextArea
        label={t('laws_holidays_dates')}
        hint={t('laws_holidays_hint')}
        rows={4}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setSaid(undefined);
        }}
        {...(wrong.length > 0 ? { error: t('laws_holidays_wrong', { words: wrong.join(', ') }) } : {})}
      />
      <FormSave said={said} />
    </form>
  );
}
