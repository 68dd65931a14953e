// Long because it is one contract: every transport runs all of it, and its cases lean on each other's words.
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type Cursor,
  LARGEST,
  type Piece,
  type PieceKind,
  type PiecePath,
  type Transport,
} from '../../../lib/team/transport.ts';
import { drain, putAll } from './moving.ts';
import { aBeat, aBox, aJoin, anEntry, anEnvelope, aPage } from './pieces.ts';

/** One relay without a past, and ways to it. */
export interface Relay {
  /** As a device that may write everything. */
  connect(): Promise<Transport>;
  /** All of it is gone; the relay goes on as if it were new. */
  wipe(): Promise<void>;
  close(): Promise<void>;
}

export interface Way {
  fresh(): Promise<Relay>;
  stop(): Promise<void>;
}

export interface Traits {
  /** The relay tells a late entry of the chain from the first. */
  readonly compares: boolean;
  /** It can promise that something is gone. */
  readonly erases: boolean;
  /** How many random stories are told: fewer where a server listens. */
  readonly stories: number;
}

/** What holds of every way to exchange pieces. */
export function transportSuite(name: string, traits: Traits, start: () => Promise<Way>): void {
  describe(name, () => {
    let way: Way;
    beforeAll(async () => {
      way = await start();
    });
    afterAll(() => way?.stop());

    const on = async (story: (relay: Relay) => Promise<void>): Promise<void> => {
      const relay = await way.fresh();
      try {
        await story(relay);
      } finally {
        await relay.close();
      }
    };
    const between = (story: (a: Transport, b: Transport, relay: Relay) => Promise<void>): Promise<void> =>
      on(async (relay) => {
        const [a, b] = [await relay.connect(), await relay.connect()];
        try {
          await story(a, b, relay);
        } finally {
          await Promise.all([a.close(), b.close()]);
        }
      });
    const live = new AbortController().signal;

    it('gives one device what another has put, each kind byte for byte', () =>
      between(async (a, b) => {
        const pieces = [
          anEntry(0),
          anEnvelope('a1', 1),
          aPage('1', 1, 'manifest'),
          aBox('1', 1, 'b2'),
          aJoin('c3'),
          aBeat('a1', 4),
        ];
        expect(await a.put(pieces, live)).toEqual({ ok: true, value: pieces.map(() => 'stored') });
        expect(sorted((await drain(b)).pieces)).toEqual(sorted(pieces));
        for (const piece of pieces) expect(await b.get(piece.path, live)).toEqual({ ok: true, value: piece });
      }));

    it('has nothing at first, and says so without a failure', () =>
      between(async (a) => {
        expect((await drain(a)).pieces).toEqual([]);
        expect(await a.get(anEnvelope('a1', 1).path, live)).toEqual({ ok: true, value: undefined });
        expect(await a.remove([anEnvelope('a1', 1).path], live)).toMatchObject({ ok: true });
      }));

    it('knows a piece that is offered again, by whomever and in whichever company, and keeps it once', () =>
      between(async (a, b) => {
        const pieces = [anEntry(0), anEnvelope('a1', 1), aPage('1', 1, '00ff'), aBox('1', 1, 'b2'), aJoin('c3')];
        await putAll(a, pieces);
        const more = anEnvelope('a1', 2);
        expect(await b.put([more, ...pieces], live)).toEqual({
          ok: true,
          value: ['stored', ...pieces.map(() => 'known')],
        });
        expect(await a.put([...pieces, more], live)).toEqual({ ok: true, value: [...pieces, more].map(() => 'known') });
        expect(sorted((await drain(b)).pieces)).toEqual(sorted([...pieces, more]));
      }));

    it('gives after a cursor only what came since', () =>
      between(async (a, b) => {
        await putAll(a, [anEnvelope('a1', 1), anEnvelope('a1', 2)]);
        const first = await drain(b);
        expect((await drain(b, first.cursor)).pieces).toEqual([]);
        await putAll(a, [anEnvelope('a1', 3)]);
        const second = await drain(b, first.cursor);
        expect(second.pieces).toEqual([anEnvelope('a1', 3)]);
        expect((await drain(b, second.cursor)).pieces).toEqual([]);
        expect((await drain(a)).pieces).toHaveLength(3);
      }));

    it('goes on from a cursor that another connection was given', () =>
      between(async (a, b, relay) => {
        await putAll(a, [anEnvelope('a1', 1)]);
        const { cursor } = await drain(b);
        await b.close();
        await putAll(a, [anEnvelope('a1', 2)]);
        const later = await relay.connect();
        expect((await drain(later, cursor)).pieces).toEqual([anEnvelope('a1', 2)]);
        await later.close();
      }));

    it('brings only the kinds that were asked for, and the others later', () =>
      between(async (a, b) => {
        await putAll(a, [anEntry(0), anEnvelope('a1', 1), aPage('1', 1, '0a')]);
        const some = await drain(b, undefined, ['chain', 'ops']);
        expect(sorted(some.pieces)).toEqual(sorted([anEntry(0), anEnvelope('a1', 1)]));
        expect((await drain(b, some.cursor)).pieces).toEqual([aPage('1', 1, '0a')]);
      }));

    it('brings many pieces in parts, each with a cursor to go on from', () =>
      between(async (a, b) => {
        const many = Array.from({ length: 150 }, (_, n) => anEnvelope('a1', n + 1));
        await putAll(a, many);
        const parts: (readonly Piece[])[] = [];
        let cursor: Cursor | undefined;
        for await (const part of b.pull(undefined, live)) {
          if (!part.ok) throw new Error(part.error.kind);
          parts.push(part.value.pieces);
          cursor = part.value.cursor;
          if (parts.flat().length >= 40) break;
        }
        const rest = await drain(b, cursor);
        expect(sorted([...parts.flat(), ...rest.pieces])).toEqual(sorted(many));
      }));

    it('keeps the newest heads of a device in place of the earlier ones', () =>
      between(async (a, b) => {
        await putAll(a, [aBeat('a1', 1), aBeat('a1', 2), aBeat('b2', 1)]);
        expect(await a.put([aBeat('a1', 1)], live)).toEqual({ ok: true, value: ['known'] });
        expect(sorted((await drain(b)).pieces)).toEqual(sorted([aBeat('a1', 2), aBeat('b2', 1)]));
        expect(await b.get(aBeat('a1', 2).path, live)).toEqual({ ok: true, value: aBeat('a1', 2) });
        expect(await b.get(aBeat('a1', 1).path, live)).toEqual({ ok: true, value: undefined });
      }));

    it('no longer hands out what was removed', () =>
      between(async (a, b) => {
        const pieces = [anEnvelope('a1', 1), anEnvelope('a1', 2), aPage('1', 1, '0a'), aBox('1', 1, 'b2')];
        await putAll(a, pieces);
        const gone = [pieces[0], pieces[2], pieces[3]].map((piece) => (piece as Piece).path);
        const answer = await b.remove(gone, live);
        expect(answer.ok && answer.value).toEqual(traits.erases ? gone : []);
        expect((await drain(a)).pieces).toEqual([pieces[1]]);
        for (const path of gone) expect(await a.get(path, live)).toEqual({ ok: true, value: undefined });
      }));

    it('tells those who watch that there is more', () =>
      between(async (a, b) => {
        const until = new AbortController();
        const heard = new Promise<void>((told) => b.watch((news) => news === 'more' && told(), until.signal));
        const { cursor } = await drain(b);
        await putAll(a, [anEnvelope('a1', 1)]);
        await heard;
        until.abort();
        expect((await drain(b, cursor)).pieces).toEqual([anEnvelope('a1', 1)]);
      }));

    it('says of an emptied relay that it is another, and takes everything again', () =>
      between(async (a, b, relay) => {
        const pieces = [anEntry(0), anEntry(1), anEnvelope('a1', 1), anEnvelope('b2', 1), aBeat('a1', 1)];
        await putAll(a, pieces);
        const { cursor } = await drain(b);
        await relay.wipe();
        expect(await failureOf(b, cursor)).toBe('reset');
        await putAll(b, pieces);
        const again = await drain(b);
        expect(sorted(again.pieces)).toEqual(sorted(pieces));
        expect((await drain(b, again.cursor)).pieces).toEqual([]);
        expect(await failureOf(b, cursor)).toBe('reset');
      }));

    it('does nothing for one who has already gone', () =>
      between(async (a) => {
        await putAll(a, [anEnvelope('a1', 1)]);
        const gone = AbortSignal.abort();
        const cancelled = { ok: false, error: { kind: 'cancelled' } };
        expect(await a.put([anEnvelope('a1', 2)], gone)).toMatchObject(cancelled);
        expect(await a.get(anEnvelope('a1', 1).path, gone)).toMatchObject(cancelled);
        expect(await a.remove([anEnvelope('a1', 1).path], gone)).toMatchObject(cancelled);
        expect(await failureOf(a, undefined, gone)).toBe('cancelled');
        expect((await drain(a)).pieces).toEqual([anEnvelope('a1', 1)]);
      }));

    it('stops bringing when the reader goes', () =>
      between(async (a, b) => {
        await putAll(
          a,
          Array.from({ length: 150 }, (_, n) => anEnvelope('a1', n + 1)),
        );
        const reader = new AbortController();
        const ends: string[] = [];
        let pieces = 0;
        for await (const part of b.pull(undefined, reader.signal)) {
          ends.push(part.ok ? 'part' : part.error.kind);
          if (part.ok) pieces += part.value.pieces.length;
          if (pieces > 0) reader.abort();
        }
        expect(pieces === 150 || ends.at(-1) === 'cancelled').toBe(true);
        expect(pieces).toBeGreaterThan(0);
      }));

    it.each(Object.entries(LARGEST) as [PieceKind, number][])(
      'carries the largest %s there may be, and nothing larger',
      (kind, most) =>
        between(async (a, b) => {
          const { path } = example(kind);
          const large = { path, bytes: new Uint8Array(most).fill(7) };
          const larger = { path, bytes: new Uint8Array(most + 1) };
          expect(await a.put([larger], live)).toMatchObject({ ok: false, error: { kind: 'too-large' } });
          await putAll(a, [large]);
          const got = await b.get(path, live);
          expect(got.ok && got.value && Buffer.from(got.value.bytes).equals(large.bytes)).toBe(true);
        }),
    );

    it.each([
      '',
      'ops',
      'ops/',
      '/ops/a1/1-00',
      'ops/A1/1-00',
      'ops/a1/01-00',
      'ops/../1-00',
      'ops/a1/1-00/',
      'chain/-1-00',
      'snap/1/1/a b',
      'snap/1/1/.',
      'keys/1/1/*',
      'inv/>/00',
      'hb/a1',
      'hb/a1/1.5',
      'else/1',
    ])('takes %j for no path', (path) =>
      between(async (a) => {
        const malformed = { ok: false, error: { kind: 'malformed' } };
        expect(await a.put([{ path: path as PiecePath, bytes: new Uint8Array(1) }], live)).toMatchObject(malformed);
        expect(await a.get(path as PiecePath, live)).toMatchObject(malformed);
        expect(await a.remove([path as PiecePath], live)).toMatchObject(malformed);
      }),
    );

    if (traits.compares) {
      it('lets one of two writers append to the chain, and says so to the other', () =>
        between(async (a, b) => {
          await putAll(a, [anEntry(0)]);
          const both = await Promise.all([a.put([anEntry(1, 'aa')], live), b.put([anEntry(1, 'bb')], live)]);
          expect(both.map((put) => put.ok && put.value[0]).sort()).toEqual(['behind', 'stored']);
          expect((await drain(b)).pieces).toHaveLength(2);
        }));

      it('takes no entry of the chain before the ones it stands on', () =>
        between(async (a) => {
          expect(await a.put([anEntry(1)], live)).toMatchObject({ ok: false, error: { kind: 'reset' } });
          expect(await a.put([anEntry(0), anEntry(1), anEntry(2)], live)).toMatchObject({ ok: true });
        }));
    }

    it('loses nothing and gives nothing twice to one cursor, in any order of putting and reading', () =>
      fc.assert(
        fc.asyncProperty(fc.array(aStep, { minLength: 1, maxLength: 14 }), (steps) =>
          between(async (a, b) => {
            const readers = [a, b];
            const seen = readers.map(() => new Map<PiecePath, number>());
            const cursors: (Cursor | undefined)[] = [undefined, undefined];
            const put = new Map<PiecePath, Piece>();
            const read = async (who: number): Promise<void> => {
              const { pieces, cursor } = await drain(readers[who] as Transport, cursors[who]);
              cursors[who] = cursor;
              for (const { path } of pieces) seen[who]?.set(path, 1 + (seen[who]?.get(path) ?? 0));
            };
            for (const step of steps) {
              if (step.do === 'read') await read(step.who);
              else {
                const pieces = step.which.map((n) => anEnvelope(`d${step.who}`, n));
                await putAll(readers[step.who] as Transport, pieces);
                for (const piece of pieces) put.set(piece.path, piece);
              }
            }
            for (const who of [0, 1]) {
              await read(who);
              expect([...(seen[who] ?? [])].sort()).toEqual([...put.keys()].map((path) => [path, 1]).sort());
            }
          }),
        ),
        { numRuns: traits.stories },
      ));

    const failureOf = async (
      from: Transport,
      cursor: Cursor | undefined,
      signal = live,
    ): Promise<string | undefined> => {
      for await (const part of from.pull(cursor, signal)) if (!part.ok) return part.error.kind;
      return undefined;
    };
  });
}

const aStep = fc.oneof(
  fc.record({ do: fc.constant('read' as const), who: fc.nat(1) }),
  fc.record({
    do: fc.constant('put' as const),
    who: fc.nat(1),
    which: fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 6 }),
  }),
);

const example = (kind: PieceKind): Piece =>
  ({
    chain: anEntry(0),
    ops: anEnvelope('a1', 1),
    snap: aPage('1', 1, '0a'),
    keys: aBox('1', 1, 'b2'),
    inv: aJoin('c3'),
    hb: aBeat('a1', 1),
  })[kind];

const sorted = (pieces: readonly Piece[]): readonly Piece[] => [...pieces].sort((a, b) => (a.path < b.path ? -1 : 1));
