import { addressKey } from '../domain/address.ts';
import type { Change, Op } from '../domain/op.ts';
import { erasedBlock } from '../domain/person-fold.ts';
import type { Books } from './context.ts';
import type { Space } from './space.ts';

/** Gives an op that names an address of an erased person the block of that person, in the same op. */
export type Suppress = (op: Op, space: Space | undefined) => Promise<Op>;

export async function suppressArrivals({ db, vault }: Books): Promise<Suppress> {
  if ((await db.erased.count()) === 0) return async (op) => op;
  return async (op, space) => {
    const texts = op.changes.map((change) =>
      change.kind === 'point'
        ? addressKey(change.point.channel, change.point.address, space?.policy.region)
        : undefined,
    );
    const named = [...new Set(texts)].filter((text) => text !== undefined);
    if (op.of !== 'person' || named.length === 0) return op;
    const tokens = await Promise.all(named.map((text) => vault.token(op.space, text)));
    const rows = await db.erased.bulkGet(tokens.map((token): [string, string] => [op.space, token]));
    const blocks = new Map(
      rows.flatMap((row): [string, Change][] => {
        if (row === undefined) return [];
        const id = erasedBlock(row.subject);
        return [[id, { kind: 'suppression', suppression: { id, scope: 'all', since: row.since, erased: true } }]];
      }),
    );
    return blocks.size === 0 ? op : { ...op, changes: [...op.changes, ...blocks.values()] };
  };
}
