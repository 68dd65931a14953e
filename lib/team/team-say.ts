import { err, ok, type Result } from '../domain/result.ts';
import type { TeamDone, TeamFailure } from '../domain/team-view.ts';
import { commitEntry, lastOf, type NotDone, removeMember, rotate } from './admin.ts';
import { cardOf, cardsOf } from './cards.ts';
import { type Act, TEAM_SCOPE } from './chain-entry.ts';
import { newName } from './chain-make.ts';
import { put } from './desk.ts';
import { keeping, keptOf } from './host-rows.ts';
import { type Invitation, inviteKeysOf, inviteToText, newInviteSecret } from './invite.ts';
import { makeAnswer } from './invite-answer.ts';
import { newCredential } from './nats-credentials.ts';
import { grantPass, natsRoleOf, revokeAtServer } from './passes.ts';
import { inviteOf } from './place.ts';
import { openRequests } from './requests.ts';
import type { Run } from './run.ts';
import { newestKey } from './send-out.ts';
import { isHere, mayWrite } from './team-state.ts';
import type { TransportFailure } from './transport.ts';

/* What an admin does to a team: asked for the newest first, decided on it, said at the relay, and followed through. */

export const no = (kind: TeamFailure['kind'], detail?: string): Result<never, TeamFailure> =>
  err({ kind, ...(detail === undefined ? {} : { detail }) });

export const failureOf = ({ kind, detail }: TransportFailure): TeamFailure => ({
  kind: kind === 'refused' || kind === 'full' ? kind : 'unreachable',
  ...(detail === undefined ? {} : { detail }),
});

const failureOfDone = (done: NotDone): TeamFailure =>
  done.kind === 'transport'
    ? failureOf(done.failure)
    : { kind: done.kind, ...(done.kind === 'not-allowed' ? { detail: done.why } : {}) };

/** With the newest that the relay has, and offered at once. `work` is done again once when somebody was there first. */
export function says<T>(run: Run, work: () => Promise<TeamDone<T>>): Promise<TeamDone<T>> {
  return run.inTurn(async () => {
    for (let again = true; ; again = false) {
      const met = await run.exchange();
      if (!met.ok) return err(failureOf(met.error));
      const done = await work();
      if (!done.ok && done.error.kind === 'behind' && again) continue;
      if (!done.ok) return done;
      // It counts; what else is to be offered for it is offered again later if the line breaks now.
      await run.exchange();
      return done;
    }
  });
}

async function entry(run: Run, act: Act): Promise<TeamDone<string>> {
  const done = await commitEntry(run.sync.desk, act, run.transport(), run.signal);
  if (done.ok) return done;
  // The relay lacks entries before this one: they are offered again, and this one after them.
  const lacks = done.error.kind === 'transport' && done.error.failure.kind === 'reset';
  return err(lacks ? { kind: 'behind' } : failureOfDone(done.error));
}

const HOURS_72 = 72 * 3_600_000;

export const invite = (
  run: Run,
  role: Extract<Act, { kind: 'invite' }>['role'],
  lists: readonly string[],
): Promise<TeamDone<{ id: string; text: string; until: string }>> =>
  says(run, async () => {
    const { desk } = run.sync;
    const state = desk.chain.state();
    const secret = newInviteSecret();
    const { sign, readingKey } = await inviteKeysOf(secret);
    const until = desk.around.now() + HOURS_72;
    const card = await cardOf(desk, sign.publicKey, { reading: readingKey });
    if (!card) return no('no-key');
    const hub = await keptOf(run.store, 'hub');
    if (run.place.kind === 'server' && !hub) return no('no-key', 'server');
    const may = { kind: 'invite', invite: sign.publicKey } as const;
    const pass = hub && (await newCredential(hub.signer, hub.account.id, may, Math.floor(until / 1000)));
    const scopes = [...new Set(lists)].sort();
    const done = await entry(run, { kind: 'invite', invite: sign.publicKey, role, scopes, until, card });
    if (!done.ok) return done;
    const where = inviteOf(run.place, pass);
    const invitation: Invitation = { v: 1, team: state.team, root: state.root, secret, ...where };
    return ok({ id: sign.publicKey, text: inviteToText(invitation), until: new Date(until).toISOString() });
  });

export const admit = (run: Run, hash: string): Promise<TeamDone<null>> =>
  says(run, async () => {
    const { desk } = run.sync;
    const cards = await cardsOf(desk);
    const open = (await openRequests(desk, cards, new Set())).find(({ request }) => request.hash === hash);
    if (!open) return no('expired');
    const { request, by } = open;
    const member = open.invite.member ?? newName();
    const card = await cardOf(desk, member, { name: by.name });
    const hub = await keptOf(run.store, 'hub');
    const needsPass = run.place.kind === 'server';
    if (!card || (needsPass && !(hub && by.user !== undefined))) return no('no-key', card ? 'server' : 'team');
    const { invite: key, sign, box } = request;
    const done = await entry(run, { kind: 'admit', invite: key, member, sign, box, request: hash, card });
    if (!done.ok) return done;
    let jwt: string | undefined;
    if (needsPass && hub && by.user !== undefined) {
      const role = natsRoleOf(desk.chain.state(), request.device);
      const granted = await grantPass(hub, role, request.device, by.user, desk.around.now());
      await run.store.write([keeping('hub', granted.hub)]);
      jwt = granted.jwt;
    }
    return answer(run, key, hash, { admitted: true, ...(jwt === undefined ? {} : { jwt }) });
  });

