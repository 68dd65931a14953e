import { Notice } from '@/components/kit/notice.tsx';
import { writePhrase } from '@/components/kit/phrase.tsx';
import { type KnownPerson, Terms } from '@/components/ledger/terms.tsx';
import { PERSONAL_SPACE } from '@/lib/domain/person.ts';
import type { Ledger } from '@/lib/ledger/ledger.ts';
import { phraseOf } from '@/lib/ledger/said.ts';
import { useLive } from '@/lib/ledger/use-live.ts';
import { writer } from '@/lib/ledger/writing.ts';

export function TermsRoom({ ledger }: { readonly ledger: Ledger }) {
  const seen = useLive(ledger, async () => {
    const { terms, releases } = await ledger.topicsOf(PERSONAL_SPACE);
    const ids = [
      ...terms.flatMap(({ cleared }) => cleared),
      ...releases.flatMap(({ agreements, lapsed = [], cleared = [] }) => [
        ...cleared,
        ...[...agreements, ...lapsed].map(({ personId }) => personId),
      ]),
    ];
    const people = await ledger.persons(PERSONAL_SPACE, [...new Set(ids)]);
    return { terms, releases, names: new Map(people.map(({ person }) => [person.id, person.name])) };
  }, []);
  const find = async (query: string): Promise<readonly KnownPerson[]> => {
    const { people } = await ledger.listPeople(PERSONAL_SPACE, { query, limit: 6, soon: true });
    return people.map(({ person }) => ({
      id: person.id,
      name: person.name,
      ...(person.outlet ? { outlet: person.outlet } : {}),
    }));
  };
  if (seen === undefined) return null;
  if (!seen.ok) return <Notice tone="bata">{writePhrase(phraseOf(seen.error))}</Notice>;
  return (
    <Terms
      {...seen.value}
      find={find}
      write={(of, id) => writer(ledger, PERSONAL_SPACE, of, id)}
      now={new Date().toISOString()}
    />
  );
}
