import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPath, type PieceName, parsePath } from '../../../lib/team/piece-path.ts';

const hex = fc.stringMatching(/^[0-9a-f]{1,64}$/);
const number = fc.nat(1e9);
const aName: fc.Arbitrary<PieceName> = fc.oneof(
  fc.record({ kind: fc.constant('chain' as const), n: number, hash: hex }),
  fc.record({ kind: fc.constant('ops' as const), device: hex, dseq: number, hash: hex }),
  fc.record({
    kind: fc.constant('snap' as const),
    scope: hex,
    epoch: number,
    page: fc.stringMatching(/^[0-9a-z]{1,64}$/),
  }),
  fc.record({ kind: fc.constant('keys' as const), scope: hex, epoch: number, device: hex }),
  fc.record({ kind: fc.constant('inv' as const), invite: hex, hash: hex }),
  fc.record({ kind: fc.constant('hb' as const), device: hex, n: number }),
);

const written = (name: PieceName): string => {
  switch (name.kind) {
    case 'chain':
      return `chain/${name.n}-${name.hash}`;
    case 'ops':
      return `ops/${name.device}/${name.dseq}-${name.hash}`;
    case 'snap':
      return `snap/${name.scope}/${name.epoch}/${name.page}`;
    case 'keys':
      return `keys/${name.scope}/${name.epoch}/${name.device}`;
    case 'inv':
      return `inv/${name.invite}/${name.hash}`;
    case 'hb':
      return `hb/${name.device}/${name.n}`;
  }
};

describe('the path of a piece', () => {
  it('is read into the parts that it was made of', () => {
    fc.assert(
      fc.property(aName, (name) => {
        expect(parsePath(written(name))).toEqual(name);
      }),
    );
  });

  it('is the only one of its parts: what reads at all reads back to the same letters', () => {
    const near = fc.oneof(fc.string(), fc.stringMatching(/^(chain|ops|snap|keys|inv|hb)\/[0-9a-fA-F/.-]{0,20}$/));
    fc.assert(
      fc.property(near, (text) => {
        const name = parsePath(text);
        expect(name === undefined || written(name) === text).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it.each(['toString', 'constructor/1', '__proto__/1', 'ops/a1/1-00\n', 'chain/9999999999999999-00'])(
    'is not %j',
    (text) => {
      expect(isPath(text)).toBe(false);
    },
  );
});
