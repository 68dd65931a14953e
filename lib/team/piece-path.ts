import { err, ok, type Result } from '../domain/result.ts';
import { LARGEST, type Piece, type PiecePath, type TransportFailure } from './transport.ts';

/** A path in its parts. One piece has one path: numbers without leading zeros, everything in small letters. */
export type PieceName =
  | { readonly kind: 'chain'; readonly n: number; readonly hash: string }
  | { readonly kind: 'ops'; readonly device: string; readonly dseq: number; readonly hash: string }
  | { readonly kind: 'snap'; readonly scope: string; readonly epoch: number; readonly page: string }
  | { readonly kind: 'keys'; readonly scope: string; readonly epoch: number; readonly device: string }
  | { readonly kind: 'inv'; readonly invite: string; readonly hash: string }
  | { readonly kind: 'hb'; readonly device: string; readonly n: number };

// Names become parts of a subject, of a file name and of an address: nothing in them has a meaning in any of the three.
const NUMBER = '(0|[1-9][0-9]{0,14})';
const HEX = '([0-9a-f]{1,64})';
const PAGE = '([0-9a-z]{1,64})';
const SHAPES = {
  chain: new RegExp(`^chain/${NUMBER}-${HEX}$`),
  ops: new RegExp(`^ops/${HEX}/${NUMBER}-${HEX}$`),
  snap: new RegExp(`^snap/${HEX}/${NUMBER}/${PAGE}$`),
  keys: new RegExp(`^keys/${HEX}/${NUMBER}/${HEX}$`),
  inv: new RegExp(`^inv/${HEX}/${HEX}$`),
  hb: new RegExp(`^hb/${HEX}/${NUMBER}$`),
} as const;

/** Undefined: no path of a piece. */
export function parsePath(path: string): PieceName | undefined {
  const kind = path.slice(0, path.indexOf('/'));
  if (!isKind(kind)) return undefined;
  const [whole, a = '', b = '', c = ''] = SHAPES[kind].exec(path) ?? [];
  if (whole === undefined) return undefined;
  switch (kind) {
    case 'chain':
      return { kind, n: Number(a), hash: b };
    case 'ops':
      return { kind, device: a, dseq: Number(b), hash: c };
    case 'snap':
      return { kind, scope: a, epoch: Number(b), page: c };
    case 'keys':
      return { kind, scope: a, epoch: Number(b), device: c };
    case 'inv':
      return { kind, invite: a, hash: b };
    case 'hb':
      return { kind, device: a, n: Number(b) };
  }
}

export const isPath = (text: string): text is PiecePath => parsePath(text) !== undefined;

const isKind = (text: string): text is keyof typeof SHAPES => Object.hasOwn(SHAPES, text);

/** What every transport asks before it sends anything. */
export function sendable(pieces: readonly Piece[]): Result<readonly PieceName[], TransportFailure> {
  const names: PieceName[] = [];
  for (const { path, bytes } of pieces) {
    const name = parsePath(path);
    if (name === undefined) return err({ kind: 'malformed', detail: `${path} is no path of a piece` });
    if (bytes.byteLength > LARGEST[name.kind])
      return err({
        kind: 'too-large',
        detail: `${path} has ${bytes.byteLength} bytes of at most ${LARGEST[name.kind]}`,
      });
    names.push(name);
  }
  return ok(names);
}

export function named(paths: readonly PiecePath[]): Result<readonly PieceName[], TransportFailure> {
  return sendable(paths.map((path) => ({ path, bytes: NOTHING })));
}

const NOTHING = new Uint8Array();
