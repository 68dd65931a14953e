import { Eye, EyeOff, Plus } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import type { Held } from '@/lib/domain/person-held.ts';
import type { LawRef, Phrase } from '@/lib/domain/verdict.ts';
import { t } from '@/lib/platform/words.ts';
import { addressWords } from '../kit/address.ts';
import { Button } from '../kit/button.tsx';
import { Chip } from '../kit/chip.tsx';
import { writeInstant } from '../kit/instant.tsx';
import { Notice } from '../kit/notice.tsx';
import { PhraseText } from '../kit/phrase.tsx';
import { capital, listed } from '../kit/sentence.ts';
import { Table } from '../kit/table.tsx';
import { useReturn } from '../kit/use-return.ts';
import { type HalfSentence, Law } from '../warning/law.tsx';
import { DatumForm } from './person-datum-form.tsx';
import { durationWords } from './person-duration.ts';
import type { Write } from './write.ts';

export interface HeldProps {
  readonly name: string;
  readonly held: readonly Held[];
  /** ISO 8601: what holds where a datum says nothing itself. */
  readonly retention: string;
  readonly now: string;
  /** The rows that say what is sensitive. */
  readonly law: readonly LawRef[];
  readonly half: HalfSentence;
  /** Notes in the log that these kinds are looked at; what comes back is why it could not be noted, and then nothing is shown. */
  readonly onReveal: (kinds: readonly string[]) => Promise<Phrase | undefined>;
  readonly write: Write | undefined;
}

/** Each datum: what, how sensitive, from where, what for, for how long. What protects is hidden until it is asked for. */
export function HeldData({ name, held, retention, now, law, half, onReveal, write }: HeldProps) {
  const [shown, setShown] = useState<ReadonlySet<string>>(new Set());
  const [adding, setAdding] = useState(false);
  const [wrong, setWrong] = useState<Phrase>();
  const opener = useRef<HTMLButtonElement>(null);
  useReturn(adding, () => opener.current);
  const hide = (id: string): void => setShown(new Set([...shown].filter((one) => one !== id)));
  const show = async (one: Held): Promise<void> => {
    const refused = await onReveal([kindOf(one)]);
    setWrong(refused);
    if (refused === undefined) setShown((before) => new Set([...before, one.id]));
  };
  return (
    <section className="block" aria-labelledby="held-head">
      <h2 id="held-head">{t('held_head')}</h2>
      <Table
        caption={t('held_caption', { name })}
        rows={held}
        rowKey={({ id }) => id}
        columns={[
          { id: 'what', head: t('held_what'), cell: (one) => capital(whatWords(one)) },
          {
            id: 'value',
            head: t('held_value'),
            cell: (one) => (
              <Value
                one={one}
                shown={shown.has(one.id)}
                onShow={() => void show(one)}
                onHide={() => hide(one.id)}
                {...(write
                  ? { onRemove: () => void write([{ kind: 'datum-removed', datumId: one.id }]).then(setWrong) }
                  : {})}
              />
            ),
          },
          { id: 'weight', head: t('held_weight'), cell: weightOf },
          { id: 'why', head: t('held_purpose'), cell: whyWords },
          { id: 'kept', head: t('held_kept'), cell: (one) => keptWords(one, now) },
        ]}
      />
      <p className="soft small">{t('held_logged')}</p>
      {law.length > 0 && (
        <div className="soft small law-line">
          <span>{t('held_law')}</span> <Law refs={law} half={half} />
        </div>
      )}
      {wrong && (
        <Notice tone="bata" live>
          <PhraseText phrase={wrong} />
        </Notice>
      )}
      {!write ? null : adding ? (
        <DatumForm retention={retention} write={write} onDone={() => setAdding(false)} />
      ) : (
        <p>
          <Button icon={Plus} ref={opener} onClick={() => setAdding(true)}>
            {t('held_add')}
          </Button>
        </p>
      )}
    </section>
  );
}

const kindOf = ({ what }: Held): string => (what.kind === 'datum' ? what.datum : what.kind);
const whatWords = ({ what, category }: Held): string =>
  what.kind === 'datum' ? t(`datum_${what.datum}`) : t(`category_${category}`);

const weightOf = ({ sensitivity }: Held): ReactNode =>
  sensitivity === 'general' ? (
    t('sensitivity_general')
  ) : (
    <Chip tone={sensitivity === 'specific' ? 'bata' : 'kunyit'}>{t(`sensitivity_${sensitivity}`)}</Chip>
  );

interface ValueProps {
  readonly one: Held;
  readonly shown: boolean;
  readonly onShow: () => void;
  readonly onHide: () => void;
  readonly onRemove?: () => void;
}

function Value({ one, shown, onShow, onHide, onRemove }: ValueProps) {
  const what = whatWords(one);
  const value = one.what.kind === 'point' ? addressWords(one.value, one.what.channel) : one.value;
  return (
    <span className="held-value">
      {!one.shielded || shown ? <span dir="auto">{value}</span> : <span className="soft">{t('held_masked')}</span>}
      {one.shielded && (
        <Button
          look="word"
          icon={shown ? EyeOff : Eye}
          aria-label={t(shown ? 'held_hide_one' : 'held_show_one', { what })}
          onClick={shown ? onHide : onShow}
        >
          {t(shown ? 'held_hide' : 'held_show')}
        </Button>
      )}
      {one.what.kind === 'datum' && onRemove && (
        <Button look="quiet" aria-label={t('held_remove_one', { what })} onClick={onRemove}>
          {t('points_remove')}
        </Button>
      )}
    </span>
  );
}

/** What it is for, and under it where it comes from. */
function whyWords({ purposes, source }: Held): ReactNode {
  const from = source
    ? [t(`source_${source.type}`), source.collectedAt && writeInstant(source.collectedAt, 'short')]
    : [t('held_no_source')];
  return (
    <>
      {purposes.length > 0 ? (
        capital(listed(purposes.map((purpose) => t(`purpose_${purpose}`))))
      ) : (
        <span className="fact-missing">{capital(t('held_no_purpose'))}</span>
      )}
      <span className="held-under soft small">{t('person_source', { source: from.filter(Boolean).join(', ') })}</span>
    </>
  );
}

/** "24 months", and under it whose choice that is and when it ends. */
function keptWords({ retention, usual, deleteAt }: Held, now: string): ReactNode {
  const over = deleteAt !== undefined && deleteAt < now;
  const at = deleteAt && writeInstant(deleteAt, 'short');
  return (
    <>
      {durationWords(retention)}
      {usual && <span className="held-under soft small">{t('held_usual')}</span>}
      {at && (
        <span className={`held-under small ${over ? 'fact-missing' : 'soft'}`}>
          {t(over ? 'held_over' : 'held_until', { at })}
        </span>
      )}
    </>
  );
}
