import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { jetstreamManager } from '@nats-io/jetstream';
import { jwtAuthenticator, type NatsConnection, wsconnect } from '@nats-io/nats-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { natsTransport } from '../../lib/team/nats.transport.ts';
import { accountJwt, type Credential, NO_LIMITS } from '../../lib/team/nats-credentials.ts';
import { pushAccount } from '../../lib/team/nats-hub-push.ts';
import { inboxOf, type NatsRole } from '../../lib/team/nats-permissions.ts';
import type { Piece, Transport } from '../../lib/team/transport.ts';
import { drain, putAll } from '../unit/team/moving.ts';
import { aBeat, aBox, aJoin, anEntry, anEnvelope, aPage } from '../unit/team/pieces.ts';
import { transportSuite } from '../unit/team/transport-suite.ts';
import { type Hub, socketFrom, startHub, type Team } from './support/nats.ts';
import { bytesIn, widerCredential } from './support/nats-raw.ts';

const live = new AbortController().signal;
const transportOf = (hub: Hub, credential: Credential, role: NatsRole, socket = socketFrom()): Transport =>
  natsTransport({
    servers: hub.urls,
    credential,
    role: role.kind,
    ...(role.kind === 'invite' ? { invite: role.invite } : {}),
    replicas: 1,
    socket,
  });
const emptied = async ({ nodes }: Hub): Promise<void> => {
  const [node] = nodes;
  await node?.kill('SIGKILL');
  rmSync(join(node?.folder ?? '', 'data'), { recursive: true, force: true });
  await node?.start();
};

transportSuite('nats-server', { compares: true, erases: true, stories: 10 }, async () => {
  // A team of its own for each test: an account that nobody has used.
  const hub = await startHub({ teams: Array.from({ length: 70 }, (_, n) => `team ${n}`), nodes: 1 });
  const unused = [...hub.teams];
  return {
    async fresh() {
      const team = unused.pop();
      if (team === undefined) throw new Error('more teams are needed');
      return {
        connect: async () => transportOf(hub, await team.mint({ kind: 'admin' }), { kind: 'admin' }),
        wipe: () => emptied(hub),
        close: async () => {},
      };
    },
    stop: () => hub.stop(),
  };
});

