import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { davStore } from '../../../lib/team/dav-store.ts';
import { folderTransport } from '../../../lib/team/folder.transport.ts';
import type { Transport } from '../../../lib/team/transport.ts';
import { type DavServer, startDav } from './dav-server.ts';
import { drain, putAll } from './moving.ts';
import { aBeat, anEntry, anEnvelope, aPage } from './pieces.ts';
import { transportSuite } from './transport-suite.ts';

const live = new AbortController().signal;

const folderAt = (url: string, writes = true, keepsNoVersions = true): Transport =>
  folderTransport({
    store: davStore({ url, fetch, authorization: 'Basic cmluYTpyYWhhc2lh' }),
    writes,
    every: 20,
    keepsNoVersions,
  });

transportSuite('a folder', { compares: false, erases: true, stories: 8 }, async () => {
  const dav = await startDav();
  let n = 0;
  return {
    async fresh() {
      n += 1;
      const at = `/team-${n}/`;
      return {
        connect: async () => folderAt(`${dav.url}${at.slice(1)}`),
        wipe: async () => {
          for (const path of [...dav.files.keys()]) if (path.startsWith(at)) dav.files.delete(path);
        },
        close: async () => {},
      };
    },
    stop: () => dav.stop(),
  };
});

describe('a folder on a WebDAV server', () => {
  let dav: DavServer;
  let n = 0;
  let url = '';
  let at = '';
  beforeAll(async () => {
    dav = await startDav();
  });
  afterAll(() => dav.stop());
  beforeEach(() => {
    n += 1;
    at = `/t${n}/`;
    url = `${dav.url}t${n}`;
    dav.answerInstead = undefined;
    dav.requests.length = 0;
  });
  const resets = async (from: Transport, cursor: string): Promise<string | undefined> => {
    for await (const part of from.pull(cursor, live)) if (!part.ok) return `${part.error.kind}: ${part.error.detail}`;
    return undefined;
  };

  it('lies in files whose names say what they are', async () => {
    await putAll(folderAt(url), [anEntry(0), anEnvelope('a1', 1), aPage('1', 2, 'manifest'), aBeat('a1', 3)]);
    const files = [...dav.files.keys()].filter((path) => path.startsWith(at) && !path.endsWith('/'));
    expect(files.map((path) => path.slice(at.length)).sort()).toEqual([
      'chain/0-c0ffee.bin',
      'hb/a1-3.bin',
      'ops/a1-1-beef.seg',
      'relay.bin',
      'snap/1-2/manifest.bin',
    ]);
  });

  it('writes each file under the condition that there is none, and never under the condition of a tag', async () => {
    await putAll(folderAt(url), [anEnvelope('a1', 1), anEnvelope('a1', 1)]);
    const puts = dav.requests.filter(({ method }) => method === 'PUT');
    expect(puts.length).toBeGreaterThan(1);
    expect(puts.every(({ headers }) => headers['if-none-match'] === '*')).toBe(true);
    expect(dav.requests.some(({ headers }) => headers['if-match'] !== undefined)).toBe(false);
  });

  it('puts heads after what they speak of', async () => {
    await putAll(folderAt(url), [aBeat('a1', 1), anEnvelope('a1', 1), anEnvelope('a1', 2)]);
    const written = dav.requests.filter(({ method }) => method === 'PUT').map(({ path }) => path);
    expect(written.at(-1)).toBe(`${at}hb/a1-1.bin`);
  });

  it('does not take half of a file for the piece, and reads it once it is whole', async () => {
    const a = folderAt(url);
    await putAll(a, [anEnvelope('a1', 1)]);
    const file = `${at}ops/a1-1-beef.seg`;
    const whole = dav.files.get(file) as Buffer;
    dav.files.set(file, whole.subarray(0, whole.length - 3));
    const half = await drain(a);
    expect(half.pieces).toEqual([]);
    expect(await a.get(anEnvelope('a1', 1).path, live)).toEqual({ ok: true, value: undefined });
    dav.files.set(file, whole);
    expect((await drain(a, half.cursor)).pieces).toEqual([anEnvelope('a1', 1)]);
  });

  it('writes a file again of which an upload left half', async () => {
    const a = folderAt(url);
    await putAll(a, [anEnvelope('a1', 1)]);
    const file = `${at}ops/a1-1-beef.seg`;
    dav.files.set(file, (dav.files.get(file) as Buffer).subarray(0, 20));
    expect(await putAll(a, [anEnvelope('a1', 1)])).toEqual(['stored']);
    expect((await drain(a)).pieces).toEqual([anEnvelope('a1', 1)]);
  });

  it('passes over files that are not its own', async () => {
    const a = folderAt(url);
    await putAll(a, [anEnvelope('a1', 1), aPage('1', 1, '0a')]);
    for (const name of [
      'ops/a1-1-beef (conflict).seg',
      'ops/notes.txt',
      'snap/backup/',
      'snap/1-1/.tmp',
      'chain/x.bin',
    ])
      dav.files.set(at + name, name.endsWith('/') ? undefined : Buffer.from('x'));
    expect((await drain(a)).pieces).toHaveLength(2);
  });

  it('alarms when an entry of the chain is gone, and when the heads of a device are older than they were', async () => {
    const a = folderAt(url);
    await putAll(a, [anEntry(0), anEntry(1), aBeat('a1', 5)]);
    const { cursor } = await drain(a);
    const beat = dav.files.get(`${at}hb/a1-5.bin`);
    dav.files.delete(`${at}hb/a1-5.bin`);
    dav.files.set(`${at}hb/a1-4.bin`, beat);
    expect(await resets(a, cursor)).toBe('reset: the heads of a1 are older than they were');
    dav.files.delete(`${at}chain/1-c0ffee.bin`);
    expect(await resets(a, cursor)).toBe('reset: an entry of the chain is missing');
  });

  it('does not alarm at envelopes that were folded', async () => {
    const a = folderAt(url);
    await putAll(a, [anEnvelope('a1', 1), anEnvelope('a1', 2)]);
    const { cursor } = await drain(a);
    await a.remove([anEnvelope('a1', 1).path, anEnvelope('a1', 2).path], live);
    await putAll(a, [anEnvelope('a1', 3)]);
    expect((await drain(a, cursor)).pieces).toEqual([anEnvelope('a1', 3)]);
  });

  it.each([
    [401, 'refused'],
    [403, 'refused'],
    [507, 'full'],
    [413, 'too-large'],
    [423, 'unreachable'],
    [500, 'unreachable'],
  ])('says of an answer %i to a write: %s', async (status, kind) => {
    dav.answerInstead = (request, response) => {
      if (request.method !== 'PUT') return false;
      response.writeHead(status).end();
      return true;
    };
    const answer = await folderAt(url).put([anEnvelope('a1', 1)], live);
    expect(answer).toMatchObject({ ok: false, error: { kind } });
  });

  it('goes on where another device has just made the folder and the server says 403 to the second', async () => {
    dav.answerInstead = (request, response) => {
      if (request.method !== 'MKCOL' || dav.files.has(request.url ?? '')) return false;
      dav.files.set(request.url ?? '', undefined);
      response.writeHead(403).end();
      return true;
    };
    expect(await putAll(folderAt(url), [anEnvelope('a1', 1), anEnvelope('a1', 2)])).toEqual(['stored', 'stored']);
  });

  it('says of a server that is not there that it is out of reach, and of a list that was cut that it is no list', async () => {
    expect(await folderAt('http://127.0.0.1:9/').put([anEnvelope('a1', 1)], live)).toMatchObject({
      ok: false,
      error: { kind: 'unreachable' },
    });
    const a = folderAt(url);
    await putAll(a, [anEntry(0)]);
    const { cursor } = await drain(a);
    dav.answerInstead = (request, response) => {
      if (request.method !== 'PROPFIND') return false;
      response.writeHead(207).end('<?xml version="1.0"?><D:multistatus xmlns:D="DAV:"><D:response>');
      return true;
    };
    expect(await resets(a, cursor)).toMatch(/^malformed/);
  });

  it('waits no longer than it has patience', async () => {
    dav.answerInstead = (request) => request.method === 'GET';
    const store = davStore({ url, fetch, patience: 50 });
    expect(await store.read('relay.bin', live)).toMatchObject({ ok: false, error: { kind: 'unreachable' } });
  });

  it('gives its credentials to no other host', async () => {
    const other = await startDav();
    dav.answerInstead = (_, response) => {
      response.writeHead(307, { location: `${other.url}ops/` }).end();
      return true;
    };
    expect(await folderAt(url).put([anEnvelope('a1', 1)], live)).toMatchObject({ error: { kind: 'unreachable' } });
    expect(other.requests).toEqual([]);
    await other.stop();
  });

  it('promises nothing where earlier versions may be kept', async () => {
    const a = folderAt(url, true, false);
    await putAll(a, [anEnvelope('a1', 1)]);
    expect(await a.remove([anEnvelope('a1', 1).path], live)).toEqual({ ok: true, value: [] });
    expect((await drain(a)).pieces).toEqual([]);
  });

  it('asks nothing of the server where it may only read', async () => {
    const reader = folderAt(url, false);
    expect(await reader.put([anEnvelope('a1', 1)], live)).toMatchObject({ error: { kind: 'refused' } });
    expect(await reader.remove([anEnvelope('a1', 1).path], live)).toMatchObject({ error: { kind: 'refused' } });
    expect(dav.requests).toEqual([]);
  });

  it('says to those who watch when the server goes and when it is back', async () => {
    const a = folderAt(url);
    await putAll(a, [anEnvelope('a1', 1)]);
    const until = new AbortController();
    const heard: string[] = [];
    const hears = (news: string): Promise<void> =>
      new Promise((done) => {
        waiting = (now) => now === news && done();
      });
    let waiting: (news: string) => void = () => {};
    const first = hears('more');
    a.watch((news) => {
      heard.push(news);
      waiting(news);
    }, until.signal);
    await first;
    const down = hears('down');
    dav.answerInstead = (_, response) => {
      response.writeHead(503).end();
      return true;
    };
    await down;
    const up = hears('up');
    dav.answerInstead = undefined;
    await up;
    until.abort();
    expect(heard).toEqual(['more', 'down', 'up']);
  });
});
