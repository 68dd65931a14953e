import { type Cursor, PIECE_KINDS, type PieceKind, type PiecePath } from './transport.ts';

/** How far one kind was read, and of which stream: a stream that was made anew has another time of its making. */
export interface Place {
  readonly created: string;
  readonly seq: number;
  /** One message that was read, to tell a server that was rolled back and has grown again. */
  readonly mark: readonly [seq: number, path: PiecePath] | undefined;
}

export type Places = Partial<Readonly<Record<PieceKind, Place>>>;

export const writtenPlaces = (places: Places): Cursor => JSON.stringify({ v: 1, places });

/** Undefined: the text is no cursor of a server. */
export function readPlaces(cursor: Cursor | undefined): Places | undefined {
  if (cursor === undefined) return {};
  try {
    const { v, places } = JSON.parse(cursor);
    return v === 1 && Object.keys(places).every(isKind) ? places : undefined;
  } catch {
    return undefined;
  }
}

const isKind = (text: string): boolean => PIECE_KINDS.some((kind) => kind === text);