async function answer(
  run: Run,
  invite: string,
  hash: string,
  said: { readonly admitted: boolean; readonly jwt?: string },
): Promise<TeamDone<null>> {
  const key = (await cardsOf(run.sync.desk)).readingKeys.get(invite);
  if (!key) return no('no-key');
  const piece = await makeAnswer(invite, hash, key, said);
  await run.store.write([put('offer', piece.path, piece.bytes)]);
  return ok(null);
}

export const refuse = (run: Run, hash: string): Promise<TeamDone<null>> =>
  says(run, async () => {
    const passed = (await keptOf(run.store, 'passed')) ?? [];
    const open = await openRequests(run.sync.desk, await cardsOf(run.sync.desk), new Set(passed));
    const found = open.find(({ request }) => request.hash === hash);
    if (!found) return no('unknown');
    await run.store.write([keeping('passed', [...passed, hash])]);
    return answer(run, found.request.invite, hash, { admitted: false });
  });

export const changeRole = (
  run: Run,
  wish: {
    readonly member: string;
    readonly role: Extract<Act, { kind: 'role' }>['role'];
    readonly lists: readonly string[];
  },
): Promise<TeamDone<null>> =>
  says(run, async () => {
    const { desk } = run.sync;
    const { member, role, lists } = wish;
    const state = desk.chain.state();
    const before = state.members.get(member);
    if (!before) return no('unknown');
    const devices = [...state.devices.values()].filter((device) => device.member === member);
    const wrote = devices.some(({ id }) => [...before.scopes].some((scope) => mayWrite(state, id, scope)));
    const still = role === 'admin' || role === 'editor';
    // Only a right to write that goes needs to be said where it ended.
    const loses =
      wrote && (!still || [...before.scopes].some((scope) => scope !== TEAM_SCOPE && !lists.includes(scope)));
    const last = loses && !still ? lastOf(desk, member) : [];
    const scopes = [...new Set(lists)].sort();
    const done = await entry(run, { kind: 'role', member, role, scopes, last });
    if (!done.ok) return done;
    return rotateAll(
      run,
      [...before.scopes].filter((scope) => scope !== TEAM_SCOPE && !lists.includes(scope)),
    );
  });

/** A member, or one of their devices; every list of theirs gets a new key in the same step. */
export const remove = (run: Run, member: string, device: string | undefined): Promise<TeamDone<null>> =>
  says(run, async () => {
    const { desk } = run.sync;
    const state = desk.chain.state();
    const target = state.members.get(member);
    const devices = [...state.devices.values()].filter(
      (one) => one.member === member && isHere(one) && (device === undefined || one.id === device),
    );
    if (!target || devices.length === 0) return no('unknown');
    const owners = [...state.members.values()].filter((one) => one.role === 'owner' && isHere(one));
    if (device === undefined && target.role === 'owner' && owners.length === 1) return no('kept');
    const done = device === undefined ? await removeAll(run, member) : await removeOne(run, member, device);
    if (!done.ok) return done;
    if (run.place.kind === 'server') {
      const name = (await cardsOf(desk)).team ?? '';
      const at = { now: desk.around.now(), signal: run.signal };
      await revokeAtServer(
        run.store,
        run.place.urls,
        devices.map(({ id }) => id),
        name,
        at,
      );
    }
    return done;
  });

async function removeAll(run: Run, member: string): Promise<TeamDone<null>> {
  const { desk } = run.sync;
  // Who leaves makes no new key: the first admin who hears of it does.
  if (desk.chain.state().devices.get(desk.device.id)?.member === member)
    return nothing(await entry(run, { kind: 'remove', member, last: lastOf(desk, member) }));
  const done = await removeMember(desk, member, run.transport(), run.signal);
  return done.ok ? done : err(failureOfDone(done.error));
}

async function removeOne(run: Run, member: string, device: string): Promise<TeamDone<null>> {
  const { desk } = run.sync;
  const last = lastOf(desk, member).filter((one) => one.device === device);
  const done = await entry(run, { kind: 'remove', member, device, last });
  if (!done.ok) return done;
  return rotateAll(run, [...(desk.chain.state().members.get(member)?.scopes ?? [])]);
}

/** Those that this admin has; the others are rotated by the first admin online who has them. */
async function rotateAll({ sync, transport, signal }: Run, scopes: readonly string[]): Promise<TeamDone<null>> {
  for (const scope of scopes) {
    if (!(await newestKey(sync.desk, scope))) continue;
    const rotated = await rotate(sync.desk, scope, 'removed', transport(), signal);
    if (!rotated.ok) return err(failureOfDone(rotated.error));
  }
  return ok(null);
}

export const newList = (run: Run, name: string, members: readonly string[]): Promise<TeamDone<{ list: string }>> =>
  says(run, async () => {
    const { desk } = run.sync;
    const own = desk.chain.state().devices.get(desk.device.id)?.member ?? '';
    const list = newName();
    const card = await cardOf(desk, list, { name });
    if (!card) return no('no-key');
    const all = [...new Set([own, ...members])].sort();
    const done = await entry(run, { kind: 'scope', scope: list, members: all, card });
    if (!done.ok) return done;
    const rotated = await rotate(desk, list, 'begun', run.transport(), run.signal);
    return rotated.ok ? ok({ list }) : err(failureOfDone(rotated.error));
  });

export const settle = (run: Run, hash: string, place: string, keep: boolean): Promise<TeamDone<null>> =>
  says(run, async () => {
    const [device = '', dseq = ''] = place.split('/');
    return nothing(await entry(run, { kind: 'settle', device, dseq: Number(dseq), hash, keep }));
  });

const nothing = <T>(done: Result<T, TeamFailure>): TeamDone<null> => (done.ok ? ok(null) : done);
