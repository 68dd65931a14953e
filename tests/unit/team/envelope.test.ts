import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeCbor, encodeCbor } from '@/lib/team/cbor.ts';
import { newDeviceKeys } from '@/lib/team/device-keys.ts';
import { type Envelope, envelopeBytes, isOf, NO_PREV, readEnvelope } from '@/lib/team/envelope.ts';
import { sha256 } from '@/lib/team/hash.ts';
import { commitmentOf, pathOf, rootBy, rootOf } from '@/lib/team/merkle.ts';
import { pad, unpad } from '@/lib/team/padding.ts';
import { inBatches, sealBatch } from '@/lib/team/seal.ts';
import { sign } from '@/lib/team/sign.ts';
import { opOf, proofOf, proves, unseal } from '@/lib/team/unseal.ts';
import { anOp } from '../domain/builders.ts';

const KEY = new Uint8Array(32).fill(5);
const note = (text: string) => anOp([{ kind: 'note', note: { id: 'n', text, at: '2026-11-20T02:15:00.000Z' } }]);

async function sealed(texts: readonly string[], key = KEY) {
  const device = await newDeviceKeys();
  const batches = inBatches(texts.map(note));
  if (!batches.ok) throw new Error(batches.error.op);
  const to = { team: 'ab'.repeat(16), scope: 'cd'.repeat(8), epoch: 1, key, device, chain: ['ef'.repeat(32)] };
  const { envelope, piece } = await sealBatch(batches.value[0]!, to);
  return { envelope, piece, device, to };
}
const read = async (bytes: Uint8Array): Promise<Envelope> => {
  const envelope = await readEnvelope(bytes);
  if (!envelope.ok) throw new Error(JSON.stringify(envelope.error));
  return envelope.value;
};

describe('an envelope', () => {
  it('gives back the ops that were put in, and says whose they are', async () => {
    const { piece, device } = await sealed(['one', 'two', 'three']);
    const envelope = await read(piece.bytes);
    const lain = await unseal(envelope, KEY);
    if (!lain.ok) throw new Error(lain.error.kind);
    const ops = lain.value.map(({ bytes }) => opOf(bytes));
    expect(ops.map((op) => op.ok && op.value.changes[0])).toMatchObject([
      { note: { text: 'one' } },
      { note: { text: 'two' } },
      {},
    ]);
    expect(await isOf(envelope, device.sign.publicKey)).toBe(true);
    expect(await isOf(envelope, (await newDeviceKeys()).sign.publicKey)).toBe(false);
    expect(piece.path).toBe(`ops/${device.id}/1-${envelope.hash}`);
  });

  it('follows the one before', async () => {
    const { envelope, to } = await sealed(['one']);
    expect(envelope.header.prev).toBe(NO_PREV);
    const batches = inBatches([note('two')]);
    const second = await sealBatch(batches.ok ? batches.value[0]! : [], {
      ...to,
      after: { dseq: 1, hash: envelope.hash },
    });
    expect(second.envelope.header).toMatchObject({ dseq: 2, prev: envelope.hash });
    expect(await read(second.piece.bytes)).toEqual(second.envelope);
  });

  it('is of one of five lengths, whatever it holds', async () => {
    const lengths = await Promise.all(
      [1, 100, 1500, 8000, 20_000, 100_000].map(
        async (size) => (await sealed(['x'.repeat(size)])).envelope.body!.length - 28,
      ),
    );
    expect(lengths).toEqual([512, 512, 2048, 8192 * 4, 8192 * 4, 131_072]);
  });

  it('does not open under another key, for another list, or in another place', async () => {
    const { envelope } = await sealed(['one']);
    expect(await unseal(envelope, new Uint8Array(32))).toEqual({ ok: false, error: { kind: 'wrong-key' } });
    for (const other of [{ scope: '00'.repeat(8) }, { epoch: 2 }, { dseq: 9 }, { prev: '01'.repeat(32) }]) {
      const moved = { ...envelope, header: { ...envelope.header, ...other } };
      expect(await unseal(moved, KEY)).toEqual({ ok: false, error: { kind: 'wrong-key' } });
    }
  });

  it('is refused where its sealed ops are not those of its header', async () => {
    const { envelope } = await sealed(['one', 'two']);
    for (const [field, value] of [
      ['n', 3],
      ['root', '00'.repeat(32)],
    ] as const) {
      const { header } = envelope;
      const changed = { ...header, [field]: value };
      // A member with the key can bind a body to any header: its content must still be what the header says.
      const { encrypt } = await import('@/lib/team/aead.ts');
      const { boundTo } = await import('@/lib/team/envelope.ts');
      const { decrypt } = await import('@/lib/team/aead.ts');
      const plain = await decrypt(KEY, envelope.body!, boundTo(header));
      const body = await encrypt(KEY, plain.ok ? plain.value : new Uint8Array(), boundTo(changed));
      expect(await unseal({ ...envelope, header: changed, body }, KEY)).toEqual({
        ok: false,
        error: { kind: 'malformed', at: field },
      });
    }
  });

  it('is refused by name at every byte and every cut, without a throw', async () => {
    const { piece, device } = await sealed(['one']);
    await fc.assert(
      fc.asyncProperty(
        fc.nat(piece.bytes.length - 1),
        fc.integer({ min: 1, max: 255 }),
        fc.boolean(),
        async (at, flip, cut) => {
          const bytes = cut ? piece.bytes.slice(0, at) : piece.bytes.slice();
          if (!cut) bytes[at] = (bytes[at] ?? 0) ^ flip;
          const back = await readEnvelope(bytes);
          expect(back.ok && (await isOf(back.value, device.sign.publicKey)) && (await unseal(back.value, KEY)).ok).toBe(
            false,
          );
        },
      ),
      { numRuns: 400 },
    );
  });

  it('is refused by name with any field of its header replaced', async () => {
    const { envelope, device } = await sealed(['one']);
    const plain = decodeCbor(envelope.headerBytes, 10_000);
    const header = (plain.ok ? plain.value : {}) as Record<string, unknown>;
    const junk = fc.constantFrom<unknown>(
      null,
      -1,
      0,
      257,
      1.5,
      'x',
      [],
      {},
      new Uint8Array(3),
      [new Uint8Array(2)],
      true,
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...Object.keys(header), 'more'), junk, async (field, value) => {
        const headerBytes = encodeCbor({ ...header, [field]: value });
        const signature = await sign('env', headerBytes, device.sign);
        const back = await readEnvelope(envelopeBytes({ ...envelope, headerBytes, signature }));
        // 257 is a place in a log, and an epoch, as good as another: only its chain would tell.
        const place = value === 257 && (field === 'epoch' || field === 'dseq');
        expect(back.ok ? place : back.error.at?.startsWith('header')).toBe(place && back.ok ? true : !back.ok);
      }),
      { numRuns: 300 },
    );
  });

  it('keeps its header and signature good when the body is destroyed', async () => {
    const { envelope, device } = await sealed(['one']);
    const { body: _, ...rest } = envelope;
    const back = await read(envelopeBytes(rest));
    expect(await isOf(back, device.sign.publicKey)).toBe(true);
    expect(await unseal(back, KEY)).toEqual({ ok: false, error: { kind: 'malformed', at: 'body' } });
  });

  it('proves one op when all others are destroyed, and no other op', async () => {
    const { envelope } = await sealed(['one', 'two', 'three', 'four', 'five']);
    const lain = await unseal(envelope, KEY);
    const all = lain.ok ? lain.value : [];
    for (const [index, { bytes }] of all.entries()) {
      const proof = (await proofOf(all, index))!;
      expect(await proves(proof, bytes, envelope.header)).toBe(true);
      expect(await proves(proof, encodeCbor(note('another')), envelope.header)).toBe(false);
      expect(await proves({ ...proof, index: (index + 1) % 5 }, bytes, envelope.header)).toBe(false);
      expect(await proves({ ...proof, path: proof.path.slice(1) }, bytes, envelope.header)).toBe(false);
    }
  });
});

