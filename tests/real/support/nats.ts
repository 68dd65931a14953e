import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { WsSocketFactory } from '@nats-io/nats-core';
import { WebSocket } from 'ws';
import { hubConfig } from '../../../lib/team/nats-config.ts';
import {
  accountJwt,
  type Credential,
  NO_LIMITS,
  newCredential,
  newOperator,
  type Operator,
} from '../../../lib/team/nats-credentials.ts';
import type { NatsRole } from '../../../lib/team/nats-permissions.ts';
import { type NatsKey, newNatsKey } from '../../../lib/team/nkeys.ts';
import { connects, freePort } from './process.ts';

/** The address of the tests' own pages, and how a socket of Node says that it comes from there. */
export const ORIGIN = 'chrome-extension://abcdefghijklmnopabcdefghijklmnop';
export const socketFrom =
  (origin: string = ORIGIN): WsSocketFactory =>
  async (url) => ({ socket: new WebSocket(url, { origin }) as unknown as globalThis.WebSocket, encrypted: false });

export interface Team {
  readonly name: string;
  readonly key: NatsKey;
  /** The signing key of its first admin. */
  readonly signer: NatsKey;
  mint(role: NatsRole, expires?: number): Promise<Credential>;
}

/** One nats-server that is ended and begun again with the same files. */
export interface Node {
  readonly name: string;
  readonly url: string;
  readonly folder: string;
  readonly running: boolean;
  start(): Promise<void>;
  kill(signal: 'SIGKILL' | 'SIGTERM'): Promise<void>;
}

export interface Hub {
  readonly operator: Operator;
  readonly teams: readonly Team[];
  readonly nodes: readonly Node[];
  readonly urls: readonly string[];
  stop(): Promise<void>;
}

const VERSION = [2, 9] as const;

/** Debian's nats-server with the configuration that Izin writes: one, or three as a cluster; all on loopback. */
export async function startHub(options: { readonly teams: readonly string[]; readonly nodes: 1 | 3 }): Promise<Hub> {
  const folder = mkdtempSync(join(tmpdir(), 'izin-nats-'));
  const operator = await newOperator('Izin tests');
  const teams = await Promise.all(options.teams.map(newTeam));
  const accounts = await Promise.all(
    teams.map(async ({ name, key, signer }) => ({
      id: key.id,
      jwt: await accountJwt(operator.key, { name, id: key.id, signers: [signer.id], revoked: {}, limits: NO_LIMITS }),
    })),
  );
  const ports = [];
  for (let n = 0; n < options.nodes; n += 1)
    ports.push({ port: await freePort(), webSocketPort: await freePort(), routePort: await freePort() });
  const routes = ports.map(({ routePort }) => `127.0.0.1:${routePort}`);
  const nodes = ports.map((at, n) => {
    const name = `n${n + 1}`;
    const here = join(folder, name);
    mkdirSync(here);
    const config = hubConfig({
      operator,
      accounts,
      node: { name, host: '127.0.0.1', ...at, tls: undefined, folder: here, diskGigabytes: 2 },
      ...(options.nodes === 3 ? { cluster: { name: 'izin', routes, password: 'rahasia' } } : {}),
      version: VERSION,
      origins: [ORIGIN],
    });
    writeFileSync(join(here, 'hub.conf'), config);
    return serverNode(name, here, at.webSocketPort);
  });
  await Promise.all(nodes.map((node) => node.start()));
  return {
    operator,
    teams,
    nodes,
    urls: nodes.map(({ url }) => url),
    async stop() {
      await Promise.all(nodes.map((node) => node.kill('SIGKILL')));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function newTeam(name: string): Promise<Team> {
  const [key, signer] = await Promise.all([newNatsKey('account'), newNatsKey('account')]);
  return { name, key, signer, mint: (role, expires) => newCredential(signer, key.id, role, expires) };
}

function serverNode(name: string, folder: string, port: number): Node {
  let child: ChildProcess | undefined;
  const lastResort = (): void => void child?.kill('SIGKILL');
  return {
    name,
    folder,
    url: `ws://127.0.0.1:${port}`,
    get running() {
      return child !== undefined;
    },
    async start() {
      const log = openSync(join(folder, 'server.log'), 'a');
      const started = spawn('nats-server', ['-c', join(folder, 'hub.conf')], { stdio: ['ignore', log, log] });
      child = started;
      process.once('exit', lastResort);
      while (!(await connects(port))) {
        if (started.exitCode !== null) throw new Error(`nats-server did not start, see ${folder}/server.log`);
        await new Promise((done) => setTimeout(done, 50));
      }
    },
    async kill(signal) {
      const ending = child;
      child = undefined;
      process.off('exit', lastResort);
      if (ending === undefined || ending.exitCode !== null || ending.signalCode !== null) return;
      const ended = new Promise((done) => ending.once('exit', done));
      ending.kill(signal);
      await ended;
    },
  };
}
