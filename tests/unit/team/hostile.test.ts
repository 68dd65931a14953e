import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Op } from '@/lib/domain/op.ts';
import { encodeCbor } from '@/lib/team/cbor.ts';
import { nextEntry } from '@/lib/team/chain-make.ts';
import { newDeviceKeys } from '@/lib/team/device-keys.ts';
import { makeBox } from '@/lib/team/key-box.ts';
import { nextSecrets } from '@/lib/team/key-ring.ts';
import { inBatches, type SealTo, sealBatch } from '@/lib/team/seal.ts';
import { newestKey } from '@/lib/team/send-out.ts';
import type { Piece, Transport } from '@/lib/team/transport.ts';
import { rotation } from './a-team.ts';
import { aName, aStop, kinds, meet, never, type Office, office, opBy, type Profile, round, says } from './profiles.ts';

type Change = (pieces: readonly Piece[]) => readonly Piece[];
const through = (transport: Transport, change: Change): Transport => ({
  ...transport,
  // From the beginning each time, so that there is always something to change.
  async *pull(_, signal) {
    for await (const part of transport.pull(undefined, signal))
      yield part.ok ? { ok: true, value: { ...part.value, pieces: change(part.value.pieces) } } : part;
  },
});
const meetThrough = (at: Office, who: Profile, change: Change) =>
  meet(at.relay, who, through(at.relay.transport(), change));
const isOps = ({ path }: Piece) => path.startsWith('ops/');

async function threeSaid() {
  const at = await office(['editor', 'viewer']);
  const [editor, viewer] = at.others;
  for (const name of ['one', 'two', 'three']) {
    await says(editor!, at, opBy(editor!, at, [aName(name)]));
    await meet(at.relay, editor!);
  }
  return { at, editor: editor!, viewer: viewer! };
}

