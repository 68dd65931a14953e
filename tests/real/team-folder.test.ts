import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundleAt, bundleTransport } from '../../lib/team/bundle.transport.ts';
import { writeBundle } from '../../lib/team/bundle-file.ts';
import { davStore } from '../../lib/team/dav-store.ts';
import { folderTransport } from '../../lib/team/folder.transport.ts';
import type { Transport } from '../../lib/team/transport.ts';
import { drain, putAll } from '../unit/team/moving.ts';
import { aBeat, anEntry, anEnvelope } from '../unit/team/pieces.ts';
import { transportSuite } from '../unit/team/transport-suite.ts';
import { basic, type DavFolder, startApacheDav } from './support/apache-dav.ts';

const live = new AbortController().signal;
const folderFor = (url: string, authorization?: string): Transport =>
  folderTransport({
    store: davStore({ url, fetch, ...(authorization ? { authorization } : {}) }),
    writes: true,
    every: 50,
    keepsNoVersions: true,
  });

async function start(): Promise<{ readonly dav: DavFolder; readonly stop: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'izin-dav-'));
  const dav = await startApacheDav(folder);
  return {
    dav,
    async stop() {
      await dav.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

transportSuite('a folder of Apache', { compares: false, erases: true, stories: 10 }, async () => {
  const { dav, stop } = await start();
  let n = 0;
  return {
    async fresh() {
      n += 1;
      const name = `tim-${n}`;
      return {
        connect: async () => folderFor(`${dav.url}${name}`, basic('penulis')),
        wipe: async () => rmSync(join(dav.files, name), { recursive: true }),
        close: async () => {},
      };
    },
    stop,
  };
});

describe('a folder of Apache', () => {
  let world: Awaited<ReturnType<typeof start>>;
  let writer: Transport;
  beforeAll(async () => {
    world = await start();
    writer = folderFor(`${world.dav.url}tim`, basic('penulis'));
    await putAll(writer, [anEntry(0), anEnvelope('a1', 1), anEnvelope('a1', 2), aBeat('a1', 1)]);
  });
  afterAll(() => world?.stop());

  test('shows a reader everything, and takes nothing from one', async () => {
    const reader = folderFor(`${world.dav.url}tim`, basic('pembaca'));
    expect((await drain(reader)).pieces).toHaveLength(4);
    expect(await reader.put([anEnvelope('b2', 1)], live)).toMatchObject({ ok: false, error: { kind: 'refused' } });
    expect(await reader.put([anEnvelope('a1', 1)], live)).toMatchObject({ ok: false, error: { kind: 'refused' } });
    expect(await reader.remove([anEnvelope('a1', 1).path], live)).toMatchObject({
      ok: false,
      error: { kind: 'refused' },
    });
    expect((await drain(writer)).pieces).toHaveLength(4);
  });

  test.each([
    ['nobody', undefined],
    ['a wrong password', `Basic ${Buffer.from('penulis:salah').toString('base64')}`],
  ])('shows nothing to %s', async (_, authorization) => {
    const stranger = folderFor(`${world.dav.url}tim`, authorization);
    expect(await stranger.get(anEnvelope('a1', 1).path, live)).toMatchObject({ ok: false, error: { kind: 'refused' } });
    for await (const part of stranger.pull(undefined, live))
      expect(part).toMatchObject({ ok: false, error: { kind: 'refused' } });
    expect(await stranger.put([anEnvelope('b2', 1)], live)).toMatchObject({ ok: false, error: { kind: 'refused' } });
  });

  test('holds files under the names that were agreed, and no half ones', () => {
    const tree = readdirSync(join(world.dav.files, 'tim'), { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.includes('.'),
    );
    const ours = tree.filter((name) => !name.includes('.DAV'));
    expect(ours.sort()).toEqual([
      'chain/0-c0ffee.bin',
      'hb/a1-1.bin',
      'ops/a1-1-beef.seg',
      'ops/a1-2-beef.seg',
      'relay.bin',
    ]);
  });

  test('takes the same piece from many at once, and keeps it once', async () => {
    const many = Array.from({ length: 8 }, () => folderFor(`${world.dav.url}ramai`, basic('penulis')));
    const puts = await Promise.all(many.map((one) => one.put([anEnvelope('a1', 1), anEnvelope('a1', 2)], live)));
    expect(puts.every((put) => put.ok)).toBe(true);
    expect((await drain(many[0]!)).pieces.map(({ path }) => path).sort()).toEqual([
      anEnvelope('a1', 1).path,
      anEnvelope('a1', 2).path,
    ]);
  });

  test('publishes a bundle, which is sent again only when it has changed', async () => {
    const url = `${world.dav.url}tim.izin`;
    const publish = async (n: number): Promise<void> => {
      const body = await writeBundle(Array.from({ length: n }, (_, i) => anEnvelope('a1', i + 1)));
      const put = await fetch(url, { method: 'PUT', body, headers: { authorization: basic('penulis') } });
      expect(put.ok).toBe(true);
    };
    await publish(3);
    const statuses: number[] = [];
    const heard = async (at: string, init: RequestInit): Promise<Response> => {
      const answer = await fetch(at, init);
      statuses.push(answer.status);
      return answer;
    };
    const bundle = bundleTransport(bundleAt({ url, fetch: heard, authorization: basic('pembaca') }), 1000);
    const first = await drain(bundle);
    const second = await drain(bundle, first.cursor);
    await publish(4);
    const third = await drain(bundle, second.cursor);
    expect([first, second, third].map(({ pieces }) => pieces.length)).toEqual([3, 0, 1]);
    expect(statuses).toEqual([200, 304, 200]);
  });

  test('out of reach, is said to be', async () => {
    await world.dav.stop();
    expect(await writer.put([anEnvelope('a1', 3)], live)).toMatchObject({ ok: false, error: { kind: 'unreachable' } });
  });
});
