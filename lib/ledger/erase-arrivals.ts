import { addressKey } from '../domain/address.ts';
import type { Change, Op } from '../domain/op.ts';
import { erasedBlock } from '../domain/person-fold.ts';
import type { Books } from './context.ts';
import type { Space } from './space.ts';
import type { ErasedRow } from './tables.ts';

/** Gives an op that names an address of an erased person the block of that person, in the same op. */
export type Suppress = (op: Op, space: Space | undefined) => Op | Promise<Op>;

/**
 * Undefined: nobody was ever erased. `many`: how many ops are to be asked about. For a long list all tokens of the erased
 * are read once.
 */
export async function suppressArrivals({ db, vault }: Books, many = 1): Promise<Suppress | undefined> {
  const count = await db.erased.count();
  if (count === 0) return undefined;
  const held = many * 4 < count ? undefined : new Map((await db.erased.toArray()).map((row) => [nameOf(row), row]));
  const rowsAt = async (space: string, tokens: readonly string[]): Promise<readonly (ErasedRow | undefined)[]> =>
    held
      ? tokens.map((token) => held.get(nameOf({ space, token })))
      : db.erased.bulkGet(tokens.map((token): [string, string] => [space, token]));
  return async (op, space) => {
    const texts = op.changes.map((change) =>
      change.kind === 'point'
        ? addressKey(change.point.channel, change.point.address, space?.policy.region)
        : undefined,
    );
    const named = [...new Set(texts)].filter((text) => text !== undefined);
    if (op.of !== 'person' || named.length === 0) return op;
    const tokens = await Promise.all(named.map((text) => vault.token(op.space, text)));
    const rows = await rowsAt(op.space, tokens);
    const blocks = new Map(
      rows.flatMap((row): [string, Change][] => {
        if (row === undefined) return [];
        // Its fields in the order in which an op is read again: `differences` compares texts.
        const id = erasedBlock(row.subject);
        return [[id, { kind: 'suppression', suppression: { id, since: row.since, scope: 'all', erased: true } }]];
      }),
    );
    return blocks.size === 0 ? op : { ...op, changes: [...op.changes, ...blocks.values()] };
  };
}

const nameOf = ({ space, token }: Pick<ErasedRow, 'space' | 'token'>): string => `${space}\u0000${token}`;
