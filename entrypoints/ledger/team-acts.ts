import type { TeamActs } from '@/components/ledger/team-acts.ts';
import type { NewTeam } from '@/components/ledger/team-create.tsx';
import type { ServerPlan } from '@/components/ledger/team-server.tsx';
import { askTeam } from '@/lib/bus/team.ts';
import { err, ok } from '@/lib/domain/result.ts';
import type { TeamDone, TeamView } from '@/lib/domain/team-view.ts';
import type { Phrase } from '@/lib/domain/verdict.ts';
import { requestSite } from '@/lib/platform/permissions.ts';
import { download } from './download.ts';
import { goTo } from './route.ts';
import { faultPhrase, refusalOf } from './team-fault.ts';

/** What is pressed on the page of one team; what it changed is asked for anew at once. */
export function teamActs(team: string, again: () => Promise<void>): TeamActs {
  const act = async (answer: Promise<TeamDone<unknown>>): Promise<Phrase | undefined> => {
    const refused = await refusalOf(answer);
    await again();
    return refused;
  };
  return {
    look: () => act(askTeam('look', { team })),
    invite: async (role, lists) => {
      const made = await askTeam('invite', { team, role, lists });
      return made.ok ? ok(made.value) : err(faultPhrase(made.error));
    },
    copy: (text) =>
      navigator.clipboard.writeText(text).then(
        () => true,
        () => false,
      ),
    saveInvite: (text) => download('izin.invite', text, 'text/plain'),
    admit: (request) => act(askTeam('admit', { team, request })),
    refuse: (request) => act(askTeam('refuse', { team, request })),
    change: (member, role, lists) => act(askTeam('role', { team, member, role, lists })),
    remove: (member, device) => act(askTeam('remove', { team, member, ...(device ? { device } : {}) })),
    newList: (name, members) => act(askTeam('newList', { team, name, members })),
    settle: (stop, keep) => act(askTeam('settle', { team, stop, keep })),
    alarmRead: (alarm) => act(askTeam('alarmRead', { team, alarm })),
    leave: async (keep) => {
      const refused = await act(askTeam('leave', { team, keep }));
      if (refused === undefined) goTo('team');
      return refused;
    },
  };
}

/** A folder is reached only where the browser's user said so; it is asked first, while the click counts. */
export async function createTeam(wish: NewTeam, again: () => Promise<void>): Promise<Phrase | undefined> {
  const { place } = wish;
  if (place.kind === 'folder' && !(await requestSite(new URL(place.url).origin)))
    return { key: 'team_folder_permission' };
  const made = await askTeam('create', wish);
  if (!made.ok) return faultPhrase(made.error);
  await again();
  goTo(`team/${made.value.team}`);
  return undefined;
}

/** Paths are those of `assets/guides/team-server.md`. */
export async function saveServerFile({ id, place }: TeamView, plan: ServerPlan): Promise<Phrase | undefined> {
  const { port, protocol } = new URL(place.address.split(',')[0] ?? '');
  const { version, firefox } = plan;
  const made = await askTeam('serverFile', {
    team: id,
    firefox,
    version,
    host: protocol === 'ws:' ? '127.0.0.1' : '0.0.0.0',
    port: Number(port) || (protocol === 'ws:' ? 80 : 443),
    folder: '/var/lib/izin',
    ...(protocol === 'ws:' ? {} : { tls: { cert: '/etc/izin/cert.pem', key: '/etc/izin/key.pem' } }),
  });
  if (!made.ok) return faultPhrase(made.error);
  download(made.value.name, made.value.text, 'text/plain');
  return undefined;
}
