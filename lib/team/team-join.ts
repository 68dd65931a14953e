import { err, ok, type Result } from '../domain/result.ts';
import type { JoiningView } from '../domain/team-view.ts';
import { type Desk, keepDevice, openDesk, put } from './desk.ts';
import { newDeviceKeys } from './device-keys.ts';
import type { HostAround } from './host-around.ts';
import { type Joining, keeping, keptOf, type Place } from './host-rows.ts';
import { inTurn } from './in-turn.ts';
import { inviteFromText, inviteKeysOf, makeRequest, readRequest } from './invite.ts';
import { answerIn } from './invite-answer.ts';
import { memoryStore } from './memory-store.ts';
import { newNatsKey } from './nkeys.ts';
import { passOf, placeOfInvite } from './place.ts';
import { teamIdOf } from './root-key.ts';
import { safetyPhrase } from './safety-phrase.ts';
import type { StoreChange, TeamStore } from './store.ts';
import { settleInbox } from './take-in.ts';
import type { Transport, TransportFailure } from './transport.ts';

/** Rows of a store for who answers an invitation: their keys and the answer, before anything is sent. */
export async function beginJoining(
  text: string,
  me: string,
  now: number,
): Promise<Result<{ readonly team: string; readonly rows: readonly StoreChange[] }, 'malformed'>> {
  const invitation = inviteFromText(text);
  const place = invitation.ok ? placeOfInvite(invitation.value) : undefined;
  if (!invitation.ok || !place || (await teamIdOf(invitation.value.root)) !== invitation.value.team)
    return err('malformed');
  const { team, secret, pass } = invitation.value;
  const device = await newDeviceKeys();
  const user = place.kind === 'server' ? { user: await newNatsKey('user') } : {};
  const piece = await makeRequest({ team, secret }, device, { name: me, ...(user.user ? { user: user.user.id } : {}) });
  const read = await readRequest(piece.bytes);
  if (!read.ok) return err('malformed');
  const joining: Joining = {
    secret,
    me,
    at: now,
    stage: 'sending',
    request: read.value.hash,
    path: piece.path,
    piece: piece.bytes,
    ...(pass === undefined ? {} : { pass }),
    ...user,
  };
  const rows: StoreChange[] = [keeping('place', place), keeping('joining', joining)];
  await keepDevice({ ...memoryStore(), write: async (changes) => void rows.push(...changes) }, device);
  return ok({ team, rows });
}

export interface Waiting {
  readonly team: string;
  readonly store: TeamStore;
  view(): JoiningView;
  /** True: they are in, and the team's own store is ready. */
  look(): Promise<boolean>;
  close(): Promise<void>;
}

