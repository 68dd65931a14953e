import * as v from 'valibot';
import type { Instant } from '../domain/person.ts';
import type {
  AlarmView,
  InviteView,
  ListView,
  MemberView,
  TeamView,
  UnconfirmedView,
  WhereView,
} from '../domain/team-view.ts';
import { type Cards, cardsOf } from './cards.ts';
import { TEAM_SCOPE } from './chain-entry.ts';
import type { Desk } from './desk.ts';
import { keptOf } from './host-rows.ts';
import { addressOf } from './place.ts';
import { openRequests } from './requests.ts';
import { readRow, verdictRow } from './rows.ts';
import type { Run } from './run.ts';
import { spaceOfScope } from './space-of-scope.ts';
import { isAdmin, isHere, mayWrite, memberOf, newestEpoch, type Place } from './team-state.ts';
import { whole } from './wire.ts';

const instant = (ms: number): Instant => new Date(ms).toISOString();

/** Undefined while the chain does not know this device. */
export async function shownTeam({ team, store, sync, place, relay }: Run): Promise<TeamView | undefined> {
  const { desk } = sync;
  const state = desk.chain.state();
  const device = desk.device.id;
  const own = memberOf(state, device);
  const known = state.devices.get(device);
  if (!own || !known) return undefined;
  const cards = await cardsOf(desk);
  const passed = new Set(await keptOf(store, 'passed'));
  const admin = isAdmin(state, device);
  const [root, hub] = [await keptOf(store, 'root'), own.role === 'owner'];
  return {
    id: team,
    ...(cards.team === undefined ? {} : { name: cards.team }),
    me: { member: own.id, device, role: own.role },
    removed: !isHere(own) || !isHere(known),
    place: { kind: place.kind, address: addressOf(place) },
    relay: relay(),
    members: membersOf(desk, cards),
    lists: listsOf(desk, cards, own.scopes),
    invites: admin ? invitesOf(desk) : [],
    requests: admin ? (await openRequests(desk, cards, passed)).map(({ view }) => view) : [],
    alarms: await alarmsOf(desk, passed),
    stops: await stopsOf(desk),
    kit: root ? 'untried' : hub ? 'tried' : 'elsewhere',
    waiting: (await store.keys('outbox')).length,
  };
}

/** How far these ops of this member have come, and whose devices have not confirmed them; of others' nothing. */
export async function shownPlaces(
  { sync }: Pick<Run, 'sync'>,
  scope: string,
  ops: readonly string[],
): Promise<readonly WhereView[]> {
  const { members } = await cardsOf(sync.desk);
  const found: WhereView[] = [];
  for (const op of ops) {
    const where = await sync.whereIs(scope, op);
    if (!where) continue;
    const { stage, seen, of, without } = where;
    const shown = without.map(({ seen: at, ...one }) => {
      const name = members.get(one.member);
      return { ...one, ...(name === undefined ? {} : { name }), ...(at === undefined ? {} : { seen: instant(at) }) };
    });
    found.push({ op, stage, seen, of, without: shown });
  }
  return found;
}

function membersOf(desk: Desk, cards: Cards): readonly MemberView[] {
  const state = desk.chain.state();
  const at = ({ hash }: Place): Instant => instant(desk.chain.entry(hash)?.at ?? 0);
  return [...state.members.values()].map((member) => {
    const name = cards.members.get(member.id);
    const devices = [...state.devices.values()].filter((device) => device.member === member.id);
    return {
      id: member.id,
      ...(name === undefined ? {} : { name }),
      role: member.role,
      lists: [...member.scopes].filter((scope) => scope !== TEAM_SCOPE),
      since: at(member.since),
      ...(member.removed ? { gone: at(member.removed) } : {}),
      devices: devices.map((device) => {
        const mine = device.id === desk.device.id;
        const seen = mine ? desk.around.now() : desk.beats.get(device.id)?.at;
        return { id: device.id, ...(seen === undefined ? {} : { seen: instant(seen) }), gone: !isHere(device), mine };
      }),
    };
  });
}

function listsOf(desk: Desk, cards: Cards, own: ReadonlySet<string>): readonly ListView[] {
  const state = desk.chain.state();
  return [...state.scopes.values()]
    .filter(({ id }) => id !== TEAM_SCOPE)
    .map((scope) => {
      const name = cards.lists.get(scope.id);
      return {
        id: scope.id,
        ...(name === undefined ? {} : { name }),
        ...(own.has(scope.id) ? { space: spaceOfScope(state.team, scope.id) } : {}),
        mayWrite: mayWrite(state, desk.device.id, scope.id),
        epoch: newestEpoch(scope),
      };
    });
}

const invitesOf = ({ chain, around }: Desk): readonly InviteView[] =>
  [...chain.state().invites.values()]
    .filter(({ used, until }) => !used && until > around.now())
    .map(({ invite, role, scopes, until }) => ({ id: invite, role, lists: scopes, until: instant(until) }));

const alarmRow = v.looseObject({
  kind: v.string(),
  at: whole,
  device: v.exactOptional(v.string()),
  scope: v.exactOptional(v.string()),
  detail: v.exactOptional(v.string()),
});

async function alarmsOf(
  { chain, around: { store } }: Desk,
  passed: ReadonlySet<string>,
): Promise<readonly AlarmView[]> {
  const alarms: AlarmView[] = [];
  for (const id of await store.keys('alarms')) {
    const row = passed.has(id) ? undefined : await store.get('alarms', id);
    if (!row) continue;
    const { kind, at, device, scope, detail } = readRow(alarmRow, row);
    const member = device === undefined ? undefined : chain.state().devices.get(device)?.member;
    alarms.push({
      id,
      kind,
      at: instant(at),
      ...(member === undefined ? {} : { member }),
      ...(scope === undefined ? {} : { list: scope }),
      ...(detail === undefined ? {} : { detail }),
    });
  }
  return alarms.toSorted((a, b) => (a.at < b.at ? 1 : -1));
}

async function stopsOf({ chain, around: { store } }: Desk): Promise<readonly UnconfirmedView[]> {
  const stops: UnconfirmedView[] = [];
  for (const id of await store.keys('held')) {
    const row = await store.get('verdict', id);
    if (!row) continue;
    const { scope, arrived } = readRow(verdictRow, row);
    const member = chain.state().devices.get(id.slice(0, id.indexOf('/')))?.member;
    stops.push({ id, list: scope, at: instant(arrived), ...(member === undefined ? {} : { member }) });
  }
  return stops;
}