describe('a relay that means ill', () => {
  it('is told when it keeps back one piece: the place is missing', async () => {
    const { at, viewer, editor } = await threeSaid();
    let dropped = 0;
    await meetThrough(at, viewer, (pieces) =>
      pieces.filter((piece) => !isOps(piece) || !piece.path.includes('/2-') || dropped++ > 0),
    );
    expect(viewer.alarms).toMatchObject([{ kind: 'gap', device: editor.keys.id, detail: '2' }]);
    expect(viewer.ops.size).toBe(1);
  });

  it('is told when it keeps back the newest: a colleague has signed that they are there', async () => {
    const { at, viewer, editor } = await threeSaid();
    await meet(at.relay, at.owner);
    await meetThrough(at, viewer, (pieces) => pieces.filter((piece) => !isOps(piece)));
    expect(kinds(viewer)).toEqual(['hidden']);
    expect(viewer.alarms.every(({ device }) => device === editor.keys.id)).toBe(true);
  });

  it('changes nothing by another order, by parts, or by giving things twice', async () => {
    const { at, viewer, editor } = await threeSaid();
    const all = at.relay.pieces.filter(isOps);
    await meetThrough(at, viewer, (pieces) => [...pieces.toReversed(), ...all, ...all.toReversed()]);
    expect(viewer.ops).toEqual(editor.ops);
    expect(kinds(viewer)).toEqual([]);
  });

  it('is told when it goes back to an earlier copy, and gets again what it lost', async () => {
    const { at, viewer, editor } = await threeSaid();
    await round(at);
    at.relay.rollBack(at.relay.pieces.length - 4);
    await round(at);
    expect(kinds(at.owner)).toContain('reset');
    expect(at.relay.pieces.filter(isOps)).toHaveLength(3);
    expect(viewer.ops).toEqual(editor.ops);
  });

  it('gets nothing in by a piece under another name, a cut one, a large one, or noise', async () => {
    const { at, viewer, editor } = await threeSaid();
    const [first] = at.relay.pieces.filter(isOps);
    const named = (path: string, bytes = first!.bytes): Piece => ({ path: path as Piece['path'], bytes });
    const id = 'ab'.repeat(16);
    const bad = [
      named(`ops/${editor.keys.id}/9-${'cd'.repeat(32)}`),
      named(`ops/${id}/1-${'cd'.repeat(32)}`, first!.bytes.slice(0, 50)),
      named(`ops/${id}/2-${'cd'.repeat(32)}`, new Uint8Array(400_000)),
      named(`keys/${id.slice(16)}/1/${id}`, new Uint8Array(9)),
      named(`hb/${id}/1`, encodeCbor([new Uint8Array(1), new Uint8Array(64)])),
      named(`chain/9-${'cd'.repeat(32)}`, encodeCbor('x')),
    ];
    await meetThrough(at, viewer, (pieces) => [...pieces, ...bad]);
    expect(kinds(viewer)).toEqual(['malformed', 'mislabelled', 'too-large']);
    expect(viewer.ops).toEqual(editor.ops);
  });

  it('gets nothing in whatever byte it turns, and every good piece still counts', async () => {
    const { at, viewer, editor } = await threeSaid();
    const [first] = at.relay.pieces.filter(isOps);
    await fc.assert(
      fc.asyncProperty(fc.nat(first!.bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (place, flip) => {
        const bytes = first!.bytes.slice();
        bytes[place] = (bytes[place] ?? 0) ^ flip;
        await meetThrough(at, viewer, (pieces) => [
          { path: first!.path, bytes },
          ...pieces.filter(({ path }) => path !== first!.path),
        ]);
        expect(viewer.ops.size).toBe(0);
      }),
      { numRuns: 30 },
    );
    await meetThrough(at, viewer, (pieces) => [first!, ...pieces]);
    const { store } = viewer.sync.desk.around;
    await store.write([{ table: 'inbox', key: first!.path, value: first!.bytes }]);
    await meet(at.relay, viewer);
    expect(viewer.ops).toEqual(editor.ops);
  });

  it('cannot put a key box in place of another', async () => {
    const { at, viewer } = await threeSaid();
    const { desk } = at.owner.sync;
    const to = {
      team: at.team.team,
      scope: at.scope,
      epoch: 1,
      device: viewer.keys.id,
      box: viewer.keys.boxes[0]!.publicKey,
      withKey: true,
    };
    const other = await makeBox(nextSecrets(undefined), to, desk.device);
    const mine = other.ok ? other.value : undefined;
    const theirs = at.relay.pieces.find(({ path }) => path === `keys/${at.scope}/1/${at.owner.keys.id}`);
    await meetThrough(at, viewer, (pieces) => [...pieces, mine!, { path: mine!.path, bytes: theirs!.bytes }]);
    expect(kinds(viewer)).toEqual(['mislabelled']);
    await meetThrough(at, viewer, (pieces) => [...pieces, mine!]);
    expect(viewer.alarms.at(-1)).toMatchObject({ kind: 'swapped-box', device: at.owner.keys.id, detail: 'swapped' });
    expect(viewer.sync.desk.secrets.get(`${at.scope}/1`)).toHaveLength(1);
  });

  it('cannot lengthen the chain', async () => {
    const { at, viewer } = await threeSaid();
    const { chain } = viewer.sync.desk;
    const before = chain.heads();
    const stranger = await newDeviceKeys();
    const own = await nextEntry(chain, rotation(at.scope, 2), { by: at.owner.keys.id, sign: stranger.sign }, 0);
    const viewers = await nextEntry(chain, rotation(at.scope, 2), { by: viewer.keys.id, sign: viewer.keys.sign }, 0);
    await meetThrough(at, viewer, (pieces) => [...pieces, own, viewers]);
    expect(kinds(viewer)).toEqual(['forged-chain']);
    expect(viewer.alarms.map(({ detail }) => detail).sort()).toEqual(['forged', 'role']);
    expect(chain.heads()).toEqual(before);
  });
});

describe('a member who means ill', () => {
  /** What this member would seal, if their own client let them. */
  async function slipped(at: Office, who: Profile, ops: readonly Op[], over: Partial<SealTo> = {}): Promise<Piece> {
    const { desk } = who.sync;
    const key = (await newestKey(desk, at.scope)) ?? { epoch: 1, key: new Uint8Array(32) };
    const after = desk.heads.get(who.keys.id);
    const to = {
      team: at.team.team,
      scope: at.scope,
      ...key,
      device: who.keys,
      chain: desk.chain.heads(),
      ...(after ? { after } : {}),
      ...over,
    };
    const batches = inBatches(ops);
    const { piece } = await sealBatch(batches.ok ? batches.value[0]! : [], to);
    return piece;
  }
  const given = (at: Office, ...pieces: Piece[]) => meetThrough(at, at.owner, (some) => [...some, ...pieces]);

  it('is named for ops of another, of another list, of no shape, or above their role; the good one beside them counts', async () => {
    const { at, editor, viewer } = await threeSaid();
    await meet(at.relay, at.owner);
    const good = opBy(editor, at, [aStop()]);
    const odd = { ...opBy(editor, at, [aName()]), more: 1 } as Op;
    const policy = opBy(editor, at, [{ kind: 'policy', set: {} }], { of: 'space', subject: good.space });
    const ops = [opBy(viewer, at, [aName()]), opBy(editor, at, [aName()], { space: 'personal' }), odd, policy, good];
    await given(at, await slipped(at, editor, ops));
    expect(at.owner.alarms.map(({ kind, device, detail }) => [kind, device, detail])).toEqual([
      ['forged-author', editor.keys.id, `0: ${ops[0]!.id}`],
      ['wrong-space', editor.keys.id, `1: ${ops[1]!.id}`],
      ['bad-op', editor.keys.id, '2: more'],
      ['wrong-role', editor.keys.id, `3: ${policy.id}`],
    ]);
    expect(at.owner.ops.has(good.id)).toBe(true);
    expect(at.owner.ops.size).toBe(4);
  });

  it('is named for writing without the right, under another key, or with the name of a colleague', async () => {
    const { at, editor, viewer } = await threeSaid();
    await meet(at.relay, at.owner);
    const wrongRole = await slipped(at, viewer, [opBy(viewer, at, [aName()])]);
    const wrongKey = await slipped(at, editor, [opBy(editor, at, [aName()])], { key: new Uint8Array(32) });
    const forged = await slipped(at, editor, [opBy(editor, at, [aName()])], {
      device: { ...at.owner.keys, sign: editor.keys.sign },
      after: at.owner.sync.desk.heads.get(at.owner.keys.id),
    });
    await given(at, wrongRole, wrongKey, forged);
    const named = at.owner.alarms.map(({ kind, device }) => `${kind} ${device}`).sort();
    expect(named).toEqual(
      [`forged-author ${at.owner.keys.id}`, `wrong-key ${editor.keys.id}`, `wrong-role ${viewer.keys.id}`].sort(),
    );
    expect(at.owner.ops.size).toBe(3);
  });

  it('is named for telling two stories, with both as evidence', async () => {
    const { at, editor } = await threeSaid();
    await meet(at.relay, at.owner);
    const one = await slipped(at, editor, [opBy(editor, at, [aName('to one')])]);
    const two = await slipped(at, editor, [opBy(editor, at, [aName('to the other')])]);
    await given(at, one, two);
    expect(at.owner.alarms).toMatchObject([{ kind: 'fork', device: editor.keys.id }]);
    expect(at.owner.alarms[0]!.evidence).toHaveLength(2);
    expect(at.owner.ops.size).toBe(4);
  });

  it('is named for going back behind what they knew of the chain', async () => {
    const { at, editor } = await threeSaid();
    await meet(at.relay, at.owner);
    const [entry] = at.team.chain.entries().slice(-1);
    await given(at, await slipped(at, editor, [opBy(editor, at, [aStop()])], { chain: [entry!.hash] }));
    expect(kinds(at.owner)).toContain('rollback');
  });

  it('is heard of by the chain where two admins acted without each other', async () => {
    const { at } = await threeSaid();
    const { desk } = at.owner.sync;
    const author = { by: desk.device.id, sign: desk.device.sign };
    const beside = await nextEntry(at.team.chain, rotation(at.scope, 1), author, 0);
    await at.relay.transport().put([], never);
    await given(at, beside);
    expect(at.owner.alarms).toMatchObject([{ kind: 'chain-fork', device: at.owner.keys.id }]);
  });
});
