import { t } from '@/lib/platform/words.ts';
import { Brand } from '../kit/brand.tsx';
import { Notice } from '../kit/notice.tsx';
import { Chat } from './chat.tsx';
import { MailComposer } from './mail-composer.tsx';
import { Mistakes } from './mistakes.tsx';
import { SentList } from './sent-list.tsx';
import type { Letter, Peer, Ready, Sent } from './view.ts';

export interface PracticeProps {
  readonly letter: Letter;
  /** Names of what is attached to it. */
  readonly files: readonly string[];
  readonly peers: readonly Peer[];
  readonly peer: Peer;
  readonly body: string;
  readonly sent: readonly Sent[];
  readonly ready: { readonly mail: readonly Ready[]; readonly chat: readonly Ready[] };
  /** The sample people could not be put into the ledger. */
  readonly failed: boolean;
  readonly onLetter: (set: Partial<Letter>) => void;
  readonly onFiles: (names: readonly string[]) => void;
  readonly onPeer: (peer: Peer) => void;
  readonly onBody: (body: string) => void;
  readonly onReady: (id: string) => void;
  readonly onSendMail: () => void;
  readonly onSendChat: () => void;
}

export function Practice(props: PracticeProps) {
  const { letter, files, peers, peer, body, sent, ready, failed } = props;
  return (
    <main className="practice">
      <header className="practice-head">
        <Brand />
        <h1>{t('practice_title')}</h1>
        <p className="soft">{t('practice_lead')}</p>
        {failed && (
          <Notice tone="kunyit" live>
            {t('practice_failed')}
          </Notice>
        )}
      </header>
      <aside className="practice-ready" aria-label={t('practice_mistakes')}>
        <h2>{t('practice_mistakes')}</h2>
        <p className="soft small">{t('practice_mistakes_lead')}</p>
        <h3>{t('practice_mail')}</h3>
        <Mistakes ready={ready.mail} onChoose={props.onReady} />
        <h3>{t('practice_chat')}</h3>
        <Mistakes ready={ready.chat} onChoose={props.onReady} />
      </aside>
      <div className="practice-write">
        <h2>{t('practice_mail')}</h2>
        <MailComposer
          letter={letter}
          files={files}
          onChange={props.onLetter}
          onFiles={props.onFiles}
          onSend={props.onSendMail}
        />
        <h2>{t('practice_chat')}</h2>
        <Chat
          peers={peers}
          peer={peer}
          body={body}
          onPeer={props.onPeer}
          onBody={props.onBody}
          onSend={props.onSendChat}
        />
      </div>
      <section className="practice-sent" aria-labelledby="sent-title">
        <h2 id="sent-title">{t('practice_sent')}</h2>
        <div aria-live="polite">
          <SentList sent={sent} />
        </div>
      </section>
    </main>
  );
}
