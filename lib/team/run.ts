import type { Op } from '../domain/op.ts';
import { ok, type Result } from '../domain/result.ts';
import type { RelayView } from '../domain/team-view.ts';
import { giveKeys, rotate } from './admin.ts';
import { cardsOf } from './cards.ts';
import { TEAM_SCOPE } from './chain-entry.ts';
import type { HostAround, Meeting } from './host-around.ts';
import { keeping, keptOf, type Place } from './host-rows.ts';
import { inTurn } from './in-turn.ts';
import { rotationDue } from './key-ring.ts';
import { renewPasses } from './passes.ts';
import { newestKey } from './send-out.ts';
import { scopeOfSpace, spaceOfScope } from './space-of-scope.ts';
import type { TeamStore } from './store.ts';
import type { Sync } from './sync.ts';
import { devicesOf, isAdmin, isHere, mayWrite, memberOf } from './team-state.ts';
import type { Transport, TransportFailure } from './transport.ts';

/** One team that this device is in, at work: connected, looking, telling the ledger. All that is done to it is done in turn. */
export interface Run {
  readonly team: string;
  readonly store: TeamStore;
  readonly sync: Sync;
  readonly place: Place;
  readonly signal: AbortSignal;
  relay(): RelayView;
  transport(): Transport;
  inTurn<T>(work: () => Promise<T>): Promise<T>;
  /** Within a turn. */
  exchange(): Promise<Result<null, TransportFailure>>;
  /** Soon, and once for all that asked before it began. */
  look(): Promise<Result<null, TransportFailure>>;
  close(): Promise<void>;
}

export interface RunWith {
  readonly team: string;
  readonly store: TeamStore;
  readonly sync: Sync;
  readonly around: HostAround;
}

/** The name under which the engine keeps where it stands with the place of the team. */
const RELAY = 'relay';

export async function openRun({ team, store, sync, around }: RunWith): Promise<Run> {
  const ended = new AbortController();
  const { signal } = ended;
  const kept = await keptOf(store, 'place');
  if (!kept) throw new TypeError('The store of the team does not say where it meets.');
  const place = kept;
  const turn = inTurn();
  const iso = (): string => new Date(around.now()).toISOString();
  const looked = await keptOf(store, 'looked');
  let relay: RelayView = {
    state: 'connecting',
    since: iso(),
    ...(looked === undefined ? {} : { at: new Date(looked).toISOString() }),
  };
  let met: { readonly as: string; readonly transport: Transport; readonly until: AbortController } | undefined;
  let next: Promise<Result<null, TransportFailure>> | undefined;

  const say = (state: RelayView['state'], failure?: TransportFailure): void => {
    const since = relay.state === state ? relay.since : iso();
    const { at } = relay;
    relay = { state, since, ...(at === undefined ? {} : { at }), ...(failure ? { failure: shown(failure) } : {}) };
    around.changed();
  };

  /** A credential or a role that changed is another way to the same place. */
  const connect = async (): Promise<Transport> => {
    const meeting = await meetingOf(store, sync, place);
    const as = JSON.stringify(meeting);
    if (met?.as === as) return met.transport;
    met?.until.abort();
    void met?.transport.close();
    const until = new AbortController();
    const transport = around.connect(meeting);
    met = { as, transport, until };
    transport.watch(
      (news) => {
        if (news === 'down') say('away', { kind: 'unreachable' });
        else void look();
      },
      AbortSignal.any([signal, until.signal]),
    );
    return transport;
  };

  const exchange = async (): Promise<Result<null, TransportFailure>> => {
    if (signal.aborted) return ok(null);
    await recordWritten(around, sync);
    let done = await sync.exchange(RELAY, await connect(), signal);
    if (done.ok && (await duties(store, sync, await connect(), signal)))
      done = await sync.exchange(RELAY, await connect(), signal);
    await takePass(store, sync);
    await tellSpaces(around, sync);
    if (signal.aborted) return ok(null);
    if (done.ok) {
      const now = around.now();
      await store.write([keeping('looked', now)]);
      relay = { ...relay, at: new Date(now).toISOString() };
      say('connected');
    } else say('away', done.error);
    return done;
  };

  const look = (): Promise<Result<null, TransportFailure>> => {
    next ??= turn(() => {
      next = undefined;
      return exchange();
    });
    return next;
  };

  await tellSpaces(around, sync);
  await connect();
  return {
    team,
    store,
    sync,
    place,
    signal,
    relay: () => relay,
    transport: () => {
      if (!met) throw new TypeError('not connected');
      return met.transport;
    },
    inTurn: turn,
    exchange,
    look,
    async close() {
      ended.abort();
      await turn(async () => met?.transport.close());
    },
  };
}

