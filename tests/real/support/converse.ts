import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, resolve } from 'node:path';
import type { Account } from './dovecot.ts';
import type { Running } from './process.ts';
import { DOMAIN, ROOMS } from './prosody.ts';

const DIST = resolve('tests/clients/node_modules/converse.js/dist');
const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

export interface ChatSite extends Running {
  readonly origin: string;
}

/** converse.js as an organisation puts it on its own site: one page, its own server, already signed in. */
export async function startConverse(socket: string, { user, password }: Account): Promise<ChatSite> {
  const page = html({
    authentication: 'login',
    auto_login: true,
    jid: `${user}@${DOMAIN}`,
    password,
    websocket_url: socket,
    discover_connection_methods: false,
    view_mode: 'fullscreen',
    assets_path: '/dist/',
    allow_non_roster_messaging: true,
    auto_join_on_invite: true,
    auto_list_rooms: false,
    auto_reconnect: false,
    muc_domain: ROOMS,
    muc_instant_rooms: true,
    muc_nickname_from_jid: true,
    show_background: false,
    i18n: 'en',
    loglevel: 'warn',
  });
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://127.0.0.1').pathname);
    if (path === '/') return void response.writeHead(200, { 'content-type': 'text/html' }).end(page);
    try {
      const body = readFileSync(join(DIST, path.replace(/^\/dist/, '')));
      response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream' }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    stop: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

const html = (settings: object): string => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Obrolan humas</title>
<link rel="stylesheet" href="/dist/converse.min.css">
<body>
<script type="module" src="/dist/converse.min.js"></script>
<script type="module">converse.initialize(${JSON.stringify(settings)});</script>
`;
