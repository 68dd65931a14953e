import type { Piece, PiecePath } from '../../../lib/team/transport.ts';

/** Bytes that tell which piece they are; the hash in its name only looks like one. */
const piece = (path: PiecePath): Piece => ({ path, bytes: new TextEncoder().encode(`sealed ${path}`) });

export const anEntry = (n: number, hash = 'c0ffee'): Piece => piece(`chain/${n}-${hash}`);
export const anEnvelope = (device: string, dseq: number, hash = 'beef'): Piece =>
  piece(`ops/${device}/${dseq}-${hash}`);
export const aPage = (scope: string, epoch: number, page: string): Piece => piece(`snap/${scope}/${epoch}/${page}`);
export const aBox = (scope: string, epoch: number, device: string): Piece => piece(`keys/${scope}/${epoch}/${device}`);
export const aJoin = (invite: string, hash = 'fade'): Piece => piece(`inv/${invite}/${hash}`);
export const aBeat = (device: string, n: number): Piece => piece(`hb/${device}/${n}`);
