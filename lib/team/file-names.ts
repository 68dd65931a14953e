import { isPath, type PieceName } from './piece-path.ts';
import type { PieceKind, PiecePath } from './transport.ts';

/*
 * Where a piece lies in a team's folder. Flat but for snapshots, so that one listing a kind tells what is new:
 *   chain/<n>-<hash>.bin · ops/<device>-<dseq>-<hash>.seg · snap/<scope>-<epoch>/<page>.bin
 *   keys/<scope>-<epoch>-<device>.bin · inv/<invite>-<hash>.bin · hb/<device>-<n>.bin
 */
export function fileOf(name: PieceName): string {
  switch (name.kind) {
    case 'chain':
      return `chain/${name.n}-${name.hash}.bin`;
    case 'ops':
      return `ops/${name.device}-${name.dseq}-${name.hash}.seg`;
    case 'snap':
      return `snap/${name.scope}-${name.epoch}/${name.page}.bin`;
    case 'keys':
      return `keys/${name.scope}-${name.epoch}-${name.device}.bin`;
    case 'inv':
      return `inv/${name.invite}-${name.hash}.bin`;
    case 'hb':
      return `hb/${name.device}-${name.n}.bin`;
  }
}

/** How many of the dashes of a file name were slashes of the path. */
const SLASHES: Readonly<Record<PieceKind, number>> = { chain: 0, ops: 1, snap: 1, keys: 2, inv: 1, hb: 1 };

/** Undefined: a file that is none of ours, such as a copy that a synced drive made of a conflict. */
export function pathOf(file: string): PiecePath | undefined {
  const [kind = '', ...rest] = file.split('/');
  const end = kind === 'ops' ? '.seg' : '.bin';
  if (!Object.hasOwn(SLASHES, kind) || !file.endsWith(end)) return undefined;
  let inner = rest.join('/').slice(0, -end.length);
  for (let n = SLASHES[kind as PieceKind]; n > 0; n -= 1) inner = inner.replace('-', '/');
  const path = `${kind}/${inner}`;
  return isPath(path) ? path : undefined;
}
