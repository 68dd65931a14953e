import { useState } from 'react';
import type { Happened, HistoryLine } from '@/lib/domain/person-history.ts';
import { t } from '@/lib/platform/words.ts';
import { Button } from '../kit/button.tsx';
import { StateWord } from '../kit/chip.tsx';
import { Instant, writeInstant } from '../kit/instant.tsx';
import { Select } from '../kit/select.tsx';
import { capital, listed } from '../kit/sentence.ts';
import { happenedWords, whoWords } from './timeline-words.ts';

const SORTS = ['all', 'consents', 'contacts', 'requests', 'edits'] as const;
type Sort = (typeof SORTS)[number];
const SHOWN = 12;

/** What happened with this person, newest first: words, contacts, disclosures, requests, edits. */
export function Timeline({ history }: { readonly history: readonly HistoryLine[] }) {
  const [sort, setSort] = useState<Sort>('all');
  const [all, setAll] = useState(false);
  const lines = history.filter(({ what }) => sort === 'all' || sortOf(what) === sort);
  const shown = all ? lines : lines.slice(0, SHOWN);
  return (
    <section className="block" aria-labelledby="timeline-head">
      <div className="head-line">
        <h2 id="timeline-head">{t('timeline_head')}</h2>
        {history.length > 0 && (
          <Select
            label={t('past_show')}
            hideLabel
            inline
            value={sort}
            onChange={setSort}
            options={SORTS.map((value) => ({ value, label: t(`past_${value}`) }))}
          />
        )}
      </div>
      {lines.length === 0 && <p className="soft">{t(history.length === 0 ? 'timeline_none' : 'past_none_of')}</p>}
      <ol className="timeline">
        {shown.map((line) => (
          <li key={line.key}>
            <span className="timeline-at numbers soft small">
              <Instant at={line.at} style="short" />
            </span>
            <Line line={line} />
          </li>
        ))}
      </ol>
      {shown.length < lines.length && (
        <p>
          <Button onClick={() => setAll(true)}>{t('past_more', { count: lines.length - shown.length })}</Button>
        </p>
      )}
    </section>
  );
}

function sortOf({ kind }: Happened): Sort {
  if (kind === 'consent' || kind === 'record' || kind === 'suppression' || kind === 'lifted') return 'consents';
  if (kind === 'contacted' || kind === 'disclosed') return 'contacts';
  return kind === 'request' || kind === 'request-step' ? 'requests' : 'edits';
}

function Line({ line }: { readonly line: HistoryLine }) {
  const { what } = line;
  if (what.kind === 'consent') return <Event what={what} line={line} />;
  // A message tells its sender by its channel; everything else was done by somebody here.
  const who = what.kind === 'contacted' ? undefined : byWords(line);
  return (
    <div>
      <p dir="auto">{happenedWords(what)}</p>
      {who && <p className="soft small">{who}</p>}
    </div>
  );
}

/** By whom; and when it was noted, where that was another day than it happened. */
const byWords = (line: HistoryLine): string =>
  [
    capital(whoWords(line)),
    line.recordedAt.slice(0, 10) !== line.at.slice(0, 10) &&
      t('past_noted', { at: writeInstant(line.recordedAt, 'short') }),
  ]
    .filter(Boolean)
    .join(' · ');

type Consent = Extract<Happened, { readonly kind: 'consent' }>;

function Event({ what, line }: { readonly what: Consent; readonly line: HistoryLine }) {
  const { record, event } = what;
  const processes = record?.processes ?? [];
  const purposes = event.purposes?.length ? event.purposes : [...new Set(processes.map(({ purpose }) => purpose))];
  const covered = event.channels?.length ? event.channels : [...new Set(processes.flatMap(({ channels }) => channels))];
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
      <p className="soft small">{byWords(line)}</p>
    </div>
  );
}
