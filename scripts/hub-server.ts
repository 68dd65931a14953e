// A team's server on this machine, for trying: begun by `npm run hub`. Keys, configuration and data stay in .cache/hub until that
// folder is removed. Ctrl+C ends it.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { WebSocket } from 'ws';
import { natsTransport } from '../lib/team/nats.transport.ts';
import { hubConfig } from '../lib/team/nats-config.ts';
import { accountJwt, NO_LIMITS, newCredential, newOperator, type Operator } from '../lib/team/nats-credentials.ts';
import { type NatsKey, newNatsKey } from '../lib/team/nkeys.ts';

const FOLDER = resolve('.cache/hub');
const PORT = 14222;
const WEB_SOCKET_PORT = 18443;
const URL = `ws://127.0.0.1:${WEB_SOCKET_PORT}`;

interface Keys {
  readonly operator: Operator;
  readonly account: NatsKey;
  readonly signer: NatsKey;
}

mkdirSync(FOLDER, { recursive: true });
const keys = await keysOf(join(FOLDER, 'keys.json'));
const admin = await newCredential(keys.signer, keys.account.id, { kind: 'admin' }, undefined);
writeFileSync(join(FOLDER, 'admin.json'), JSON.stringify({ servers: [URL], ...admin }, null, 2), { mode: 0o600 });
writeFileSync(join(FOLDER, 'hub.conf'), await configuration(keys), { mode: 0o600 });

const server = spawn('nats-server', ['-c', join(FOLDER, 'hub.conf')], { stdio: ['ignore', 'inherit', 'inherit'] });
for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, () => server.kill('SIGTERM'));
server.once('exit', (code) => process.exit(code ?? 0));
await answering();
console.log(`
The team's server listens at ${URL} (this machine only, without TLS).
  an admin's credential   ${join(FOLDER, 'admin.json')}
  its configuration       ${join(FOLDER, 'hub.conf')}
  what it keeps           ${join(FOLDER, 'data')}: sealed bytes, and who wrote when and how much
To stop it: Ctrl+C. To forget it: remove ${FOLDER}.
`);

/** Made at the first start: they are the owner's, and the server is given only what is public of them. */
async function keysOf(file: string): Promise<Keys> {
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
  const [operator, account, signer] = [
    await newOperator('Izin'),
    await newNatsKey('account'),
    await newNatsKey('account'),
  ];
  const made = { operator, account, signer };
  writeFileSync(file, JSON.stringify(made, null, 2), { mode: 0o600 });
  return made;
}

async function configuration({ operator, account, signer }: Keys): Promise<string> {
  const spec = { name: 'Team', id: account.id, signers: [signer.id], revoked: {}, limits: NO_LIMITS };
  const said = spawnSync('nats-server', ['--version'], { encoding: 'utf8' }).stdout;
  const [, major = '2', minor = '9'] = /v(\d+)\.(\d+)/.exec(said) ?? [];
  return hubConfig({
    operator,
    accounts: [{ id: account.id, jwt: await accountJwt(operator.key, spec) }],
    node: {
      name: 'try',
      host: '127.0.0.1',
      port: PORT,
      webSocketPort: WEB_SOCKET_PORT,
      tls: undefined,
      folder: FOLDER,
      diskGigabytes: 1,
    },
    version: [Number(major), Number(minor)],
    // For trying, every page of this machine may connect.
    origins: [],
  });
}

/** Until an admin's device is let in. */
async function answering(): Promise<void> {
  const socket = async (url: string) => ({
    socket: new WebSocket(url) as unknown as globalThis.WebSocket,
    encrypted: false,
  });
  const transport = natsTransport({ servers: [URL], credential: admin, role: 'admin', replicas: 1, socket });
  try {
    for (;;) {
      const answer = await transport.get('hb/0/0', new AbortController().signal);
      if (answer.ok) return;
      if (answer.error.kind !== 'unreachable') throw new Error(`${answer.error.kind}: ${answer.error.detail}`);
      await new Promise((done) => setTimeout(done, 200));
    }
  } finally {
    await transport.close();
  }
}