const shown = ({ kind, detail }: TransportFailure): NonNullable<RelayView['failure']> => ({
  kind: kind === 'refused' || kind === 'full' ? kind : 'unreachable',
  ...(detail === undefined ? {} : { detail }),
});

async function meetingOf(store: TeamStore, { desk }: Sync, place: Place): Promise<Meeting> {
  const credential = await keptOf(store, 'credential');
  const role = memberOf(desk.chain.state(), desk.device.id)?.role;
  const as = role === 'owner' || role === 'admin' ? 'admin' : role === 'editor' ? 'editor' : 'viewer';
  return { place, role: as, ...(credential ? { credential } : {}) };
}

/** What was written here since goes to the engine before anything is said to have been asked for. */
async function recordWritten({ ledger }: HostAround, { desk, record }: Sync): Promise<void> {
  for (let more = true; more; ) {
    more = false;
    for (const { space, ops } of await ledger.outgoing()) {
      const scope = scopeOfSpace(desk.chain.team, space);
      if (scope === undefined) continue;
      const kept = await record(scope, ops);
      // One that no envelope holds would keep all others back; it stays on this device.
      const done = kept.ok ? ops : kept.error.kind === 'too-large' ? await oneByOne(record, scope, ops) : [];
      if (done.length > 0) more = (await ledger.sent(done.map(({ id }) => id))).ok;
    }
  }
}

async function oneByOne(record: Sync['record'], scope: string, ops: readonly Op[]): Promise<readonly Op[]> {
  const done: Op[] = [];
  for (const op of ops) {
    const kept = await record(scope, [op]);
    if (kept.ok || kept.error.kind === 'too-large') done.push(op);
  }
  return done;
}

/** An admin's: a key for every device that is to have one, and a new key where one is due. True: there is more to offer. */
async function duties(store: TeamStore, { desk }: Sync, transport: Transport, signal: AbortSignal): Promise<boolean> {
  const state = desk.chain.state();
  if (!transport.writes || !isAdmin(state, desk.device.id)) return false;
  const before = (await store.keys('offer')).length;
  for (const scope of state.scopes.keys()) {
    const entitled = devicesOf(state, scope);
    const why = rotationDue(state, scope, desk.around.now(), entitled);
    // A list that was begun and has no key yet: who made it died in between.
    if (!entitled.has(desk.device.id) || !(why === 'begun' || (await newestKey(desk, scope)))) continue;
    await giveKeys(desk, scope);
    if (why) await rotate(desk, scope, why, transport, signal);
  }
  await renewPasses(store, desk, transport, signal);
  return (await store.keys('offer')).length > before;
}

/** Another credential for this device, brought by an admin. */
async function takePass(store: TeamStore, { desk }: Sync): Promise<void> {
  const [own, pass] = [await keptOf(store, 'credential'), (await cardsOf(desk)).passes.get(desk.device.id)];
  if (own && pass && pass.jwt !== own.jwt) await store.write([keeping('credential', { ...own, jwt: pass.jwt })]);
}

/** Lists that this member has or had, as the ledger is to know them. */
async function tellSpaces({ ledger }: HostAround, { desk }: Sync): Promise<void> {
  const state = desk.chain.state();
  const device = desk.device.id;
  const me = memberOf(state, device);
  if (!me) return;
  const cards = await cardsOf(desk);
  const had = [...desk.secrets.keys()].map((name) => name.slice(0, name.indexOf('/')));
  for (const scope of new Set([...me.scopes, ...had])) {
    if (scope === TEAM_SCOPE) continue;
    const writes = isHere(me) && mayWrite(state, device, scope);
    await ledger.keepSpace({
      id: spaceOfScope(state.team, scope),
      name: cards.lists.get(scope) ?? '',
      team: {
        id: state.team,
        scope,
        name: cards.team ?? '',
        member: me.id,
        writes,
        admin: isHere(me) && isAdmin(state, device),
      },
    });
  }
}
