import { Send } from 'lucide-react';
import { t } from '@/lib/platform/words.ts';
import { Button } from '../kit/button.tsx';
import { Select } from '../kit/select.tsx';
import type { Peer } from './view.ts';

interface Props {
  readonly peers: readonly Peer[];
  readonly peer: Peer;
  readonly body: string;
  readonly onPeer: (peer: Peer) => void;
  readonly onBody: (body: string) => void;
  readonly onSend: () => void;
}

/** Enter sends, Shift+Enter is a new line, as in the chats that it stands for. */
export function Chat({ peers, peer, body, onPeer, onBody, onSend }: Props) {
  return (
    <section className="composer" data-practice="chat" aria-label={t('practice_chat')}>
      <div className="composer-row chat-head">
        <span aria-hidden>{t('practice_with')}</span>
        <Select
          inline
          hideLabel
          label={t('practice_with')}
          value={peer.address}
          options={peers.map((each) => ({ value: each.address, label: each.name }))}
          onChange={(address) => onPeer(peers.find((each) => each.address === address) ?? peer)}
        />
        <span className="soft numbers">{peer.address}</span>
        <strong className="told" data-peer={peer.address}>
          {peer.name}
        </strong>
      </div>
      <textarea
        name="body"
        aria-label={t('practice_message')}
        rows={3}
        value={body}
        onChange={(event) => onBody(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          onSend();
        }}
      />
      <div className="composer-foot">
        <Button look="plain" icon={Send} data-send onClick={onSend}>
          {t('practice_send')}
        </Button>
      </div>
    </section>
  );
}
