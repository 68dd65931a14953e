import { err, ok } from '../domain/result.ts';
import type { TeamAnswers } from '../domain/team-acts.ts';
import type { TeamDone } from '../domain/team-view.ts';
import { cardsOf } from './cards.ts';
import type { HostAround } from './host-around.ts';
import { keeping, keptOf } from './host-rows.ts';
import { hubConfig } from './nats-config.ts';
import { newestOf } from './newest.ts';
import { accountOf } from './passes.ts';
import { placeOf } from './place.ts';
import { kitOf } from './root-key.ts';
import { readRow, verdictRow } from './rows.ts';
import { openRun, type Run } from './run.ts';
import { signKeysOf } from './sign.ts';
import { scopeOfSpace } from './space-of-scope.ts';
import { openSync } from './sync.ts';
import { beginTeam } from './team-begin.ts';
import { beginJoining, openJoining, type Waiting } from './team-join.ts';
import { admit, changeRole, failureOf, invite, newList, no, refuse, remove, settle } from './team-say.ts';
import { shownPlaces, shownTeam } from './team-shown.ts';
import { isAdmin, isHere, memberOf } from './team-state.ts';

export interface Host {
  readonly answers: TeamAnswers;
  /** Every team looks now; ends when all have, or have failed. */
  look(): Promise<void>;
  close(): Promise<void>;
}

/** All teams of this device at work. Knows of no browser: what it needs is around it. */
export async function openHost(around: HostAround): Promise<Host> {
  const runs = new Map<string, Run>();
  const joining = new Map<string, Waiting>();

  const open = async (team: string): Promise<void> => {
    const store = await around.stores.open(team);
    if (await keptOf(store, 'joining')) {
      const waiting = await openJoining(team, store, around, () => become(team));
      if (waiting) joining.set(team, waiting);
      return;
    }
    const { ledger, now, changed } = around;
    const { take, takeBack } = ledger;
    const sync = await openSync(team, { store, take, takeBack, tell: changed, now });
    // A store that holds no device is of a beginning that never was.
    if (sync) runs.set(team, await openRun({ team, store, sync, around }));
  };
  const become = async (team: string): Promise<void> => {
    await joining.get(team)?.close();
    await open(team);
    // Shown as the one or as the other at every moment.
    joining.delete(team);
    await runs.get(team)?.look();
    around.changed();
  };
  const known = async (team: string): Promise<boolean> => (await around.teams.get()).includes(team);
  const begin = async (team: string, rows: Parameters<Run['store']['write']>[0]): Promise<void> => {
    const store = await around.stores.open(team);
    await store.write(rows);
    await around.teams.set([...new Set([...(await around.teams.get()), team])]);
    await open(team);
  };
  const forget = async (team: string): Promise<void> => {
    await runs.get(team)?.close();
    await joining.get(team)?.close();
    runs.delete(team);
    joining.delete(team);
    await around.stores.erase(team);
    await around.teams.set((await around.teams.get()).filter((one) => one !== team));
    around.changed();
  };
  const withRun = async <T>(team: string, work: (run: Run) => Promise<TeamDone<T>>): Promise<TeamDone<T>> => {
    const run = runs.get(team);
    if (!run) return no('unknown');
    const done = await work(run);
    around.changed();
    return done;
  };
  const runOf = (space: string): Run | undefined =>
    [...runs.values()].find(({ team }) => scopeOfSpace(team, space) !== undefined);

  for (const team of await around.teams.get()) await open(team);

  const answers: TeamAnswers = {
    async state() {
      const teams = [];
      for (const run of runs.values()) {
        const shown = await shownTeam(run);
        if (shown) teams.push(shown);
      }
      return ok({ teams, joining: [...joining.values()].map((one) => one.view()) });
    },
    async create({ name, me, list, place }) {
      const fine = placeOf(place);
      if (!fine) return no('malformed', 'place');
      const { team, rows } = await beginTeam({ name, me, list, place: fine }, around.now());
      await begin(team, rows);
      void runs.get(team)?.look();
      return ok({ team });
    },
    serverFile: ({ team, ...plan }) => withRun(team, (run) => serverFile(run, plan, around.origin)),
    kit: ({ team }) =>
      withRun(team, async ({ store }) => {
        const root = await keptOf(store, 'root');
        return root ? ok({ words: await kitOf(await signKeysOf(root.seed)), ask: root.ask }) : no('unknown');
      }),
    kitTried: ({ team, words }) =>
      withRun(team, async ({ store }) => {
        const root = await keptOf(store, 'root');
        if (!root) return ok(null);
        const kit = await kitOf(await signKeysOf(root.seed));
        if (words.some((word, n) => word.trim().toLowerCase() !== kit[root.ask[n] ?? -1])) return no('wrong-words');
        await store.write([keeping('root', undefined)]);
        return ok(null);
      }),
    invite: ({ team, role, lists }) => withRun(team, (run) => invite(run, role, lists)),
    async join({ text, me }) {
      const begun = await beginJoining(text, me, around.now());
      if (!begun.ok) return no('malformed');
      const { team, rows } = begun.value;
      if (await known(team)) return no('exists');
      await begin(team, rows);
      const waiting = joining.get(team);
      void waiting?.look();
      return ok({ team, words: waiting?.view().words ?? [] });
    },
    admit: ({ team, request }) => withRun(team, (run) => admit(run, request)),
    refuse: ({ team, request }) => withRun(team, (run) => refuse(run, request)),
    role: ({ team, ...wish }) => withRun(team, (run) => changeRole(run, wish)),
    remove: ({ team, member, device }) => withRun(team, (run) => remove(run, member, device)),
    newList: ({ team, name, members }) => withRun(team, (run) => newList(run, name, members)),
    async share({ space, people }) {
      const run = runOf(space);
      if (!run) return no('unknown');
      const shared = await around.ledger.shareInto(space, people);
      if (!shared.ok) return no(shared.error.code === 'refused' ? 'not-allowed' : 'ledger', shared.error.code);
      void run.look();
      return ok({ people: new Set(shared.value.ops.map(({ subject }) => subject)).size, left: shared.value.left });
    },
    async whereIs({ space, ops }) {
      const run = runOf(space);
      const scope = run && scopeOfSpace(run.team, space);
      if (!run || scope === undefined) return no('unknown');
      return ok(await shownPlaces(run, scope, ops));
    },
    async newest({ spaces, within }) {
      const asked = spaces.flatMap((space) => {
        const run = runOf(space);
        return run ? [newestOf(run, space, within)] : [];
      });
      return ok(await Promise.all(asked));
    },
    settle: ({ team, stop, keep }) =>
      withRun(team, async (run) => {
        const row = await run.store.get('verdict', stop);
        return row ? settle(run, readRow(verdictRow, row).hash, stop, keep) : no('unknown');
      }),
    alarmRead: ({ team, alarm }) =>
      withRun(team, async ({ store }) => {
        const passed = (await keptOf(store, 'passed')) ?? [];
        await store.write([keeping('passed', [...new Set([...passed, alarm])])]);
        return ok(null);
      }),
    async look({ team }) {
      const waiting = joining.get(team);
      if (waiting) {
        await waiting.look();
        return ok(null);
      }
      return withRun(team, async (run) => {
        const done = await run.look();
        return done.ok ? done : err(failureOf(done.error));
      });
    },
    async leave({ team, keep = false }) {
      if (joining.has(team)) {
        await forget(team);
        return ok(null);
      }
      const run = runs.get(team);
      if (!run) return no('unknown');
      const gone = await leave(run);
      if (!gone.ok) return gone;
      // Nothing is taken any more while it goes.
      await run.close();
      const dropped = await around.ledger.drop(team, keep);
      if (!dropped.ok) {
        await open(team);
        return no('ledger', dropped.error.code);
      }
      await forget(team);
      return ok(null);
    },
  };

  return {
    answers,
    async look() {
      await Promise.all([...runs.values(), ...joining.values()].map((one) => one.look()));
    },
    async close() {
      await Promise.all([...runs.values(), ...joining.values()].map((one) => one.close()));
    },
  };
}