describe('a nats-server with the configuration of Izin', () => {
  let hub: Hub;
  let [humas, riset]: readonly Team[] = [];
  const open: { close(): Promise<unknown> }[] = [];
  beforeAll(async () => {
    hub = await startHub({ teams: ['Humas', 'Riset'], nodes: 1 });
    [humas, riset] = hub.teams;
    await putAll(await as(humas!, { kind: 'admin' }), [
      anEntry(0),
      anEnvelope('a1', 1),
      aBox('1', 1, 'b2'),
      aPage('1', 1, '0a'),
    ]);
    await putAll(
      await as(riset!, { kind: 'admin' }),
      Array.from({ length: 100 }, (_, n) => anEnvelope('c3', n + 1)),
    );
  });
  afterAll(async () => {
    for (const one of open.reverse()) await one.close();
    await hub?.stop();
  });

  const as = async (team: Team, role: NatsRole, expires?: number): Promise<Transport> => {
    const transport = transportOf(hub, await team.mint(role, expires), role);
    open.push(transport);
    return transport;
  };
  /** Past our own code, as somebody would who has stolen the credential. */
  const raw = async (credential: Credential): Promise<NatsConnection> => {
    const nc = await wsconnect({
      servers: [...hub.urls],
      authenticator: jwtAuthenticator(credential.jwt, new TextEncoder().encode(credential.seed)),
      inboxPrefix: inboxOf(credential.id),
      wsFactory: socketFrom(),
    });
    open.push(nc);
    return nc;
  };
  const rawAs = async (team: Team, role: NatsRole): Promise<NatsConnection> => raw(await team.mint(role));
  const kindOf = async (put: ReturnType<Transport['put']>): Promise<string> => {
    const answer = await put;
    return answer.ok ? String(answer.value[0]) : answer.error.kind;
  };
  /** In the moment in which a connection breaks nobody knows yet why. */
  const inTheEnd = async (transport: Transport, piece: Piece): Promise<string> => {
    const kind = await kindOf(transport.put([piece], live));
    return kind === 'unreachable' ? inTheEnd(transport, piece) : kind;
  };
  const refused = (asked: Promise<unknown>): Promise<unknown> =>
    expect(asked).rejects.toThrow(/permissions violation/i);

  test('an editor writes as itself, and as nobody else', async () => {
    const editor = await as(humas!, { kind: 'editor', device: 'b2' });
    expect(await kindOf(editor.put([anEnvelope('b2', 1)], live))).toBe('stored');
    expect(await kindOf(editor.put([aBeat('b2', 1)], live))).toBe('stored');
    for (const piece of [
      anEnvelope('a1', 2),
      aBeat('a1', 1),
      anEntry(1),
      aBox('1', 2, 'b2'),
      aPage('1', 2, '0a'),
      aJoin('c3'),
    ])
      expect(await kindOf(editor.put([piece], live))).toBe('refused');
  });

  test('a viewer reads everything but requests to join, and writes its own heads alone', async () => {
    const viewer = await as(humas!, { kind: 'viewer', device: 'd4' });
    const admin = await as(humas!, { kind: 'admin' });
    await putAll(admin, [aJoin('e5')]);
    const paths = (await drain(viewer)).pieces.map(({ path }) => path);
    expect(paths).toContain(anEnvelope('a1', 1).path);
    expect(paths.filter((path) => path.startsWith('inv/'))).toEqual([]);
    expect((await drain(admin)).pieces.some(({ path }) => path.startsWith('inv/'))).toBe(true);
    expect(await kindOf(viewer.put([aBeat('d4', 1)], live))).toBe('stored');
    for (const piece of [anEnvelope('d4', 1), aBeat('a1', 2), anEntry(1), aJoin('e5')])
      expect(await kindOf(viewer.put([piece], live))).toBe('refused');
  });

  test.each([
    { kind: 'editor', device: 'b2' },
    { kind: 'viewer', device: 'd4' },
  ] as const)('no $kind removes, purges, changes or makes a stream', async (role) => {
    const transport = await as(humas!, role);
    expect(await transport.remove([anEnvelope('a1', 1).path], live)).toMatchObject({
      ok: false,
      error: { kind: 'refused' },
    });
    const jsm = await jetstreamManager(await rawAs(humas!, role), { checkAPI: false });
    const { config } = await jsm.streams.info('OPS');
    await refused(jsm.streams.deleteMessage('OPS', 1, true));
    await refused(jsm.streams.purge('OPS'));
    await refused(jsm.streams.update('OPS', { ...config, max_msgs: 1 }));
    await refused(jsm.streams.add({ name: 'MORE', subjects: ['t.more'] }));
    await refused(jsm.streams.delete('OPS'));
    const admin = await as(humas!, { kind: 'admin' });
    expect(await admin.get(anEnvelope('a1', 1).path, live)).toEqual({ ok: true, value: anEnvelope('a1', 1) });
  });

  test('an admin deletes no stream, and lists none', async () => {
    const jsm = await jetstreamManager(await rawAs(humas!, { kind: 'admin' }), { checkAPI: false });
    await refused(jsm.streams.delete('OPS'));
    await refused(jsm.streams.names().next());
  });

  test('nobody reads the replies of another', async () => {
    const [one, two] = [await humas!.mint({ kind: 'viewer', device: 'd4' }), await humas!.mint({ kind: 'admin' })];
    const nc = await raw(one);
    const why = await new Promise((done) => nc.subscribe(`${inboxOf(two.id)}.>`, { callback: done }));
    expect(String(why)).toMatch(/permissions violation/i);
  });

  test('one team sees and hears nothing of another', async () => {
    const admin = await as(humas!, { kind: 'admin' });
    expect((await drain(admin)).pieces.filter(({ path }) => path.startsWith('ops/c3'))).toEqual([]);
    const nc = await rawAs(humas!, { kind: 'admin' });
    let heard = 0;
    nc.subscribe('t.>', {
      callback: () => {
        heard += 1;
      },
    });
    await nc.flush();
    await putAll(await as(riset!, { kind: 'admin' }), [anEnvelope('c3', 101)]);
    await nc.flush();
    expect(heard).toBe(0);
    await putAll(admin, [anEnvelope('a1', 7)]);
    await nc.flush();
    expect(heard).toBeGreaterThan(0);
  });

  test('no admin empties another team, which a credential with every right could on this server', async () => {
    const there = async (): Promise<number> =>
      (await drain(await as(riset!, { kind: 'admin' }), undefined, ['ops'])).pieces.length;
    const before = await there();
    const purge = `$JS.API.ACCOUNT.PURGE.${riset!.key.id}`;
    const admin = await rawAs(humas!, { kind: 'admin' });
    await refused(admin.request(purge, '', { timeout: 2000 }));
    expect(await there()).toBe(before);
    const wide = await raw(await widerCredential(humas!));
    await wide.request(purge, '', { timeout: 2000 }).catch(() => undefined);
    expect(before).toBeGreaterThanOrEqual(100);
    expect(await there()).toBe(0);
  });

  test('one who was invited asks, sees the answer to it, and nothing else', async () => {
    const role = { kind: 'invite', invite: 'abc1' } as const;
    const guest = await as(humas!, role);
    expect(await kindOf(guest.put([aJoin('abc1')], live))).toBe('stored');
    for (const piece of [aJoin('abc2'), anEnvelope('a1', 9), aBeat('a1', 9)])
      expect(await kindOf(guest.put([piece], live))).toBe('refused');
    const admin = await as(humas!, { kind: 'admin' });
    await putAll(admin, [aJoin('abc2', 'aaaa'), aJoin('abc1', 'bbbb')]);
    const { pieces, cursor } = await drain(guest);
    expect(pieces).toEqual([aJoin('abc1', 'bbbb')]);
    expect((await drain(guest, cursor)).pieces).toEqual([]);
    expect(await guest.get(anEnvelope('a1', 1).path, live)).toMatchObject({ error: { kind: 'refused' } });
    const jsm = await jetstreamManager(await rawAs(humas!, role), { checkAPI: false });
    await refused(jsm.streams.info('OPS'));
    await refused(jsm.streams.getMessage('INV', { seq: 1 }));
    await refused(jsm.direct.getMessage('INV', { last_by_subj: 't.inv.abc2' }));
  });

  test('an expired credential is refused, and one that ends is put out', async () => {
    const now = Math.floor(Date.now() / 1000);
    const late = await as(humas!, { kind: 'editor', device: 'b2' }, now - 5);
    expect(await kindOf(late.put([anEnvelope('b2', 50)], live))).toBe('refused');
    const soon = await as(humas!, { kind: 'editor', device: 'b2' }, now + 3);
    expect(await kindOf(soon.put([anEnvelope('b2', 51)], live))).toBe('stored');
    const out = new Promise<void>((done) => soon.watch((news) => news === 'down' && done(), live));
    await out;
    expect(await inTheEnd(soon, anEnvelope('b2', 52))).toBe('refused');
  });

  test('a page of another address is turned away', async () => {
    const credential = await humas!.mint({ kind: 'editor', device: 'b2' });
    const elsewhere = transportOf(
      hub,
      credential,
      { kind: 'editor', device: 'b2' },
      socketFrom('https://elsewhere.example'),
    );
    open.push(elsewhere);
    expect((await elsewhere.put([anEnvelope('b2', 60)], live)).ok).toBe(false);
    const here = transportOf(hub, credential, { kind: 'editor', device: 'b2' });
    open.push(here);
    expect(await kindOf(here.put([anEnvelope('b2', 60)], live))).toBe('stored');
  });

  test('one who was revoked is put out at once, and the others stay', async () => {
    const credential = await humas!.mint({ kind: 'editor', device: 'f6' });
    const leaver = transportOf(hub, credential, { kind: 'editor', device: 'f6' });
    open.push(leaver);
    const stays = await as(humas!, { kind: 'editor', device: 'b2' });
    expect(await kindOf(leaver.put([anEnvelope('f6', 1)], live))).toBe('stored');
    const out = new Promise<void>((done) => leaver.watch((news) => news === 'down' && done(), live));
    const spec = { name: 'Humas', id: humas!.key.id, signers: [humas!.signer.id], limits: NO_LIMITS };
    const jwt = await accountJwt(hub.operator.key, {
      ...spec,
      revoked: { [credential.id]: Math.floor(Date.now() / 1000) },
    });
    const push = { servers: hub.urls, socket: socketFrom() };
    // A team's own credential may not.
    expect(await pushAccount({ ...push, credential: await humas!.mint({ kind: 'admin' }) }, jwt, live)).toMatchObject({
      ok: false,
    });
    expect(await pushAccount({ ...push, credential: hub.operator.system.admin }, jwt, live)).toEqual({
      ok: true,
      value: undefined,
    });
    await out;
    expect(await inTheEnd(leaver, anEnvelope('f6', 2))).toBe('refused');
    expect(await kindOf(stays.put([anEnvelope('b2', 70)], live))).toBe('stored');
  });
});

