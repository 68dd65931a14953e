import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bundleAt, bundleFrom, bundleTransport } from '../../../lib/team/bundle.transport.ts';
import { readBundle, writeBundle } from '../../../lib/team/bundle-file.ts';
import { LARGEST, type Piece, type PiecePath, type Transport } from '../../../lib/team/transport.ts';
import { type DavServer, startDav } from './dav-server.ts';
import { drain } from './moving.ts';
import { aBeat, aBox, anEntry, anEnvelope, aPage } from './pieces.ts';

const live = new AbortController().signal;
const PIECES = [anEntry(0), anEnvelope('a1', 1), aPage('1', 1, 'manifest'), aBox('1', 1, 'b2'), aBeat('a1', 1)];
const failure = async (from: Transport, cursor?: string): Promise<string | undefined> => {
  for await (const part of from.pull(cursor, live)) if (!part.ok) return part.error.kind;
  return undefined;
};

describe('the file of a bundle', () => {
  const aPiece: fc.Arbitrary<Piece> = fc.record({
    path: fc
      .tuple(fc.nat(1e6), fc.stringMatching(/^[0-9a-f]{1,64}$/))
      .map(([n, hash]): PiecePath => `ops/${hash}/${n}-${hash}`),
    bytes: fc.uint8Array({ maxLength: 300 }).map((bytes) => new Uint8Array(bytes)),
  });

  it('gives back every piece that was put in', () =>
    fc.assert(
      fc.asyncProperty(fc.array(aPiece), async (pieces) => {
        expect(await readBundle(await writeBundle(pieces))).toEqual({ ok: true, value: pieces });
      }),
    ));

  it('says nothing when any bit of it was changed, or any of it is missing', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(aPiece, { minLength: 1, maxLength: 3 }),
        fc.nat(),
        fc.nat(7),
        async (pieces, where, bit) => {
          const file = await writeBundle(pieces);
          const [changed, cut] = [file.slice(), file.slice(0, where % file.length)];
          changed[where % file.length]! ^= 1 << bit;
          expect(await readBundle(changed)).toEqual({ ok: false, error: 'malformed' });
          expect(await readBundle(cut)).toEqual({ ok: false, error: 'malformed' });
        },
      ),
    ));

  it('carries no piece that is larger than there may be', async () => {
    const large = { path: 'inv/c3/00', bytes: new Uint8Array(LARGEST.inv + 1) } as const;
    expect(await readBundle(await writeBundle([large]))).toEqual({ ok: false, error: 'malformed' });
  });
});

describe('a bundle', () => {
  let dav: DavServer;
  beforeEach(async () => {
    dav = await startDav();
  });
  afterEach(() => dav.stop());
  const publish = async (pieces: readonly Piece[]): Promise<void> => {
    dav.files.set('/team.izin', Buffer.from(await writeBundle(pieces)));
  };
  const reader = (): Transport => bundleTransport(bundleAt({ url: `${dav.url}team.izin`, fetch }), 20);

  it('is read from a file that was handed over', async () => {
    const bundle = bundleTransport(bundleFrom(await writeBundle(PIECES)), 1000);
    const { pieces, cursor } = await drain(bundle);
    expect(pieces).toEqual(PIECES);
    expect((await drain(bundle, cursor)).pieces).toEqual([]);
    expect(await bundle.get(aPage('1', 1, 'manifest').path, live)).toEqual({
      ok: true,
      value: aPage('1', 1, 'manifest'),
    });
    expect(await bundle.get('else/1' as PiecePath, live)).toMatchObject({ error: { kind: 'malformed' } });
  });

  it('is read from an address, and sent again only when it has changed', async () => {
    await publish(PIECES);
    const bundle = reader();
    const first = await drain(bundle);
    expect(first.pieces).toEqual(PIECES);
    const second = await drain(bundle, first.cursor);
    expect(second.pieces).toEqual([]);
    const tag = dav.requests.at(-1)?.headers['if-none-match'];
    expect(tag).toMatch(/^W\/"/);
    await publish([...PIECES, anEnvelope('a1', 2)]);
    expect((await drain(bundle, second.cursor)).pieces).toEqual([anEnvelope('a1', 2)]);
  });

  it('alarms at an older one than was seen, and not at one whose envelopes were folded', async () => {
    await publish([...PIECES, anEntry(1)]);
    const bundle = reader();
    const { cursor } = await drain(bundle);
    await publish(PIECES.filter(({ path }) => !path.startsWith('ops/')).concat(anEntry(1)));
    expect(await failure(bundle, cursor)).toBeUndefined();
    await publish(PIECES);
    expect(await failure(bundle, cursor)).toBe('reset');
  });

  it('takes nothing', async () => {
    expect(await reader().put(PIECES, live)).toMatchObject({ error: { kind: 'refused' } });
    expect(await reader().remove([anEntry(0).path], live)).toMatchObject({ error: { kind: 'refused' } });
    expect(dav.requests).toEqual([]);
  });

  it('tells a file that is no bundle, an address that has none, and one who went away', async () => {
    dav.files.set('/team.izin', Buffer.from('<html>Please log in</html>'));
    expect(await failure(reader())).toBe('malformed');
    dav.files.delete('/team.izin');
    expect(await failure(reader())).toBe('unreachable');
    expect(await reader().get(anEntry(0).path, AbortSignal.abort())).toMatchObject({ error: { kind: 'cancelled' } });
  });

  it('tells those who watch when another was published', async () => {
    await publish(PIECES);
    const bundle = reader();
    const until = new AbortController();
    let heard = 0;
    const twice = new Promise<void>((done) =>
      bundle.watch((news) => {
        if (news !== 'more') return;
        heard += 1;
        if (heard === 1) void publish([...PIECES, anEnvelope('a1', 2)]);
        if (heard === 2) done();
      }, until.signal),
    );
    await twice;
    until.abort();
    expect((await drain(bundle)).pieces).toHaveLength(PIECES.length + 1);
  });
});