/**
 * Said to the team where the relay lets this member say it (a server takes entries of the chain from admins alone); who is
 * alone in it, or was removed, just goes.
 */
async function leave(run: Run): Promise<TeamDone<null>> {
  const { desk } = run.sync;
  const state = desk.chain.state();
  const own = memberOf(state, desk.device.id);
  const others = [...state.members.values()].filter((member) => member.id !== own?.id && isHere(member));
  if (!own || !isHere(own) || others.length === 0) return ok(null);
  if (run.place.kind === 'server' && !isAdmin(state, desk.device.id)) return ok(null);
  return remove(run, own.id, undefined);
}

type Plan = Omit<Parameters<TeamAnswers['serverFile']>[0], 'team'>;

/** Complete: the server starts with it. Made by who holds the server's keys. */
async function serverFile(
  run: Run,
  { firefox, version, host, port, folder, tls }: Plan,
  origin: string | undefined,
): Promise<TeamDone<{ name: string; text: string }>> {
  const hub = await keptOf(run.store, 'hub');
  if (!hub) return no('no-key', 'server');
  const name = (await cardsOf(run.sync.desk)).team ?? '';
  const node = { name: 'izin', host, port: 4222, webSocketPort: port, tls, folder, diskGigabytes: 10 };
  const accounts = [{ id: hub.account.id, jwt: await accountOf(hub, name) }];
  const origins = firefox || origin === undefined ? [] : [origin];
  return ok({ name: 'izin-nats.conf', text: hubConfig({ operator: hub.operator, accounts, node, version, origins }) });
}
