// Three servers, killed at random while devices write. Few pieces by default; the whole proof is
//   IZIN_CLUSTER_OPS=200000 npm run real -- team-cluster
import { jetstreamManager } from '@nats-io/jetstream';
import { jwtAuthenticator, wsconnect } from '@nats-io/nats-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Result } from '../../lib/domain/result.ts';
import { natsTransport } from '../../lib/team/nats.transport.ts';
import { inboxOf, type NatsRole } from '../../lib/team/nats-permissions.ts';
import type { Piece, Transport, TransportFailure } from '../../lib/team/transport.ts';
import { anEntry, anEnvelope } from '../unit/team/pieces.ts';
import { type Hub, type Node, socketFrom, startHub } from './support/nats.ts';

const COUNT = Number(process.env.IZIN_CLUSTER_OPS ?? 6000);
const DEVICES = ['a1', 'b2', 'c3'];
const BATCH = 250;
/** One stroke for so many pieces: a leader, a follower and all three by turns. */
const STROKES = Math.max(3, Math.round(COUNT / 8000));
const live = new AbortController().signal;
const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

describe('three servers', () => {
  let hub: Hub;
  const open: Transport[] = [];
  beforeAll(async () => {
    hub = await startHub({ teams: ['Humas'], nodes: 3 });
  });
  afterAll(async () => {
    for (const transport of open) await transport.close();
    await hub?.stop();
  });

  const as = async (role: NatsRole): Promise<Transport> => {
    const credential = await hub.teams[0]!.mint(role);
    const transport = natsTransport({
      servers: hub.urls,
      credential,
      role: role.kind,
      replicas: 3,
      socket: socketFrom(),
    });
    open.push(transport);
    return transport;
  };
  /** Offers the same pieces until they are taken. Answers how often that failed. */
  const insist = async (to: Transport, pieces: readonly Piece[]): Promise<number> => {
    for (let failed = 0; ; failed += 1) {
      const put = await to.put(pieces, live);
      if (put.ok) return failed;
      if (put.error.kind !== 'unreachable') throw new Error(`${put.error.kind} ${put.error.detail}`);
      await pause(200);
    }
  };
  const readAll = async (from: Transport): Promise<readonly string[]> => {
    const paths: string[] = [];
    for await (const part of from.pull(undefined, live, ['ops'])) {
      if (!part.ok) return pause(500).then(() => readAll(from));
      paths.push(...part.value.pieces.map(({ path }) => path));
    }
    return paths;
  };
  const leader = async (): Promise<Node | undefined> => {
    const credential = await hub.teams[0]!.mint({ kind: 'admin' });
    const nc = await wsconnect({
      servers: [...hub.urls],
      authenticator: jwtAuthenticator(credential.jwt, new TextEncoder().encode(credential.seed)),
      inboxPrefix: inboxOf(credential.id),
      wsFactory: socketFrom(),
    });
    try {
      const info = await (await jetstreamManager(nc, { checkAPI: false })).streams.info('OPS');
      return hub.nodes.find(({ name }) => name === info.cluster?.leader);
    } catch {
      return undefined;
    } finally {
      await nc.close();
    }
  };

  test(`killed again and again, lose none of ${COUNT} pieces that were taken, and give none twice`, {
    timeout: 1_200_000,
  }, async () => {
    const admin = await as({ kind: 'admin' });
    await insist(admin, [anEntry(0)]);
    let taken = 0;
    let failed = 0;
    const acknowledged: string[] = [];
    const write = async (device: string): Promise<void> => {
      const editor = await as({ kind: 'editor', device });
      for (let dseq = 1; taken < COUNT; dseq += BATCH) {
        const pieces = Array.from({ length: BATCH }, (_, n) => anEnvelope(device, dseq + n));
        failed += await insist(editor, pieces);
        taken += pieces.length;
        acknowledged.push(...pieces.map(({ path }) => path));
      }
    };
    const struck: string[] = [];
    const strike = async (): Promise<void> => {
      for (let n = 0; n < STROKES; n += 1) {
        while (taken < ((n + 0.5) * COUNT) / STROKES) await pause(20);
        const first = await leader();
        const followers = hub.nodes.filter((node) => node !== first);
        const hit = [[first ?? hub.nodes[0]!], [followers[n % followers.length]!], hub.nodes][n % 3]!;
        await Promise.all(hit.map((node) => node.kill('SIGKILL')));
        struck.push(hit.map(({ name }) => name).join('+'));
        await pause(Math.random() * 1500);
        await Promise.all(hit.map((node) => node.start()));
      }
    };
    const began = performance.now();
    await Promise.all([...DEVICES.map(write), strike()]);
    const seconds = (performance.now() - began) / 1000;
    const stored = await readAll(await as({ kind: 'viewer', device: 'd4' }));
    const there = new Set(stored);
    console.log(
      `${acknowledged.length} taken in ${seconds.toFixed(0)} s, ${struck.length} strokes (${struck.join(' ')}), ${failed} failed tries, ${stored.length} stored`,
    );
    expect(struck).toHaveLength(STROKES);
    expect(acknowledged.length).toBeGreaterThanOrEqual(COUNT);
    expect(acknowledged.filter((path) => !there.has(path))).toEqual([]);
    expect(stored.length - there.size).toBe(0);
  });

  test('promise of nothing that it is gone: their log may hold it still', async () => {
    const admin = await as({ kind: 'admin' });
    const { path } = anEnvelope('a1', 1);
    const settled = async <T>(ask: () => Promise<Result<T, TransportFailure>>): Promise<T> => {
      const answer = await ask();
      if (answer.ok) return answer.value;
      if (answer.error.kind !== 'unreachable') throw new Error(answer.error.kind);
      return pause(200).then(() => settled(ask));
    };
    expect(await settled(() => admin.remove([path], live))).toEqual([]);
    expect(await settled(() => admin.get(path, live))).toBeUndefined();
  });
});
