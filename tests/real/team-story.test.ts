import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compose, openGmail } from '../e2e/support/gmail-page.ts';
import { judged, sealOf } from '../e2e/support/seal.ts';
import { bytesIn } from './support/nats-raw.ts';
import {
  aColleague,
  aColleagueInFirefox,
  aTeamServer,
  type Colleague,
  connected,
  type InChromium,
  type TeamServer,
} from './support/team-world.ts';

/** How often a stop is timed from its press to the colleague's held draft; `ROUNDS=20` for figures. */
const ROUNDS = Number(process.env.ROUNDS ?? 1);

const idle = async ({ izin }: InChromium) =>
  (await izin.worker()).evaluate(async () => {
    const { runtime, alarms } = (globalThis as unknown as { chrome: typeof import('wxt/browser').browser }).chrome;
    const contexts = await (
      runtime as unknown as { getContexts(filter: object): Promise<readonly { contextType: string }[]> }
    ).getContexts({ contextTypes: ['OFFSCREEN_DOCUMENT'] });
    return { documents: contexts.length, alarms: (await alarms.getAll()).map(({ name }) => name) };
  });

/** What the page's own policy says to a request and a socket to where the teams' place is connected. */
const refusedBy = (page: Page, url: string): Promise<readonly string[]> =>
  page.evaluate(async (at) => {
    const refused: string[] = [];
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => refused.push(effectiveDirective));
    await fetch(at.replace('wss', 'https')).catch(() => undefined);
    await new Promise((done) => {
      const socket = new WebSocket(at);
      socket.onerror = done;
      socket.onopen = done;
    });
    return refused;
  }, url);

async function endWorker({ context, id }: InChromium['izin']): Promise<void> {
  const page = context.pages()[0] as Page;
  const cdp = await context.newCDPSession(page);
  const { targetInfos } = await cdp.send('Target.getTargets');
  const workers = targetInfos.filter(({ type, url }) => type === 'service_worker' && url.includes(id));
  expect(workers.length).toBeGreaterThan(0);
  for (const { targetId } of workers) await cdp.send('Target.closeTarget', { targetId });
  await cdp.detach();
}

let server: TeamServer;
let [rina, budi]: InChromium[] = [];
let citra: Colleague | undefined;
beforeAll(async () => {
  server = await aTeamServer();
  rina = await aColleague();
  budi = await aColleague();
});
afterAll(async () => {
  await rina?.close();
  await budi?.close();
  await citra?.close();
  await server?.remove();
});

