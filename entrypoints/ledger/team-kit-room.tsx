import { useEffect, useState } from 'react';
import { Notice } from '@/components/kit/notice.tsx';
import { writePhrase } from '@/components/kit/phrase.tsx';
import { TeamKit } from '@/components/ledger/team-kit.tsx';
import { teamName } from '@/components/ledger/team-names.ts';
import { askTeam } from '@/lib/bus/team.ts';
import type { TeamDone, TeamView } from '@/lib/domain/team-view.ts';
import { faultPhrase, refusalOf } from './team-fault.ts';

interface Props {
  readonly team: TeamView;
  readonly again: () => Promise<void>;
}
type Words = { readonly words: readonly string[]; readonly ask: readonly [number, number] };

/** The words are asked for only here, and only while they are still on this device. */
export function TeamKitRoom({ team, again }: Props) {
  const [read, setRead] = useState<TeamDone<Words>>();
  const { id, kit } = team;
  useEffect(() => {
    if (kit === 'untried') void askTeam('kit', { team: id }).then(setRead);
  }, [id, kit]);
  if (kit === 'untried' && read === undefined) return null;
  if (kit === 'untried' && read?.ok === false)
    return <Notice tone="bata">{writePhrase(faultPhrase(read.error))}</Notice>;
  return (
    <TeamKit
      team={{ id, name: teamName(team) }}
      kit={
        kit === 'untried' && read?.ok
          ? { kind: 'here', ...read.value }
          : { kind: kit === 'elsewhere' ? 'elsewhere' : 'gone' }
      }
      now={new Date().toISOString()}
      onPrint={() => window.print()}
      onTry={async (words) => {
        const refused = await refusalOf(askTeam('kitTried', { team: id, words }));
        await again();
        return refused;
      }}
    />
  );
}
