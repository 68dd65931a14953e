import type { Op } from '../domain/op.ts';
import type { Sealed } from '../vault/vault.ts';
import { type ByteReader, type ByteWriter, byteReader, byteWriter } from './shelf-bytes.ts';
import { built, gathered, type Leaf, type Shape, shapeOf, skeletonOf } from './shelf-shape.ts';

/*
 * A page of people. The records of one import say the same things of everybody: what they have in common, the fields and
 * whatever value several share, stands once in the page's head, with an id that theirs may begin as; a record is what is its own. That is as small as deflate
 * makes it, and only the record that is asked for is read.
 *
 * Bytes: version, head as JSON, lengths of the records (0: taken out), records. A record: which shape,
 * a bit for every value that is its own, and those.
 */
const VERSION = 1;

/** Shapes that are remembered from page to page, and tried in turn. */
const MOST_SHAPES = 16;

export interface PeoplePacker {
  readonly size: () => number;
  readonly add: (subject: string, ops: readonly Op[]) => void;
  /** A place where somebody was. */
  readonly addEmpty: () => void;
  /** The page; the next one begins. */
  readonly end: () => Sealed;
}

interface Known {
  readonly shape: Shape;
  readonly skeleton: unknown;
}

interface Waiting {
  readonly known: Known;
  readonly leaves: readonly Leaf[];
}

export function peoplePacker({ space, batch }: { readonly space: string; readonly batch: string }): PeoplePacker {
  let shapes: readonly Known[] = [];
  let waiting: (Waiting | undefined)[] = [];

  function waitingOf(value: unknown): Waiting {
    for (const known of shapes) {
      const leaves: Leaf[] = [];
      if (!gathered(known.shape, value, leaves)) continue;
      if (known !== shapes[0]) shapes = [known, ...shapes.filter((one) => one !== known)];
      return { known, leaves };
    }
    const shape = shapeOf(value);
    const known = { shape, skeleton: skeletonOf(shape) };
    const leaves: Leaf[] = [];
    gathered(shape, value, leaves);
    shapes = [known, ...shapes.slice(0, MOST_SHAPES - 1)];
    return { known, leaves };
  }

  return {
    size: () => waiting.length,
    add(subject, ops) {
      waiting.push(waitingOf([subject, ...ops.map(({ id, at, by, changes }) => [id, at, by, changes])]));
    },
    addEmpty: () => void waiting.push(undefined),
    end() {
      const page = pageOf(space, batch, waiting);
      waiting = [];
      return page;
    },
  };
}

function pageOf(space: string, batch: string, records: readonly (Waiting | undefined)[]): Sealed {
  const used = new Map<Known, { readonly at: number; readonly common: readonly (Leaf | null)[] }>();
  for (const [at, one] of records.entries())
    if (one && !used.has(one.known)) {
      const next = records.find((other, index) => index > at && other?.known === one.known);
      used.set(one.known, {
        at: used.size,
        common: one.leaves.map((leaf, index) => (next && leaf === next.leaves[index] ? leaf : null)),
      });
    }
  const first = records.find((one) => one !== undefined)?.leaves[0];
  const base = typeof first === 'string' ? first : '';
  const body = byteWriter(8_192);
  const lengths = records.map((one) => {
    const from = body.length();
    const shape = one && used.get(one.known);
    if (shape) writeRecord(body, base, shape.at, one.leaves, shape.common);
    return body.length() - from;
  });
  const head = [space, batch, base, [...used].map(([{ skeleton }, { common }]) => [skeleton, common])];
  const page = byteWriter(body.length() + 2_048);
  page.byte(VERSION);
  page.text(JSON.stringify(head));
  page.number(lengths.length);
  for (const length of lengths) page.number(length);
  page.bytes(body.done());
  return page.done();
}

function writeRecord(
  to: ByteWriter,
  base: string,
  shape: number,
  leaves: readonly Leaf[],
  common: readonly (Leaf | null)[],
): void {
  to.number(shape);
  for (let from = 0; from < leaves.length; from += 8) {
    let bits = 0;
    for (let bit = 0; bit < 8 && from + bit < leaves.length; bit += 1)
      if (leaves[from + bit] !== common[from + bit]) bits |= 1 << bit;
    to.byte(bits);
  }
  to.begin(base);
  for (let index = 0; index < leaves.length; index += 1) {
    const leaf = leaves[index] ?? '';
    if (leaf !== common[index]) to.value(leaf);
  }
}

export interface PeoplePage {
  readonly slots: number;
  /** `[subject, …[id, at, by, changes]]`, as it was written; undefined where nobody is. */
  readonly record: (slot: number) => unknown;
  readonly space: unknown;
  readonly batch: unknown;
}

/** Throws where the bytes are no such page: a page that was opened, and is none, is a bug of its writer. */
export function peoplePage(bytes: Sealed): PeoplePage {
  const from = byteReader(bytes);
  if (from.byte() !== VERSION) throw new RangeError('a page of another version');
  const [space, batch, base, shapes]: readonly unknown[] = JSON.parse(from.text());
  const ends: number[] = [];
  const slots = from.number();
  let end = 0;
  for (let slot = 0; slot < slots; slot += 1) {
    end += from.number();
    ends.push(end);
  }
  const start = from.at();
  return {
    slots,
    space,
    batch,
    record(slot) {
      const [begin, stop] = [ends[slot - 1] ?? 0, ends[slot] ?? 0];
      if (slot >= slots || stop === begin) return undefined;
      return readRecord(
        byteReader(bytes.subarray(start + begin, start + stop)),
        shapes,
        typeof base === 'string' ? base : '',
      );
    },
  };
}

function readRecord(from: ByteReader, shapes: unknown, base: string): unknown {
  const shape: unknown = Array.isArray(shapes) ? shapes[from.number()] : undefined;
  const [skeleton, common]: readonly unknown[] = Array.isArray(shape) ? shape : [];
  if (!Array.isArray(common)) throw new RangeError('a record without a shape');
  const bits = Array.from({ length: Math.ceil(common.length / 8) }, () => from.byte());
  const read = from.values(base);
  let index = 0;
  return built(skeleton, () => {
    const own = ((bits[index >> 3] ?? 0) >> (index & 7)) & 1;
    index += 1;
    return own ? read() : common[index - 1];
  });
}