describe('a server that is not what it was', () => {
  let hub: Hub;
  let admin: Transport;
  beforeAll(async () => {
    hub = await startHub({ teams: ['Humas'], nodes: 1 });
    admin = transportOf(hub, await hub.teams[0]!.mint({ kind: 'admin' }), { kind: 'admin' });
  });
  afterAll(async () => {
    await admin?.close();
    await hub?.stop();
  });
  const failure = async (cursor: string): Promise<string | undefined> => {
    for await (const part of admin.pull(cursor, live)) if (!part.ok) return `${part.error.kind}: ${part.error.detail}`;
    return undefined;
  };
  const many = (from: number, to: number): readonly Piece[] =>
    Array.from({ length: to - from + 1 }, (_, n) => anEnvelope('a1', from + n));
  const paths = (pieces: readonly Piece[]): readonly string[] => pieces.map(({ path }) => path).sort();

  test('emptied, is filled again from what its members keep: everything, and once', async () => {
    const all = [anEntry(0), ...many(1, 2000)];
    await putAll(admin, all);
    const { cursor } = await drain(admin);
    await emptied(hub);
    expect(await failure(cursor)).toBe('reset: the server has nothing of this team');
    await putAll(admin, all);
    await putAll(admin, all);
    expect(await failure(cursor)).toBe('reset: the server was set up anew');
    expect(paths((await drain(admin)).pieces)).toEqual(paths(all));
  });

  test('rolled back to an earlier copy of its files, is told; also when it has grown again since', async () => {
    const [node] = hub.nodes;
    const [data, copy] = [join(node!.folder, 'data'), join(node!.folder, 'copy')];
    await node!.kill('SIGTERM');
    cpSync(data, copy, { recursive: true });
    await node!.start();
    await putAll(admin, many(2001, 2010));
    const { cursor } = await drain(admin);
    await node!.kill('SIGKILL');
    rmSync(data, { recursive: true });
    cpSync(copy, data, { recursive: true });
    await node!.start();
    expect(await failure(cursor)).toBe('reset: the server stands further back than it did');
    await putAll(admin, many(3001, 3020));
    expect(await failure(cursor)).toBe('reset: the server was rolled back and has other pieces now');
    await putAll(admin, many(2001, 2010));
    expect(paths((await drain(admin, undefined, ['ops'])).pieces)).toEqual(
      paths([...many(1, 2010), ...many(3001, 3020)]),
    );
  });

  test('keeps no byte of what was removed', async () => {
    const mark = `only-here-${crypto.randomUUID()}`;
    const piece = { path: 'ops/a1/9001-beef', bytes: new TextEncoder().encode(mark) } as const;
    const page = { path: 'snap/1/1/0b', bytes: new TextEncoder().encode(mark) } as const;
    await putAll(admin, [piece, page, anEnvelope('a1', 9002)]);
    const data = join(hub.nodes[0]!.folder, 'data');
    expect(bytesIn(data, mark)).toBe(2);
    expect(await admin.remove([piece.path, page.path], live)).toEqual({ ok: true, value: [piece.path, page.path] });
    expect(bytesIn(data, mark)).toBe(0);
  });

  test('out of reach, is said to be; and is there again without anybody doing anything', async () => {
    const heard: string[] = [];
    const until = new AbortController();
    let [down, up] = [() => {}, () => {}];
    const [isDown, isUp] = [new Promise<void>((done) => (down = done)), new Promise<void>((done) => (up = done))];
    admin.watch((news) => {
      heard.push(news);
      if (news === 'down') down();
      if (news === 'up') up();
    }, until.signal);
    await hub.nodes[0]!.kill('SIGKILL');
    await isDown;
    expect(await admin.put([anEnvelope('a1', 9100)], live)).toMatchObject({
      ok: false,
      error: { kind: 'unreachable' },
    });
    await hub.nodes[0]!.start();
    await isUp;
    until.abort();
    expect(await admin.put([anEnvelope('a1', 9100)], live)).toEqual({ ok: true, value: ['stored'] });
  });
});
