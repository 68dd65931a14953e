import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { type BackupFault, KDF_FLOOR } from '@/lib/exchange/backup/header.ts';
import { readHead } from '@/lib/exchange/backup/read.ts';
import { BackupError } from '@/lib/exchange/backup/seal.ts';
import { aLedger, opened, people } from '../../ledger/open.ts';
import { aBackup, open, WORDS } from './copies.ts';

let bytes: Uint8Array<ArrayBuffer>;
let headEnd = 0;
beforeAll(async () => {
  const ledger = await aLedger();
  opened(await ledger.append(people(6)));
  bytes = new Uint8Array(await (await aBackup(ledger)).arrayBuffer());
  headEnd = bytes.indexOf(10) + 1;
});

/** What reading it to its end comes to. */
async function faultOf(file: Blob, passphrase = WORDS): Promise<BackupFault | 'none'> {
  const head = await readHead(file);
  if (!head.ok) return head.error;
  const copy = await open(file, passphrase);
  if (!copy.ok) return copy.error;
  try {
    for await (const item of copy.value.items()) expect(item.is).toBeDefined();
    return 'none';
  } catch (thrown) {
    if (thrown instanceof BackupError) return thrown.fault;
    throw thrown;
  }
}

const withHead = (change: (head: { readonly kdf: object }) => object): Blob => {
  const head = JSON.parse(new TextDecoder().decode(bytes.slice(0, headEnd))) as { readonly kdf: object };
  return new Blob([`${JSON.stringify(change(head))}\n`, bytes.slice(headEnd)]);
};

describe('a file that is not a whole backup', () => {
  it('is told from one that is', async () => {
    expect(await faultOf(new Blob([bytes]))).toBe('none');
  });

  it('with another passphrase is told as that', async () => {
    expect(await faultOf(new Blob([bytes]), 'empat kuda minum di laut')).toBe('passphrase');
  });

  it('with one bit changed anywhere behind its first line does not open', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: headEnd, max: bytes.length - 1 }),
        fc.integer({ min: 0, max: 7 }),
        async (at, bit) => {
          const changed = bytes.slice();
          changed[at]! ^= 1 << bit;
          expect(['damaged', 'cut']).toContain(await faultOf(new Blob([changed])));
        },
      ),
      { numRuns: 15 },
    );
  }, 60_000);

  it('cut anywhere behind its first line, or with something behind its end, does not open', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: headEnd, max: bytes.length - 1 }), async (length) => {
        expect(await faultOf(new Blob([bytes.slice(0, length)]))).toBe('cut');
      }),
      { numRuns: 15 },
    );
    expect(await faultOf(new Blob([bytes, new Uint8Array(3)]))).toBe('cut');
  }, 60_000);

  it('with other figures in its first line does not open', async () => {
    expect(await faultOf(withHead((head) => ({ ...head, counts: { ops: 1, people: 1 } })))).toBe('cut');
  });

  it('of a newer kind asks for a newer Izin', async () => {
    expect(await faultOf(withHead((head) => ({ ...head, kind: 'izin.backup/2' })))).toBe('newer');
  });

  it('that asks for less work than the floor is refused, and so is one that asks for too much', async () => {
    const kdf = (more: object) => withHead((head) => ({ ...head, kdf: { ...head.kdf, ...more } }));
    expect(await faultOf(kdf({ memory: KDF_FLOOR.memory - 1 }))).toBe('weak');
    expect(await faultOf(kdf({ passes: KDF_FLOOR.passes - 1 }))).toBe('weak');
    expect(await faultOf(kdf({ memory: 4_000_000 }))).toBe('damaged');
  });

  it.each(['', 'Nama;Surel\nSari;s@harian.example\n', '{"kind":"another/1"}\n', 'x'.repeat(9_000)])(
    'but something else is told as foreign: %#',
    async (text) => {
      expect(await faultOf(new Blob([text]))).toBe('foreign');
    },
  );

  it('shows nothing of anybody in the clear', () => {
    const text = new TextDecoder('latin1').decode(bytes);
    expect(text).not.toMatch(/Orang|harian|personal/);
    expect(text).toContain('"people":6');
  });
});
