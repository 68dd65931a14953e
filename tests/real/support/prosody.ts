import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import type { Account } from './dovecot.ts';
import { freePort, type Running, startServer } from './process.ts';

/** Where its users' addresses end. */
export const DOMAIN = 'localhost';
export const ROOMS = 'rooms.localhost';

export interface Xmpp extends Running {
  /** For a browser: XMPP over a WebSocket. */
  readonly socket: string;
  /** For a client of the protocol itself. */
  readonly port: number;
}

/** Prosody 0.12 with a configuration of its own: nothing of /etc/prosody is read, nothing outside of `folder` is written. */
export async function startProsody(folder: string, accounts: readonly Account[]): Promise<Xmpp> {
  const [http, client] = [await freePort(), await freePort()];
  const data = join(folder, 'prosody');
  mkdirSync(data, { recursive: true });
  const config = join(folder, 'prosody.cfg.lua');
  writeFileSync(config, configuration({ data, http, client, pid: join(folder, 'prosody.pid') }));
  for (const { user, password } of accounts)
    execFileSync('prosodyctl', ['--config', config, 'register', user, DOMAIN, password], { stdio: 'ignore' });
  const running = await startServer('prosody', ['--config', config, '-F'], {
    port: http,
    log: join(folder, 'prosody.log'),
  });
  return { ...running, port: client, socket: `ws://127.0.0.1:${http}/xmpp-websocket` };
}

interface Places {
  readonly data: string;
  readonly http: number;
  readonly client: number;
  readonly pid: string;
}

const configuration = ({ data, http, client, pid }: Places): string => `
${asWhom()}
data_path = "${data}"
pidfile = "${pid}"
interfaces = { "127.0.0.1" }
c2s_ports = { ${client} }
http_ports = { ${http} }
https_ports = {}
http_interfaces = { "127.0.0.1" }
http_host = "127.0.0.1"
authentication = "internal_plain"
c2s_require_encryption = false
allow_unencrypted_plain_auth = true
consider_websocket_secure = true
modules_enabled = { "roster", "saslauth", "disco", "presence", "message", "iq", "blocklist", "bookmarks", "carbons", "mam", "pep", "private", "vcard_legacy", "websocket" }
modules_disabled = { "s2s", "tls" }
storage = "internal"
archive_store = "archive"
log = { info = "*console" }
VirtualHost "${DOMAIN}"
Component "${ROOMS}" "muc"
  modules_enabled = { "muc_mam" }
  muc_room_locking = false
  muc_room_default_public = true
`;

/** As root Prosody steps down to its own user, who could not read this folder. */
const asWhom = (): string =>
  process.getuid?.() === 0 ? 'run_as_root = true' : `prosody_user = "${userInfo().username}"`;
