import { never } from '../domain/result.ts';
import { type Act, type Entry, type Last, TEAM_SCOPE } from './chain-entry.ts';
import { lower } from './chain-rights.ts';
import { type Device, devicesOf, isHere, type Member, type Place, settledKey, type TeamState } from './team-state.ts';

/** Whether two entries did not know of each other. */
export type Concurrent = (a: Place, b: Place) => boolean;

export const noTeam = (team: string): TeamState => ({
  team,
  root: '',
  members: new Map(),
  devices: new Map(),
  invites: new Map(),
  scopes: new Map(),
  settled: new Map(),
});

/** The state after one more entry that may stand. Maps that it does not touch are shared with the state before. */
export function apply(state: TeamState, entry: Entry, concurrent: Concurrent): TeamState {
  const { act, at, by } = entry;
  const place: Place = { n: entry.n, hash: entry.hash };
  switch (act.kind) {
    case 'create': {
      const scopes = new Set([TEAM_SCOPE]);
      const owner: Member = { id: act.member, role: 'owner', scopes, since: place, setBy: place };
      return {
        ...noTeam(state.team),
        root: act.root,
        members: new Map([[owner.id, owner]]),
        devices: new Map([deviceFrom(entry, act, place)]),
        scopes: new Map([[TEAM_SCOPE, { id: TEAM_SCOPE, epochs: new Map() }]]),
      };
    }
    case 'invite': {
      const { invite, role, scopes, until, member } = act;
      const offered = { invite, role, scopes, until, by, ...(member === undefined ? {} : { member }) };
      return { ...state, invites: withOne(state.invites, invite, offered) };
    }
    case 'admit': {
      const invite = state.invites.get(act.invite);
      if (!invite) return state;
      const member: Member = state.members.get(act.member) ?? {
        id: act.member,
        role: invite.role,
        scopes: new Set([TEAM_SCOPE, ...invite.scopes]),
        since: place,
        setBy: place,
      };
      const [id, device] = deviceFrom(entry, act, place);
      return {
        ...state,
        members: withOne(state.members, member.id, member),
        devices: withOne(state.devices, id, device),
        invites: withOne(state.invites, invite.invite, { ...invite, used: place }),
      };
    }
    case 'role':
      return withRole(state, act, place, concurrent);
    case 'remove':
      return withRemoval(state, act, place);
    case 'scope': {
      const members = new Map(state.members);
      for (const id of act.members) {
        const member = members.get(id);
        if (member) members.set(id, { ...member, scopes: new Set([...member.scopes, act.scope]) });
      }
      return { ...state, members, scopes: withOne(state.scopes, act.scope, { id: act.scope, epochs: new Map() }) };
    }
    case 'rotate': {
      const scope = state.scopes.get(act.scope);
      if (!scope) return state;
      const devices = new Set(devicesOf(state, act.scope).keys());
      const made = { place, at, by, key: act.key, token: act.token, devices };
      const epochs = withOne(scope.epochs, act.epoch, [...(scope.epochs.get(act.epoch) ?? []), made]);
      return { ...state, scopes: withOne(state.scopes, scope.id, { ...scope, epochs }) };
    }
    case 'policy':
      return { ...state, policy: { place, hash: act.hash } };
    case 'intent':
      return state;
    case 'settle': {
      const key = settledKey(act);
      return { ...state, settled: withOne(state.settled, key, act.keep && state.settled.get(key) !== false) };
    }
    default:
      return never(act);
  }
}

const withOne = <K, T>(map: ReadonlyMap<K, T>, key: K, value: T): ReadonlyMap<K, T> => new Map(map).set(key, value);

type Bringing = Extract<Act, { readonly sign: string }>;
function deviceFrom(entry: Entry, { member, sign, box }: Bringing, since: Place): readonly [string, Device] {
  const id = entry.brings ?? '';
  return [id, { id, member, sign, box, since }];
}

/** Of two changes that did not know of each other the lower role holds, and the scopes that both gave. */
function withRole(
  state: TeamState,
  { member, role, scopes, last }: Extract<Act, { readonly kind: 'role' }>,
  place: Place,
  concurrent: Concurrent,
): TeamState {
  const before = state.members.get(member);
  if (!before) return state;
  const unseen = concurrent(before.setBy, place);
  const after: Member = {
    ...before,
    role: unseen ? lower(before.role, role) : role,
    scopes: new Set([TEAM_SCOPE, ...scopes.filter((scope) => !unseen || before.scopes.has(scope))]),
    setBy: place,
  };
  const members = withOne(state.members, member, after);
  if (last.length === 0) return { ...state, members };
  return { ...state, members, devices: withEnds(state, last, place, (device) => device.member === member) };
}

function withRemoval(
  state: TeamState,
  { member, device, last }: Extract<Act, { readonly kind: 'remove' }>,
  place: Place,
): TeamState {
  const goes = (one: Device): boolean => one.member === member && (device === undefined || one.id === device);
  const ended = withEnds(state, last, place, goes);
  const devices = new Map(
    [...ended].map(([id, one]) => [
      id,
      goes(one) && isHere(one) ? { ...one, removed: place, ended: one.ended ?? place } : one,
    ]),
  );
  const target = state.members.get(member);
  if (!target || device !== undefined) return { ...state, devices };
  return {
    ...state,
    devices,
    members: withOne(state.members, member, { ...target, removed: target.removed ?? place }),
  };
}

/** The earliest end of a log stands: what a later entry knew more of was refused by an earlier one. */
function withEnds(
  { devices }: TeamState,
  last: readonly Last[],
  place: Place,
  of: (device: Device) => boolean,
): ReadonlyMap<string, Device> {
  const ends = new Map(last.map((one) => [one.device, one]));
  return new Map(
    [...devices].map(([id, device]) => {
      const end = ends.get(id);
      if (!end || !of(device)) return [id, device];
      if (device.last && device.last.dseq <= end.dseq) return [id, device];
      return [id, { ...device, ended: device.ended ?? place, last: end }];
    }),
  );
}
