import { useEffect, useState } from 'react';
import { languageOf } from '@/lib/domain/consent-defaults.ts';
import { NOTICE_LANGUAGES, type NoticeLanguage } from '@/lib/domain/consent-notice.ts';
import { requestText } from '@/lib/domain/consent-request.ts';
import type { Channel } from '@/lib/domain/enums.ts';
import type { PersonState } from '@/lib/domain/person.ts';
import type { Policy } from '@/lib/domain/policy.ts';
import type { Phrase } from '@/lib/domain/verdict.ts';
import { t, wordsIn } from '@/lib/platform/words.ts';
import { Button } from '../kit/button.tsx';
import { TextArea } from '../kit/field.tsx';
import { Notice } from '../kit/notice.tsx';
import { PhraseText } from '../kit/phrase.tsx';
import { Select } from '../kit/select.tsx';
import { AskOffice } from './ask-office.tsx';
import type { AskDesk, AskMade } from './ask-view.ts';
import { recordHref } from './view.ts';

interface Props {
  readonly state: PersonState;
  readonly policy: Policy;
  readonly use: Omit<AskMade, 'text'>;
  readonly writing: Channel | undefined;
  readonly desk: AskDesk;
  readonly onSent: () => void;
}

type Told = 'put_done' | 'put_failed' | 'copied' | 'copy_failed' | undefined;

/** The message that asks, in the language of the person, and the ways to send it. */
export function AskText({ state, policy, use, writing, desk, onSent }: Props) {
  const { person } = state;
  const child = person.ageBand === 'child';
  const [language, setLanguage] = useState<NoticeLanguage>(languageOf(person));
  const [told, setTold] = useState<Told>();
  const [wrong, setWrong] = useState<Phrase>();
  const guardian = useGuardian(state, desk);
  const speech = { language, say: (key: string, params = {}) => wordsIn(language, key, params) };
  if (child && guardian === undefined) return null;
  if (child && !guardian)
    return (
      <Notice tone="kunyit">
        <p>{t('asking_no_guardian', { name: person.name })}</p>
        <p>
          <a href={recordHref(person.id)} target="_blank" rel="noreferrer">
            {t('asking_open')}
          </a>
        </p>
      </Notice>
    );
  const made = requestText(policy, state, { ...use, ...(guardian ? { guardian } : {}) }, speech);
  if (!made.ok) {
    const gaps = made.error.filter((gap) => gap !== 'controller' && gap !== 'contact' && gap !== 'withdrawal');
    return gaps.length < made.error.length ? (
      <AskOffice {...(policy.controller ? { name: policy.controller.name } : {})} onSettle={desk.settle} />
    ) : (
      <Notice tone="kunyit">
        <p>{t('asking_gaps')}</p>
        <ul>
          {gaps.map((gap) => (
            <li key={gap}>{t(`notice_gap_${gap}`)}</li>
          ))}
        </ul>
      </Notice>
    );
  }
  const ask: AskMade = { ...use, text: made.value.text };
  const mail = writing === 'email' && use.channel === 'email' && !child;
  const copy = async (otherwise: Told): Promise<void> =>
    setTold((await desk.copy(state, ask)) ? otherwise : 'copy_failed');
  const put = async (): Promise<void> => ((await desk.put(state, ask)) ? setTold('put_done') : copy('put_failed'));
  const sent = async (): Promise<void> => {
    const refused = await desk.sent(state, ask);
    setWrong(refused);
    if (refused === undefined) onSent();
  };
  return (
    <>
      {guardian && <Notice>{t('asking_guardian', { name: person.name, guardian: guardian.person.name })}</Notice>}
      <Select
        label={t('asking_language')}
        value={language}
        options={NOTICE_LANGUAGES.map((value) => ({ value, label: NAMES[value] }))}
        onChange={setLanguage}
      />
      <TextArea
        label={t('asking_preview')}
        hint={t('asking_subject', { subject: made.value.subject })}
        className="ask-preview"
        lang={language}
        rows={12}
        readOnly
        value={made.value.text}
      />
      {!mail && !told && (
        <p className="soft small">
          {writing && writing !== 'email' && use.channel === writing
            ? t('asking_chat')
            : t('asking_no_message', { name: guardian?.person.name ?? person.name })}
        </p>
      )}
      {told && (
        <Notice tone={told === 'put_done' || told === 'copied' ? 'daun' : 'kunyit'} live>
          {t(`asking_${told}`, { name: person.name })}
        </Notice>
      )}
      {wrong && (
        <Notice tone="bata" live>
          <PhraseText phrase={wrong} />
        </Notice>
      )}
      <p className="actions">
        {mail && (
          <Button look="safe" onClick={() => void put()}>
            {t('asking_put')}
          </Button>
        )}
        <Button look={mail ? 'plain' : 'safe'} onClick={() => void copy('copied')}>
          {t('asking_copy')}
        </Button>
        <Button onClick={() => void sent()}>{t('asking_sent')}</Button>
      </p>
    </>
  );
}

/** Each language is named in its own words, as in the settings. */
const NAMES: Readonly<Record<NoticeLanguage, string>> = { id: 'Bahasa Indonesia', en: 'English' };

/** Undefined: being looked up. Null: not needed, or nobody is there. */
function useGuardian(state: PersonState, desk: AskDesk): PersonState | null | undefined {
  const child = state.person.ageBand === 'child';
  const [guardian, setGuardian] = useState<PersonState | null | undefined>(child ? undefined : null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the person alone decides; the desk is made anew with every change
  useEffect(() => {
    if (child) void desk.guardian(state).then((found) => setGuardian(found ?? null));
  }, [child, state.person.guardianId]);
  return guardian;
}
