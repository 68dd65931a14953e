import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { TeamMessages, TeamQuestion } from '../../../lib/domain/team-acts.ts';
import type { TeamsView, TeamView } from '../../../lib/domain/team-view.ts';
import { type Izin, launchIzin } from '../../e2e/support/chromium.ts';
import { launchFirefox, ownPageInFirefox } from '../../e2e/support/firefox.ts';
import { freePort, type Running, startServer } from './process.ts';
import { bundled } from './seed.ts';
import type * as InPage from './team-seed-page.ts';

/** Asks the teams' place and writes in the ledger, by a page of the extension in whichever browser. */
export interface Colleague {
  ask<N extends TeamQuestion>(name: N, question: TeamMessages[N][0]): Promise<TeamMessages[N][1]>;
  /** A function of `team-seed-page.ts`, in the page. */
  run<N extends keyof typeof InPage>(
    name: N,
    ...given: Parameters<(typeof InPage)[N]>
  ): Promise<Awaited<ReturnType<(typeof InPage)[N]>>>;
  /** Once it is so, however long it takes. */
  until<T>(what: (view: TeamsView) => T | undefined | false): Promise<T>;
  close(): Promise<void>;
}

export interface InChromium extends Colleague {
  readonly izin: Izin;
  readonly page: Page;
}

/** A browser of their own. The server's certificate is its own, too. */
export async function aColleague(): Promise<InChromium> {
  const izin = await launchIzin({ args: ['--ignore-certificate-errors'] });
  const page = await izin.context.newPage();
  await page.goto(izin.url('ledger.html'));
  return { izin, page, ...(await colleague((code) => page.evaluate(code), izin.close)) };
}

export async function aColleagueInFirefox(): Promise<Colleague> {
  const browser = await launchFirefox(undefined, { acceptInsecureCerts: true });
  const page = await ownPageInFirefox(browser);
  return colleague(
    (code) => page.evaluate(code),
    () => browser.close(),
  );
}

async function colleague(evaluate: (code: string) => Promise<unknown>, close: () => Promise<void>): Promise<Colleague> {
  const code = await bundled('team-seed-page.ts');
  await evaluate(`(() => { ${code}; globalThis.izinTeam = izinSeed; })()`);
  const run = ((name: string, ...given: readonly unknown[]) =>
    evaluate(`globalThis.izinTeam.${name}(...${JSON.stringify(given)})`)) as Colleague['run'];
  const ask = ((name: TeamQuestion, question: never) => run('ask', name, question)) as Colleague['ask'];
  return {
    ask,
    run,
    close,
    async until(what) {
      for (const end = Date.now() + 60_000; ; ) {
        const view = await ask('state', null);
        const found = what(view);
        if (found !== undefined && found !== false) return found;
        if (Date.now() > end) throw new Error(`still ${JSON.stringify(view)}`);
        await new Promise((done) => setTimeout(done, 50));
      }
    },
  };
}

export const connected = ({ teams: [team] }: TeamsView): TeamView | undefined =>
  team?.relay.state === 'connected' ? team : undefined;

export interface TeamServer {
  readonly url: string;
  readonly folder: string;
  readonly tls: { readonly cert: string; readonly key: string };
  readonly port: number;
  /** With the configuration as Izin wrote it. */
  start(config: string): Promise<void>;
  stop(): Promise<void>;
  remove(): Promise<void>;
}

/** Debian's nats-server with a certificate of its own, as an office would run it; only the ports are such that they are free. */
export async function aTeamServer(): Promise<TeamServer> {
  const folder = mkdtempSync(join(tmpdir(), 'izin-team-'));
  const tls = { cert: join(folder, 'cert.pem'), key: join(folder, 'key.pem') };
  const subject = ['-subj', '/CN=relay.kantor.example', '-addext', 'subjectAltName=IP:127.0.0.1'];
  const how = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2'];
  execFileSync('openssl', ['req', ...how, '-keyout', tls.key, '-out', tls.cert, ...subject], { stdio: 'ignore' });
  const [port, toolPort] = [await freePort(), await freePort()];
  let running: Running | undefined;
  const file = join(folder, 'izin-nats.conf');
  const stop = async (): Promise<void> => {
    await running?.stop();
    running = undefined;
  };
  return {
    url: `wss://127.0.0.1:${port}`,
    folder,
    tls,
    port,
    async start(config) {
      writeFileSync(file, config.replace('127.0.0.1:4222', `127.0.0.1:${toolPort}`));
      running = await startServer('nats-server', ['-c', file], { port, log: join(folder, 'server.log') });
    },
    stop,
    async remove() {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
