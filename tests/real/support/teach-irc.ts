import { createReadStream, existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { freePort, type Running, startServer } from './process.ts';

/** Debian's Glowing Bear: a web client for IRC that no adapter of Izin knows. */
const CLIENT = '/usr/share/glowing-bear';
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.png': 'image/png',
};

export interface IrcWorld {
  readonly origin: string;
  readonly relay: { readonly port: number; readonly password: string };
  /** The other side: what has reached Sari, in order. */
  readonly heard: readonly string[];
  stop(): Promise<void>;
}

/** An IRC server, Rina's WeeChat with its web client, and Sari with a client of her own who has just written to Rina. */
export async function startIrcWorld(): Promise<IrcWorld> {
  const folder = mkdtempSync(join(tmpdir(), 'izin-irc-'));
  const [ircPort, relayPort] = [await freePort(), await freePort()];
  const running: Running[] = [await startIrc(folder, ircPort)];
  const sari = await chat('sari', ircPort);
  running.unshift(await startWeechat(folder, ircPort, relayPort));
  await sari.meets('rina');
  const web = await serveClient();
  return {
    origin: `http://127.0.0.1:${web.port}`,
    relay: { port: relayPort, password: PASSWORD },
    heard: sari.heard,
    async stop() {
      sari.stop();
      await web.stop();
      for (const server of running) await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const PASSWORD = 'relay-rahasia';

function startIrc(folder: string, port: number): Promise<Running> {
  const config = join(folder, 'ngircd.conf');
  const lines = [
    '[Global]',
    'Name = irc.obrolan.test',
    'Info = Obrolan',
    'Listen = 127.0.0.1',
    `Ports = ${port}`,
    `MotdPhrase = Selamat datang`,
    '[Limits]',
    'MaxConnectionsIP = 0',
    '[Options]',
    'DNS = no',
    'Ident = no',
    'PAM = no',
    'IncludeDir = /var/empty',
  ];
  writeFileSync(config, `${lines.join('\n')}\n`);
  return startServer('/usr/sbin/ngircd', ['-n', '-f', config], { port, log: join(folder, 'ngircd.log') });
}

function startWeechat(folder: string, ircPort: number, relayPort: number): Promise<Running> {
  const home = join(folder, 'weechat');
  mkdirSync(home, { recursive: true });
  const commands = [
    // With IPv6 it would not take an address of IPv4 to listen at.
    '/set relay.network.ipv6 off',
    '/set relay.network.bind_address 127.0.0.1',
    `/set relay.network.password ${PASSWORD}`,
    `/relay add weechat ${relayPort}`,
    `/server add obrolan 127.0.0.1/${ircPort} -nossl -nicks=rina -username=rina -realname=Rina`,
    '/connect obrolan',
  ];
  return startServer('weechat-headless', ['-d', home, ...commands.flatMap((each) => ['-r', each])], {
    port: relayPort,
    log: join(folder, 'weechat.log'),
  });
}

/** As little of RFC 2812 as one person needs to hear another. */
async function chat(nick: string, port: number) {
  const socket = connect(port, '127.0.0.1').setEncoding('utf8');
  const heard: string[] = [];
  let past = '';
  let rest = '';
  socket.on('data', (data: string) => {
    past += data;
    const lines = (rest + data).split('\r\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (line.startsWith('PING')) socket.write(`PONG ${line.slice(5)}\r\n`);
      const said = /^:\S+ PRIVMSG \S+ :(.*)$/.exec(line)?.[1];
      if (said !== undefined) heard.push(said);
    }
  });
  const until = async (pattern: RegExp): Promise<void> => {
    while (!pattern.test(past)) await new Promise((resolve) => setTimeout(resolve, 50));
  };
  socket.write(`NICK ${nick}\r\nUSER ${nick} 0 * :${nick}\r\n`);
  await until(/ 001 /);
  return {
    heard,
    /** Waits until the other one is there, and begins a conversation. */
    async meets(other: string): Promise<void> {
      for (past = ''; !new RegExp(`303 ${nick} :${other}`).test(past); ) {
        socket.write(`ISON ${other}\r\n`);
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
      socket.write(`PRIVMSG ${other} :Halo Rina\r\n`);
    },
    stop: () => socket.destroy(),
  };
}

async function serveClient(): Promise<{ readonly port: number; stop(): Promise<void> }> {
  const port = await freePort();
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname));
    const file = join(CLIENT, path.endsWith('/') ? `${path}index.html` : path);
    if (!file.startsWith(CLIENT) || !existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' });
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return { port, stop: () => new Promise((resolve) => server.close(() => resolve())) };
}
