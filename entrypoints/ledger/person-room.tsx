import { useState } from 'react';
import { EmptyState } from '@/components/kit/empty-state.tsx';
import { Notice } from '@/components/kit/notice.tsx';
import { writePhrase } from '@/components/kit/phrase.tsx';
import { PersonPage } from '@/components/ledger/person-page.tsx';
import type { SpaceId } from '@/lib/domain/person.ts';
import { personHistory } from '@/lib/domain/person-history.ts';
import type { Policy } from '@/lib/domain/policy.ts';
import type { Phrase } from '@/lib/domain/verdict.ts';
import { lawRefs } from '@/lib/law/articles.ts';
import type { Ledger } from '@/lib/ledger/ledger.ts';
import { phraseOf } from '@/lib/ledger/said.ts';
import { useLive } from '@/lib/ledger/use-live.ts';
import { writer } from '@/lib/ledger/writing.ts';
import { t } from '@/lib/platform/words.ts';
import { askDesk } from './ask-desk.ts';
import { half } from './law-words.ts';
import { finder, known } from './people-find.ts';
import { peopleAt } from './people-path.ts';
import { anywhere } from './person-anywhere.ts';
import { PersonTeamRoom } from './person-team-room.tsx';
import { goTo } from './route.ts';

interface Props {
  readonly ledger: Ledger;
  readonly policy: Policy;
  readonly id: string;
  readonly now: string;
  /** The copy in this space; undefined: the first that is found. */
  readonly space?: SpaceId;
}

export function PersonRoom({ ledger, policy, id, now, space }: Props) {
  const [wrong, setWrong] = useState<Phrase>();
  const seen = useLive(ledger, () => readPerson(ledger, id, space), [id, space]);
  if (seen === undefined) return null;
  if (!seen.ok) return <Notice tone="bata">{writePhrase(phraseOf(seen.error))}</Notice>;
  if (seen.value === null) return <EmptyState sentence={t('people_gone')} />;
  const { state, history, guardian, readOnly } = seen.value;
  const write = writer(ledger, state.person.space, 'person', id);
  const remove = async (): Promise<void> => {
    const refused = await write([{ kind: 'removed' }]);
    setWrong(refused);
    if (refused === undefined) goTo(peopleAt(space));
  };
  /** Names of kinds alone: the log never holds a value. */
  const reveal = async (kinds: readonly string[]): Promise<Phrase | undefined> => {
    const at = new Date().toISOString();
    const logged = await ledger.log({ at, kind: 'reveal', rules: [], people: [id], note: kinds.join(', ') });
    return logged.ok ? undefined : phraseOf(logged.error);
  };
  return (
    <>
      {wrong && <Notice tone="bata">{writePhrase(wrong)}</Notice>}
      <PersonPage
        state={state}
        policy={policy}
        now={now}
        write={write}
        {...(readOnly === undefined ? {} : { readOnly })}
        onRemove={() => void remove()}
        history={history}
        {...(guardian ? { guardian: known(guardian) } : {})}
        find={finder(ledger, state.person.space)}
        desk={askDesk(ledger, state.person.space, policy)}
        receiptHref={`#/${peopleAt(space, id, 'receipt')}`}
        requestHref={(request) => `#/requests/${id}/${request}`}
        law={lawRefs(policy.lawPacks, 'sensitivity')}
        half={half}
        onReveal={reveal}
        team={<PersonTeamRoom ledger={ledger} id={id} space={state.person.space} />}
      />
    </>
  );
}

async function readPerson(ledger: Ledger, id: string, at: SpaceId | undefined) {
  const state = await anywhere(ledger, id, at);
  if (state === undefined) return null;
  const { space, guardianId } = state.person;
  const [ops, guardian, spaces] = await Promise.all([
    ledger.history(space, id),
    guardianId ? ledger.person(space, guardianId) : undefined,
    ledger.spaces(),
  ]);
  const team = spaces.find((one) => one.id === space)?.team;
  return { state, history: personHistory(ops), guardian, readOnly: team?.writes === false ? team.name : undefined };
}
