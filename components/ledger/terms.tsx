import { Plus } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import type { PersonId } from '@/lib/domain/person.ts';
import type { Release, Term } from '@/lib/domain/topic.ts';
import { t } from '@/lib/platform/words.ts';
import { Button } from '../kit/button.tsx';
import { capital } from '../kit/sentence.ts';
import { useReturn } from '../kit/use-return.ts';
import { ReleaseCard } from './release-card.tsx';
import { ReleaseForm } from './release-form.tsx';
import { TermForm } from './term-form.tsx';
import type { Write } from './write.ts';

export interface KnownPerson {
  readonly id: PersonId;
  readonly name: string;
  readonly outlet?: string;
}

interface Props {
  readonly terms: readonly Term[];
  readonly releases: readonly Release[];
  /** Of those who are named in a term or a release. */
  readonly names: ReadonlyMap<PersonId, string>;
  readonly find: (query: string) => Promise<readonly KnownPerson[]>;
  /** Writes to one term or release; without an id, to a new one. */
  readonly write: (of: 'term' | 'release', id?: string) => Write;
  readonly now: string;
}

type Open = { readonly of: 'term' | 'release'; readonly id: string } | undefined;

/** Words that must not leave, and texts that must not leave yet. */
export function Terms({ terms, releases, names, find, write, now }: Props) {
  const [open, setOpen] = useState<Open>();
  const close = (): void => setOpen(undefined);
  const page = useRef<HTMLDivElement>(null);
  const last = useRef<Open>(undefined);
  if (open) last.current = open;
  useReturn(open !== undefined, () =>
    page.current?.querySelector<HTMLElement>(`[data-opens="${last.current?.of}:${last.current?.id}"]`),
  );
  const isOpen = (of: 'term' | 'release', id: string): boolean => open?.of === of && open.id === id;
  return (
    <div ref={page} className="page">
      <h1>{t('room_terms')}</h1>
      <Section
        head={t('terms_head')}
        empty={terms.length === 0 ? t('terms_none') : undefined}
        add={t('terms_add')}
        opens="term:"
        busy={open?.of === 'term'}
        onAdd={() => setOpen({ of: 'term', id: '' })}
      >
        {isOpen('term', '') && <TermForm names={names} find={find} write={write('term')} onDone={close} />}
        {terms.map((term) =>
          isOpen('term', term.id) ? (
            <TermForm
              key={term.id}
              term={term}
              names={names}
              find={find}
              write={write('term', term.id)}
              onDone={close}
            />
          ) : (
            <article key={term.id} className="topic">
              <p>
                <strong dir="auto">{term.phrases.join(' · ')}</strong>
              </p>
              <p className="soft small">
                {[
                  capital(t(`class_${term.class}`)),
                  term.cleared.length > 0 &&
                    t('terms_cleared', { names: term.cleared.map((id) => names.get(id) ?? id).join(', ') }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
              <Button
                look="word"
                data-opens={`term:${term.id}`}
                aria-label={t('terms_edit_one', { name: term.phrases.join(', ') })}
                onClick={() => setOpen({ of: 'term', id: term.id })}
              >
                {t('person_edit')}
              </Button>
            </article>
          ),
        )}
      </Section>
      <Section
        head={t('releases_head')}
        empty={releases.length === 0 ? t('releases_none') : undefined}
        add={t('releases_add')}
        opens="release:"
        busy={open?.of === 'release'}
        onAdd={() => setOpen({ of: 'release', id: '' })}
      >
        {isOpen('release', '') && <ReleaseForm names={names} find={find} write={write('release')} onDone={close} />}
        {releases.map((release) =>
          isOpen('release', release.id) ? (
            <ReleaseForm
              key={release.id}
              release={release}
              names={names}
              find={find}
              write={write('release', release.id)}
              onDone={close}
            />
          ) : (
            <ReleaseCard
              key={release.id}
              release={release}
              names={names}
              now={now}
              find={find}
              write={write('release', release.id)}
              onEdit={() => setOpen({ of: 'release', id: release.id })}
            />
          ),
        )}
      </Section>
    </div>
  );
}

interface SectionProps {
  readonly head: string;
  readonly empty: string | undefined;
  readonly add: string;
  readonly opens: string;
  /** One of its forms is open; another one waits. */
  readonly busy: boolean;
  readonly onAdd: () => void;
  readonly children: ReactNode;
}

const Section = ({ head, empty, add, opens, busy, onAdd, children }: SectionProps) => (
  <section className="block">
    <h2>{head}</h2>
    {empty && !busy && <p className="soft">{empty}</p>}
    {children}
    {!busy && (
      <p>
        <Button icon={Plus} data-opens={opens} onClick={onAdd}>
          {add}
        </Button>
      </p>
    )}
  </section>
);
