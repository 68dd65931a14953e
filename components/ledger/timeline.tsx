import type { ConsentEvent, ConsentRecord } from '@/lib/domain/consent.ts';
import type { PersonState } from '@/lib/domain/person.ts';
import { t } from '@/lib/platform/words.ts';
import { StateWord } from '../kit/chip.tsx';
import { Instant } from '../kit/instant.tsx';
import { capital, listed } from '../kit/sentence.ts';

type Line = { readonly at: string; readonly key: string } & (
  | { readonly kind: 'consent'; readonly record: ConsentRecord; readonly event: ConsentEvent }
  | { readonly kind: 'contact'; readonly words: string }
);

/** What happened with this person, newest first: words, contacts, blocks. */
export function Timeline({ state }: { readonly state: PersonState }) {
  const lines: readonly Line[] = [
    ...state.records.flatMap((record) =>
      record.events.map((event): Line => ({ kind: 'consent', at: event.at, key: event.event_id, record, event })),
    ),
    ...state.contacts.map(
      (contact, index): Line => ({
        kind: 'contact',
        at: contact.at,
        key: `contact-${index}`,
        words: t('timeline_contact', {
          channel: t(`channel_${contact.channel}`),
          purpose: t(`purpose_${contact.purpose}`),
        }),
      }),
    ),
  ].toSorted((a, b) => (a.at < b.at ? 1 : -1));
  return (
    <section className="block" aria-labelledby="timeline-head">
      <h2 id="timeline-head">{t('timeline_head')}</h2>
      {lines.length === 0 && <p className="soft">{t('timeline_none')}</p>}
      <ol className="timeline">
        {lines.map((line) => (
          <li key={line.key}>
            <span className="timeline-at numbers soft small">
              <Instant at={line.at} style="short" />
            </span>
            {line.kind === 'contact' ? <p>{line.words}</p> : <Event record={line.record} event={line.event} />}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Event({ record, event }: { readonly record: ConsentRecord; readonly event: ConsentEvent }) {
  const purposes = event.purposes?.length
    ? event.purposes
    : [...new Set(record.processes.map(({ purpose }) => purpose))];
  const covered = event.channels?.length
    ? event.channels
    : [...new Set(record.processes.flatMap(({ channels }) => channels))];
  const channels =
    covered.length > 0 ? listed(covered.map((channel) => t(`channel_${channel}`))) : t('timeline_all_channels');
  const how = [
    t(`relation_${event.by_relation}`),
    event.method && t(`method_${event.method}`),
    event.evidence && t(`evidence_${event.evidence.kind}`),
    event.evidence?.locator,
    event.reason,
  ].filter(Boolean);
  return (
    <div>
      <p>
        <StateWord state={event.state} /> {listed(purposes.map((purpose) => t(`purpose_${purpose}`)))} · {channels}
      </p>
      <p className="soft small" dir="auto">
        {capital(how.join(' · '))}
      </p>
      {event.evidence?.excerpt && (
        <blockquote className="excerpt" dir="auto">
          {event.evidence.excerpt}
        </blockquote>
      )}
    </div>
  );
}
