import { useId, useState } from 'react';
import type { Phrase } from '@/lib/domain/verdict.ts';
import { t } from '@/lib/platform/words.ts';
import { Button } from '../kit/button.tsx';
import { Notice } from '../kit/notice.tsx';
import { PhraseText } from '../kit/phrase.tsx';
import { type EvidenceDesk, type SaidView, type Who, whoOf } from './evidence-view.ts';
import { WhoWrote } from './who-wrote.tsx';

interface Props {
  readonly said: SaidView;
  readonly desk: EvidenceDesk;
  readonly now: string;
}

/** The reply that is being answered asks for no more messages: one press records it. */
export function HeardCard({ said, desk, now }: Props) {
  const [only, second] = said.speakers;
  const [who, setWho] = useState<Who | undefined>(only && !second ? whoOf(only) : undefined);
  const [missing, setMissing] = useState(false);
  const [wrong, setWrong] = useState<Phrase>();
  const title = useId();
  const { purpose, channel, saidAt: at, heard } = said;
  if (!heard) return null;
  const record = async (): Promise<void> => {
    if (!who) return setMissing(true);
    setWrong(await desk.record({ outcome: 'stop', who, purpose, channel, scope: 'all', at }));
  };
  return (
    <article className="card said" aria-labelledby={title}>
      <h2 id={title}>{t('said_heard_title')}</h2>
      <Notice tone="kunyit">
        <p dir="auto">{t('said_heard_quote', { words: heard.words })}</p>
      </Notice>
      <WhoWrote
        speakers={said.speakers}
        who={who}
        onWho={setWho}
        find={desk.find}
        purpose={purpose}
        channel={channel}
        now={now}
        missing={missing && !who}
      />
      {wrong && (
        <Notice tone="bata" live>
          <PhraseText phrase={wrong} />
        </Notice>
      )}
      <p className="actions">
        <Button look="danger" onClick={() => void record()}>
          {t('said_do_stop')}
        </Button>
        <Button look="word" onClick={desk.drop}>
          {t('said_heard_no')}
        </Button>
      </p>
    </article>
  );
}