export async function openJoining(
  team: string,
  store: TeamStore,
  around: HostAround,
  admitted: () => Promise<void>,
): Promise<Waiting | undefined> {
  const [place, kept, desk] = [
    await keptOf(store, 'place'),
    await keptOf(store, 'joining'),
    await openDesk(team, { store, ...NO_LEDGER, tell: () => undefined, now: around.now }),
  ];
  if (!place || !kept || !desk) return undefined;
  const ended = new AbortController();
  const { sign, readingKey } = await inviteKeysOf(kept.secret);
  const words = await safetyPhrase({
    team,
    invite: sign.publicKey,
    signKey: desk.device.sign.publicKey,
    boxKey: desk.device.boxes[0]?.publicKey ?? '',
  });
  const turn = inTurn();
  let joining = kept;
  let failure: TransportFailure | undefined;
  let met:
    | { readonly stage: Joining['stage']; readonly transport: Transport; readonly until: AbortController }
    | undefined;

  const keep = async (more: Partial<Joining>): Promise<void> => {
    joining = { ...joining, ...more };
    await store.write([keeping('joining', joining)]);
  };
  const connect = async (): Promise<Transport> => {
    const as = joining.stage === 'admitted' ? 'admitted' : 'sending';
    if (met?.stage === as) return met.transport;
    met?.until.abort();
    void met?.transport.close();
    const until = new AbortController();
    const transport = around.connect(await meeting(store, place, joining, sign.publicKey));
    met = { stage: as, transport, until };
    transport.watch(() => void look(), AbortSignal.any([ended.signal, until.signal]));
    return transport;
  };

  const hear = async (answer: Uint8Array): Promise<void> => {
    const read = await answerIn(answer, joining.request, readingKey);
    if (!read.ok || joining.stage === 'admitted') return;
    if (!read.value.admitted) return keep({ stage: 'refused' });
    const { jwt } = read.value;
    if (jwt !== undefined && joining.user)
      await store.write([keeping('credential', { jwt, id: joining.user.id, seed: joining.user.seed })]);
    await keep({ stage: 'admitted' });
  };

  const step = async (): Promise<boolean> => {
    const { signal } = ended;
    failure = undefined;
    if (joining.stage === 'sending') {
      const piece = { path: joining.path as `inv/${string}`, bytes: joining.piece };
      const sent = await (await connect()).put([piece], signal);
      if (!sent.ok) return failed(sent.error);
      await keep({ stage: 'waiting' });
    }
    if (joining.stage === 'waiting') {
      const read = await readNews(desk, await connect(), joining.path, signal, hear);
      if (!read.ok) return failed(read.error);
    }
    if (joining.stage === 'admitted') {
      const read = await readNews(desk, await connect(), joining.path, signal, hear);
      if (!read.ok) return failed(read.error);
    }
    return desk.chain.state().devices.has(desk.device.id);
  };
  const failed = (why: TransportFailure): false => {
    failure = why;
    return false;
  };

  let next: Promise<boolean> | undefined;
  const look = (): Promise<boolean> => {
    next ??= turn(async () => {
      next = undefined;
      if (ended.signal.aborted) return false;
      const isIn = await step();
      if (ended.signal.aborted) return false;
      if (isIn) await store.write([keeping('joining', undefined)]);
      around.changed();
      if (isIn) await admitted();
      return isIn;
    });
    return next;
  };

  return {
    team,
    store,
    look,
    view: () => ({
      team,
      words,
      stage: joining.stage,
      since: new Date(joining.at).toISOString(),
      ...(failure ? { failure: { kind: failure.kind === 'refused' ? 'refused' : 'unreachable' } as const } : {}),
    }),
    async close() {
      ended.abort();
      met?.until.abort();
      await met?.transport.close();
    },
  };
}

const NO_LEDGER = { take: async () => ok(null), takeBack: async () => ok(null) };

async function meeting(store: TeamStore, place: Place, { stage, pass }: Joining, invite: string) {
  if (stage === 'admitted') {
    const credential = await keptOf(store, 'credential');
    return { place, role: 'viewer', ...(credential ? { credential } : {}) } as const;
  }
  const credential = place.kind === 'server' ? passOf(pass) : undefined;
  return { place, role: 'invite', invite, ...(credential ? { credential } : {}) } as const;
}

/** What the chain says, and what was answered to this request. */
async function readNews(
  desk: Desk,
  transport: Transport,
  path: string,
  signal: AbortSignal,
  hear: (answer: Uint8Array) => Promise<void>,
): Promise<Result<null, TransportFailure>> {
  const beside = path.slice(0, path.lastIndexOf('/') + 1);
  for await (const part of transport.pull(undefined, signal, ['chain', 'inv'])) {
    if (!part.ok) return part;
    const { pieces } = part.value;
    const chain = pieces.filter((piece) => piece.path.startsWith('chain/'));
    await desk.around.store.write(chain.map((piece) => put('inbox', piece.path, piece.bytes)));
    for (const piece of pieces) if (piece.path.startsWith(beside) && piece.path !== path) await hear(piece.bytes);
  }
  await settleInbox(desk);
  return ok(null);
}
