import { useCallback, useEffect, useRef, useState } from 'react';
import { askTeam, onTeamNews } from '@/lib/bus/team.ts';
import type { TeamDone, TeamsView } from '@/lib/domain/team-view.ts';

interface Teams {
  /** Undefined: not asked yet. */
  readonly seen: TeamDone<TeamsView> | undefined;
  readonly again: () => Promise<void>;
}

/** The teams of this device, kept fresh. Where there is none, nothing is begun. */
export function useTeams(): Teams {
  const [seen, setSeen] = useState<TeamDone<TeamsView>>();
  // Answers may come in another order than the questions: that of the newest question counts.
  const asked = useRef(0);
  const again = useCallback(async (): Promise<void> => {
    asked.current += 1;
    const mine = asked.current;
    const state = await askTeam('state', null);
    if (mine === asked.current) setSeen(state);
  }, []);
  useEffect(() => {
    const gone = new AbortController();
    onTeamNews(() => void again(), gone.signal);
    void again();
    return () => gone.abort();
  }, [again]);
  return { seen, again };
}