describe('cutting ops into envelopes', () => {
  it('keeps every op once and in order, at most 256 and at most 128 KB each', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 20_000 }), { maxLength: 20 }), fc.nat(300), (sizes, more) => {
        const ops = [...sizes.map((size) => note('x'.repeat(size))), ...Array.from({ length: more }, () => note('y'))];
        const batches = inBatches(ops);
        if (!batches.ok) throw new Error(batches.error.op);
        const back = batches.value.flat().map((bytes) => opOf(bytes));
        expect(back.map((op) => op.ok && op.value.id)).toEqual(ops.map(({ id }) => id));
        const bodies = batches.value.map((batch) => pad(encodeCbor(batch.map((op) => [new Uint8Array(32), op]))));
        expect(bodies.every((body) => body !== undefined)).toBe(true);
        expect(Math.max(0, ...batches.value.map(({ length }) => length))).toBeLessThanOrEqual(256);
      }),
      { numRuns: 10 },
    );
  });

  it('names the op that no envelope holds', () => {
    const large = note('x'.repeat(140_000));
    expect(inBatches([note('a'), large])).toEqual({ ok: false, error: { kind: 'too-large', op: large.id } });
  });
});

describe('padding', () => {
  it('is taken off again, and refused where it hides something', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 3000 }), (some) => {
        expect(unpad(pad(new Uint8Array(some))!)).toEqual({ ok: true, value: new Uint8Array(some) });
      }),
    );
    const hidden = pad(new Uint8Array(3))!;
    hidden[100] = 1;
    expect(unpad(hidden)).toMatchObject({ error: { at: 'padding' } });
    expect(unpad(new Uint8Array(600))).toMatchObject({ error: { at: 'padding' } });
    expect(unpad(new Uint8Array(2))).toMatchObject({ error: { at: 'padding' } });
    expect(unpad(new Uint8Array(2048))).toMatchObject({ error: { at: 'padding' } });
  });
});

describe('the tree of commitments', () => {
  it('proves every leaf of every size, and nothing in another place', async () => {
    const hash = await sha256();
    const leaves = Array.from({ length: 21 }, (_, at) => commitmentOf(hash, new Uint8Array(32), Uint8Array.of(at)));
    for (let n = 1; n <= leaves.length; n += 1) {
      const some = leaves.slice(0, n);
      const root = rootOf(hash, some);
      for (const [index, leaf] of some.entries()) {
        const path = pathOf(hash, some, index);
        expect(rootBy(hash, leaf, { index, n, path })).toEqual(root);
        expect(rootBy(hash, leaf, { index, n, path: [...path, leaf] })).not.toEqual(root);
        expect(rootBy(hash, leaf, { index: n, n, path })).toBeUndefined();
      }
    }
  });
});
