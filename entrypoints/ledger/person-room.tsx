import { useState } from 'react';
import { EmptyState } from '@/components/kit/empty-state.tsx';
import { Notice } from '@/components/kit/notice.tsx';
import { writePhrase } from '@/components/kit/phrase.tsx';
import { PersonPage } from '@/components/ledger/person-page.tsx';
import { PERSONAL_SPACE, PRACTICE_SPACE } from '@/lib/domain/person.ts';
import type { Policy } from '@/lib/domain/policy.ts';
import type { Phrase } from '@/lib/domain/verdict.ts';
import type { Ledger } from '@/lib/ledger/ledger.ts';
import { phraseOf } from '@/lib/ledger/said.ts';
import { useLive } from '@/lib/ledger/use-live.ts';
import { writer } from '@/lib/ledger/writing.ts';
import { t } from '@/lib/platform/words.ts';
import { goTo } from './route.ts';

/** The practice mailbox has its own people; a warning there leads to their records too. */
const SPACES = [PERSONAL_SPACE, PRACTICE_SPACE];

interface Props {
  readonly ledger: Ledger;
  readonly policy: Policy;
  readonly id: string;
  readonly now: string;
}

export function PersonRoom({ ledger, policy, id, now }: Props) {
  const [wrong, setWrong] = useState<Phrase>();
  const seen = useLive(
    ledger,
    async () => (await Promise.all(SPACES.map((space) => ledger.person(space, id)))).find(Boolean) ?? null,
    [id],
  );
  if (seen === undefined) return null;
  if (!seen.ok) return <Notice tone="bata">{writePhrase(phraseOf(seen.error))}</Notice>;
  if (seen.value === null) return <EmptyState sentence={t('people_gone')} />;
  const write = writer(ledger, seen.value.person.space, 'person', id);
  const remove = async (): Promise<void> => {
    const refused = await write([{ kind: 'removed' }]);
    setWrong(refused);
    if (refused === undefined) goTo('people');
  };
  return (
    <>
      {wrong && <Notice tone="bata">{writePhrase(wrong)}</Notice>}
      <PersonPage state={seen.value} policy={policy} now={now} write={write} onRemove={() => void remove()} />
    </>
  );
}