describe('a team of two, in two browsers, at a server of its own', () => {
  let team: string;
  let space: string;
  let sari: string;
  let mail: Page;

  it('is nowhere before somebody begins it: no document, no alarm', async () => {
    expect(await rina!.ask('state', null)).toEqual({ teams: [], joining: [] });
    expect(await idle(rina!)).toEqual({ documents: 0, alarms: [] });
  });

  it('is begun before its server runs, which then starts with the configuration that was written for it', async () => {
    const place = { kind: 'server', urls: [server.url] } as const;
    ({ team } = await rina!.ask('create', { name: 'Humas Kota', me: 'Rina', list: 'Wartawan', place }));
    expect(await idle(rina!)).toEqual({ documents: 1, alarms: ['teams'] });
    const { tls, folder, port } = server;
    const plan = { team, firefox: true, version: [2, 9], host: '127.0.0.1', port, folder, tls } as const;
    await server.start((await rina!.ask('serverFile', plan)).text);
    const { lists } = await rina!.until(connected);
    space = lists[0]!.space!;
    expect(await refusedBy(rina!.page, server.url)).toEqual(['connect-src', 'connect-src']);
    const { words, ask } = await rina!.ask('kit', { team });
    await rina!.ask('kitTried', { team, words: [words[ask[0]]!, words[ask[1]]!] });
  });

  it('lets a colleague in who shows the same six words', async () => {
    const list = space.slice(space.lastIndexOf(':') + 1);
    const { text } = await rina!.ask('invite', { team, role: 'editor', lists: [list] });
    const { words } = await budi!.ask('join', { text, me: 'Budi' });
    const request = await rina!.until(({ teams: [one] }) => one?.requests[0]);
    expect(request).toMatchObject({ name: 'Budi', words });
    await rina!.ask('admit', { team, request: request.id });
    const view = await budi!.until((all) => (connected(all)?.lists[0]?.mayWrite ? connected(all) : undefined));
    expect(view).toMatchObject({
      name: 'Humas Kota',
      me: { role: 'editor' },
      lists: [{ name: 'Wartawan' }],
      alarms: [],
    });
  });

  it('brings a person who was shared to the colleague, whose draft to them is clear', async () => {
    sari = await rina!.run('agreed', 'Sari Wulandari', 'sari@harian.example');
    expect(await rina!.ask('share', { space, people: [sari] })).toMatchObject({ people: 1, left: [] });
    await expect.poll(() => budi!.run('knows', space, sari), { timeout: 30_000 }).toBe(true);
    mail = await openGmail(budi!.izin.context);
    await compose(mail, { to: ['sari@harian.example'], subject: 'Undangan', body: 'Kami mengundang Anda.' });
    await judged(mail, 'clear');
  });

  it('turns that open draft from clear to held by itself when the person’s withdrawal is recorded elsewhere', async () => {
    // The colleague's background sleeps; the place of the teams does not.
    await endWorker(budi!.izin);
    await rina!.run('stops', space, sari);
    await judged(mail, 'held');
    const ops = await rina!.run('opsOf', space, sari);
    await expect
      .poll(async () => (await rina!.ask('whereIs', { space, ops })).map(({ stage, seen, of }) => [stage, seen, of]))
      .toEqual(ops.map(() => ['seen', 1, 1]));
  });

  it('leaves no name, address or word of it at the server', async () => {
    for (const word of ['Sari', 'harian.example', 'Wartawan', 'Rina', 'Budi'])
      expect(bytesIn(join(server.folder, 'data'), word), word).toBe(0);
    expect(readFileSync(join(server.folder, 'izin-nats.conf'), 'utf8')).toContain('resolver_preload');
  });

  it('catches up by itself when the server was away and comes back', async () => {
    const config = readFileSync(join(server.folder, 'izin-nats.conf'), 'utf8');
    await server.stop();
    await rina!.until(({ teams: [one] }) => one?.relay.state === 'away');
    const second = await rina!.run('agreed', 'Dewi Lestari', 'dewi@koran.example');
    await rina!.ask('share', { space, people: [second] });
    await server.start(config);
    await expect.poll(() => budi!.run('knows', space, second), { timeout: 60_000 }).toBe(true);
  });

  it('has room for a colleague in Firefox, who knows of the withdrawal and whose own word reaches the others', async () => {
    citra = await aColleagueInFirefox();
    expect(await citra.ask('state', null)).toEqual({ teams: [], joining: [] });
    const list = space.slice(space.lastIndexOf(':') + 1);
    const { text } = await rina!.ask('invite', { team, role: 'editor', lists: [list] });
    const { words } = await citra.ask('join', { text, me: 'Citra' });
    const request = await rina!.until(({ teams: [one] }) => one?.requests[0]);
    expect(request).toMatchObject({ name: 'Citra', words });
    await rina!.ask('admit', { team, request: request.id });
    await citra.until((all) => (connected(all)?.lists[0]?.mayWrite ? connected(all) : undefined));
    await expect.poll(() => citra!.run('knows', space, sari), { timeout: 30_000 }).toBe(true);
    const ayu = await citra.run('agreed', 'Ayu Puspita', 'ayu@warta.example');
    await citra.ask('share', { space, people: [ayu] });
    await expect.poll(() => budi!.run('knows', space, ayu), { timeout: 30_000 }).toBe(true);
    await citra.close();
    citra = undefined;
  });

  it(`holds a colleague’s open draft, ${ROUNDS} times over`, async () => {
    const took: number[] = [];
    for (let n = 0; n < ROUNDS; n += 1) {
      const address = `orang${n}@harian.example`;
      const person = await rina!.run('agreed', `Orang ${n}`, address);
      await rina!.ask('share', { space, people: [person] });
      await expect.poll(() => budi!.run('knows', space, person), { timeout: 30_000 }).toBe(true);
      await mail.reload();
      await compose(mail, { to: [address], subject: `Undangan ${n}`, body: 'Kami mengundang Anda.' });
      await judged(mail, 'clear');
      const from = performance.now();
      const stopped = rina!.run('stops', space, person);
      for (const end = from + 60_000; (await sealOf(mail)) !== 'held'; )
        if (performance.now() > end) throw new Error('the draft stays clear');
      took.push(performance.now() - from);
      await stopped;
    }
    expect(took).toHaveLength(ROUNDS);
    const sorted = took.toSorted((a, b) => a - b).map(Math.round);
    const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
    if (ROUNDS > 1) console.info(`press → held, ms: p50 ${at(0.5)} p95 ${at(0.95)} max ${sorted.at(-1)} of ${ROUNDS}`);
  });
});
