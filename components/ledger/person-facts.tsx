import { useEffect, useState } from 'react';
import type { Person } from '@/lib/domain/person.ts';
import { zoneIn } from '@/lib/domain/zone.ts';
import { locale, t } from '@/lib/platform/words.ts';
import { capital, listed } from '../kit/sentence.ts';
import type { KnownPerson } from './terms.tsx';

interface Props {
  readonly person: Person;
  /** Who speaks for a child; absent where nobody was chosen or the one who was is gone. */
  readonly guardian?: KnownPerson;
}

/** Who they are, in pairs of a word and its value. What nobody recorded is left out, but for what a child needs. */
export function PersonFacts({ person, guardian }: Props) {
  const child = person.ageBand === 'child';
  return (
    <dl className="facts">
      <Fact term={t('who_age')}>{capital(t(`age_${person.ageBand}`))}</Fact>
      {(child || person.guardianId) && (
        <Fact term={t('who_guardian')}>
          {guardian ? (
            <a href={`#/people/${guardian.id}`} dir="auto">
              {guardian.name}
            </a>
          ) : (
            <span className="fact-missing">{t(person.guardianId ? 'who_guardian_gone' : 'who_guardian_none')}</span>
          )}
        </Fact>
      )}
      {person.timezone && (
        <Fact term={t('who_zone')}>
          <LocalTime zone={person.timezone} />
        </Fact>
      )}
      {(person.language || person.honorific) && (
        <Fact term={t('who_language')}>
          {[person.language && languageName(person.language), person.honorific].filter(Boolean).join(' · ')}
        </Fact>
      )}
      <Fact term={t('person_clearance')}>{capital(t(`class_${person.clearance}`))}</Fact>
      {person.nicknames.length > 0 && <Fact term={t('who_nicknames')}>{listed(person.nicknames)}</Fact>}
      {person.clients.length > 0 && <Fact term={t('who_clients')}>{person.clients.join(' · ')}</Fact>}
    </dl>
  );
}

function Fact({ term, children }: { readonly term: string; readonly children: React.ReactNode }) {
  return (
    <div>
      <dt className="soft small">{term}</dt>
      <dd dir="auto">{children}</dd>
    </div>
  );
}

/** The clock on their wall, so that nobody is written to at night by mistake. */
function LocalTime({ zone }: { readonly zone: string }) {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const turn = setTimeout(() => setNow(new Date()), 60_000 - (now.getTime() % 60_000));
    return () => clearTimeout(turn);
  }, [now]);
  const time = timeIn(zone, now);
  return time === undefined ? t('who_zone_unknown', { zone }) : t('who_zone_now', { time, zone });
}

/** "Friday, 10:15" on the clocks of the zone; undefined for what is none. */
export function timeIn(zone: string, at: Date): string | undefined {
  const timeZone = zoneIn(zone);
  if (timeZone === undefined) return undefined;
  const options = { weekday: 'long', hour: '2-digit', minute: '2-digit', timeZone } as const;
  return new Intl.DateTimeFormat(locale(), options).format(at);
}

/** The language's own name in ours; a tag that is none comes back as it is. */
export function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames([locale()], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
