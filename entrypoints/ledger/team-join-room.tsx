import { useEffect, useRef } from 'react';
import { TeamJoin } from '@/components/ledger/team-join.tsx';
import { askTeam } from '@/lib/bus/team.ts';
import type { Phrase } from '@/lib/domain/verdict.ts';
import { requestSite } from '@/lib/platform/permissions.ts';
import { goTo } from './route.ts';
import { faultPhrase } from './team-fault.ts';

type Read = typeof import('@/lib/team/invite.ts').inviteFromText;

/** An invitation into a folder needs the browser's leave to reach it, which has to be asked while the click counts. */
export function TeamJoinRoom({ again }: { readonly again: () => Promise<void> }) {
  const read = useRef<Read>(undefined);
  useEffect(() => {
    void import('@/lib/team/invite.ts').then(({ inviteFromText }) => {
      read.current = inviteFromText;
    });
  }, []);
  const join = async (text: string, me: string): Promise<Phrase | undefined> => {
    const invitation = read.current?.(text);
    const folder = invitation?.ok ? invitation.value.servers.find((url) => /^https?:/.test(url)) : undefined;
    if (folder !== undefined && URL.canParse(folder) && !(await requestSite(new URL(folder).origin)))
      return { key: 'team_folder_permission' };
    const asked = await askTeam('join', { text, me });
    if (!asked.ok) return faultPhrase(asked.error);
    await again();
    goTo(`team/${asked.value.team}`);
    return undefined;
  };
  return <TeamJoin onJoin={join} onCancel={() => goTo('team')} />;
}
