import { useState } from 'react';
import { Notice } from '@/components/kit/notice.tsx';
import { writePhrase } from '@/components/kit/phrase.tsx';
import { ActivityPage } from '@/components/ledger/activity.tsx';
import { PERSONAL_SPACE, PRACTICE_SPACE } from '@/lib/domain/person.ts';
import type { Ledger } from '@/lib/ledger/ledger.ts';
import { phraseOf } from '@/lib/ledger/said.ts';
import { spacesBeside, undoBeside } from '@/lib/ledger/spaces-for.ts';
import { useLive } from '@/lib/ledger/use-live.ts';
import { note } from '@/lib/ledger/writing.ts';

const PAGE = 50;

export function ActivityRoom({ ledger }: { readonly ledger: Ledger }) {
  const [limit, setLimit] = useState(PAGE);
  const [wrong, setWrong] = useState<string>();
  const chain = useLive(ledger, async () => (await ledger.verifyChain()) ?? ('intact' as const), []);
  const seen = useLive(ledger, async () => {
    const lines = await ledger.activity({ limit });
    const ids = [...new Set(lines.flatMap(({ people }) => people.slice(0, 3)))];
    const spaces = [...(await spacesBeside(ledger, PERSONAL_SPACE)), PRACTICE_SPACE].toReversed();
    const people = (await Promise.all(spaces.map((space) => ledger.persons(space, ids)))).flat();
    return { lines, names: new Map(people.map(({ person }) => [person.id, person.name])) };
  }, [limit]);
  const undo = async (batch: string): Promise<void> => {
    const undone = await undoBeside(ledger, PERSONAL_SPACE, batch);
    if (undone.ok) await note(ledger, { kind: 'undo', count: undone.value, batch });
    setWrong(undone.ok ? undefined : writePhrase(phraseOf(undone.error)));
  };
  const failed = [seen, chain].find((one) => one !== undefined && !one.ok);
  if (failed && !failed.ok) return <Notice tone="bata">{writePhrase(phraseOf(failed.error))}</Notice>;
  if (!seen?.ok) return null;
  return (
    <>
      {wrong && (
        <Notice tone="bata" live>
          {wrong}
        </Notice>
      )}
      <ActivityPage
        {...seen.value}
        chain={chain?.ok ? chain.value : undefined}
        more={seen.value.lines.length === limit}
        onMore={() => setLimit(limit + PAGE)}
        onUndo={(batch) => void undo(batch)}
      />
    </>
  );
}
