import type { Recipient } from '@/lib/domain/draft.ts';
import { t } from '@/lib/platform/words.ts';
import { EmptyState } from '../kit/empty-state.tsx';
import { Notice } from '../kit/notice.tsx';
import { capital } from '../kit/sentence.ts';
import { GroupCard, SharedCard, UnknownCard } from './other-card.tsx';
import { PersonCard } from './person-card.tsx';
import type { Audience, Card, Message, Office } from './view.ts';

/** Whom the message in focus goes to: worst first, colleagues in one line, and below who can see whom. */
export function MessageCards({ message, office }: { readonly message: Message; readonly office: Office }) {
  const { cards, problems, audience, purpose, channel } = message;
  const colleagues = cards.filter(({ kind }) => kind === 'colleague');
  const others = cards.filter(({ kind }) => kind !== 'colleague');
  if (audience === 'public')
    return (
      <section className="panel-message">
        <p>{t('panel_public')}</p>
        <Purpose purpose={purpose} />
      </section>
    );
  return (
    <section className="panel-message" aria-label={headWords(message)}>
      {(problems.includes('recipients') || problems.includes('identity')) && (
        <Notice tone="kunyit">{t('panel_unread')}</Notice>
      )}
      {cards.length === 0 && problems.length === 0 && <EmptyState sentence={t('panel_no_recipients')} />}
      {others.map((card) => (
        <OneCard key={keyOf(card)} card={card} message={message} office={office} />
      ))}
      {cards.length > 0 && (
        <footer className="panel-foot small">
          {colleagues.length > 0 && (
            <p>
              {capital(t('panel_colleagues', { count: colleagues.length }))}:{' '}
              <span dir="auto">{colleagues.map(({ recipient }) => shown(recipient)).join(', ')}</span>
            </p>
          )}
          {channel === 'email' || audience === 'group' ? <p>{audienceWords(message.seen)}</p> : null}
          <Purpose purpose={purpose} />
        </footer>
      )}
    </section>
  );
}

const shown = ({ name, address }: Recipient): string => name || address;
const keyOf = ({ recipient }: Card): string => `${recipient.field} ${recipient.address}`;

function headWords({ audience, cards }: Message): string {
  return audience === 'group' ? t('panel_writing_group') : t('panel_writing', { count: cards.length });
}

const Purpose = ({ purpose }: Pick<Message, 'purpose'>) => (
  <p>{t('panel_purpose', { purpose: t(`purpose_${purpose}`) })}</p>
);

function OneCard({
  card,
  message,
  office,
}: {
  readonly card: Card;
  readonly message: Message;
  readonly office: Office;
}) {
  const { channel, purpose } = message;
  const { recipient } = card;
  switch (card.kind) {
    case 'person':
      return <PersonCard state={card.state} office={office} to={{ channel, purpose, field: recipient.field }} />;
    case 'shared':
      return <SharedCard recipient={recipient} channel={channel} office={office} people={card.people} />;
    case 'unknown':
      return <UnknownCard recipient={recipient} channel={channel} office={office} />;
    case 'group':
      return <GroupCard recipient={recipient} channel={channel} />;
    case 'colleague':
      return null;
  }
}

/** "Visible to 14 people in 9 organisations · 3 more in Bcc, not visible". */
export function audienceWords({ visible, organisations, hidden, group }: Audience): string {
  const audience = t('panel_audience', { count: visible });
  const parts = [
    visible > 0 && (organisations > 0 ? t('panel_organisations', { audience, count: organisations }) : audience),
    hidden > 0 && t('panel_audience_bcc', { count: hidden }),
    group && t('panel_audience_group'),
  ];
  return capital(parts.filter(Boolean).join(' · '));
}
