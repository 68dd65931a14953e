import { CircleHelp, Users } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';
import { chatShown, isChatAddress } from '@/lib/domain/chat.ts';
import type { Recipient } from '@/lib/domain/draft.ts';
import type { Channel } from '@/lib/domain/enums.ts';
import type { PersonState } from '@/lib/domain/person.ts';
import { t } from '@/lib/platform/words.ts';
import { addressWords } from '../kit/address.ts';
import { Button } from '../kit/button.tsx';
import { Chip, type Tone } from '../kit/chip.tsx';
import { Notice } from '../kit/notice.tsx';
import { BindChat } from '../warning/bind-chat.tsx';
import { ChoosePerson } from '../warning/choose-person.tsx';
import type { Office } from './view.ts';

interface Props {
  readonly recipient: Recipient;
  readonly channel: Channel;
  readonly office: Office;
}

/** Somebody of whom the ledger knows nothing: added or bound on the spot. */
export function UnknownCard({ recipient, channel, office }: Props) {
  const [open, setOpen] = useState(false);
  const chat = isChatAddress(recipient.address);
  return (
    <Frame
      recipient={recipient}
      channel={channel}
      tone={chat ? 'kunyit' : 'plain'}
      word={t(chat ? 'panel_unbound' : 'panel_unknown')}
      why={t(chat ? 'panel_unbound_why' : 'panel_unknown_why')}
    >
      {open ? (
        <BindChat
          subjects={[{ ...recipient, name: nameOf(recipient) }]}
          channel={channel}
          find={office.find}
          onRecord={office.record}
          onCancel={() => setOpen(false)}
        />
      ) : (
        <p>
          <Button onClick={() => setOpen(true)}>{t(chat ? 'fix_bind-chat' : 'panel_add')}</Button>
        </p>
      )}
    </Frame>
  );
}

export function SharedCard({
  recipient,
  channel,
  office,
  people,
}: Props & { readonly people: readonly PersonState[] }) {
  const [refused, setRefused] = useState(false);
  return (
    <Frame
      recipient={recipient}
      channel={channel}
      tone="kunyit"
      word={t('panel_shared')}
      why={t('panel_shared_why', { count: people.length })}
    >
      <ChoosePerson
        subjects={people.map(({ person: { id, name, outlet } }) => ({
          address: recipient.address,
          field: recipient.field,
          personId: id,
          name,
          ...(outlet ? { outlet } : {}),
        }))}
        onChoose={(address, personId) => void office.choose(address, personId).then((done) => setRefused(!done))}
      />
      {refused && (
        <Notice tone="kunyit" live>
          {t('panel_not_chosen')}
        </Notice>
      )}
    </Frame>
  );
}

export const GroupCard = (props: Omit<Props, 'office'>) => (
  <Frame {...props} tone="kunyit" word={t('panel_group')} why={t('panel_group_why')} group />
);

interface FrameProps extends Omit<Props, 'office'> {
  readonly tone: Tone;
  readonly word: string;
  readonly why: string;
  readonly group?: boolean;
  readonly children?: ReactNode;
}

function Frame({ recipient, channel, tone, word, why, group, children }: FrameProps) {
  const title = useId();
  const name = nameOf(recipient);
  const address = addressWords(recipient.address, channel);
  return (
    <article className="card" aria-labelledby={title}>
      <header className="card-head">
        <h2 id={title} dir="auto">
          {name}
        </h2>
        <Chip tone={tone} icon={group ? Users : CircleHelp}>
          {word}
        </Chip>
        {address !== name && (
          <p className="soft small" dir="auto">
            {address}
          </p>
        )}
      </header>
      <p>{why}</p>
      {children}
    </article>
  );
}

const nameOf = ({ name, address }: Recipient): string => name || chatShown(address);
