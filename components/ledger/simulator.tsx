import { type FormEvent, useState } from 'react';
import { type Channel, PURPOSES, type Purpose } from '@/lib/domain/enums.ts';
import type { Phrase, Verdict } from '@/lib/domain/verdict.ts';
import { t } from '@/lib/platform/words.ts';
import { Button } from '../kit/button.tsx';
import { TextArea } from '../kit/field.tsx';
import { writePhrase } from '../kit/phrase.tsx';
import { Select } from '../kit/select.tsx';
import { capital } from '../kit/sentence.ts';
import { Wrong } from '../kit/wrong.tsx';
import { ruleName } from './rules-name.ts';

const CHANNELS = ['email', 'whatsapp'] as const satisfies readonly Channel[];

export interface Tried {
  readonly text: string;
  readonly addresses: readonly string[];
  readonly channel: Channel;
  readonly purpose: Purpose;
}

interface Props {
  readonly purpose: Purpose;
  /** What the guard would say of it; a phrase: why it could not be asked. */
  readonly onTry: (tried: Tried) => Promise<{ readonly verdict: Verdict } | { readonly wrong: Phrase }>;
}

/** A message that goes nowhere: what would be said of it, and by which rule. Nothing of it is kept. */
export function SimulatorPage({ purpose: usual, onTry }: Props) {
  const [text, setText] = useState('');
  const [to, setTo] = useState('');
  const [channel, setChannel] = useState<Channel>('email');
  const [purpose, setPurpose] = useState<Purpose>(usual);
  const [said, setSaid] = useState<Awaited<ReturnType<Props['onTry']>>>();
  const judge = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const addresses = to.split(/[,;\n]+/).flatMap((one) => one.trim() || []);
    setSaid(await onTry({ text, addresses, channel, purpose }));
  };
  return (
    <div className="page">
      <p>
        <a href="#/settings">{t('room_settings')}</a>
      </p>
      <h1>{t('simulator_head')}</h1>
      <p className="soft">{t('simulator_what')}</p>
      <form className="block form" onSubmit={(event) => void judge(event)}>
        <TextArea
          label={t('simulator_to')}
          hint={t('simulator_to_hint')}
          rows={2}
          value={to}
          onChange={(event) => setTo(event.target.value)}
        />
        <TextArea label={t('simulator_text')} rows={6} value={text} onChange={(event) => setText(event.target.value)} />
        <Select
          label={t('simulator_channel')}
          value={channel}
          options={CHANNELS.map((value) => ({ value, label: capital(t(`channel_${value}`)) }))}
          onChange={setChannel}
        />
        <Select
          label={t('simulator_purpose')}
          value={purpose}
          options={PURPOSES.map((value) => ({ value, label: capital(t(`purpose_${value}`)) }))}
          onChange={setPurpose}
        />
        <p className="actions">
          <Button look="safe" type="submit">
            {t('simulator_try')}
          </Button>
        </p>
      </form>
      {said && 'wrong' in said && <Wrong phrase={said.wrong} />}
      <div role="status">{said && 'verdict' in said && <Said verdict={said.verdict} />}</div>
    </div>
  );
}

function Said({ verdict: { findings, complete } }: { readonly verdict: Verdict }) {
  return (
    <section className="block" aria-label={t('simulator_said')}>
      <h2>{t('simulator_said')}</h2>
      {findings.length === 0 && <p>{t('simulator_nothing')}</p>}
      {!complete && <p>{t('warning_incomplete')}</p>}
      {findings.map(({ rule, tier, title, evidence, subjects, places }) => (
        <article
          key={`${rule} ${subjects.map(({ address }) => address).join()} ${places.map(({ start }) => start).join()}`}
        >
          <h3 dir="auto">{writePhrase(title)}</h3>
          <p className="soft small">
            {ruleName(rule)} · {capital(t(`tier_${tier}`))}
          </p>
          {evidence.map((line) => (
            <p key={`${line.key} ${JSON.stringify(line.params)}`} dir="auto">
              {writePhrase(line)}
            </p>
          ))}
        </article>
      ))}
    </section>
  );
}
