import { compareNames, type Ordered } from './names-order.ts';

export type Name = Omit<Ordered, 'subject'>;

/** A list of people in order, of which only those are read who are asked for. */
export interface NamesSource {
  readonly length: number;
  readonly at: (index: number) => Name | Promise<Name>;
}

export interface Picked {
  readonly source: number;
  readonly index: number;
}

/** A part of what several lists are together, in order; where names are the same, the earlier list comes first. */
export async function pick(sources: readonly NamesSource[], offset: number, limit: number): Promise<readonly Picked[]> {
  const filled = sources.flatMap(({ length }, source) => (length > 0 ? [source] : []));
  const at = new Map<number, number>();
  const [only] = filled;
  if (filled.length === 1 && only !== undefined) at.set(only, offset);
  else for (const source of filled) at.set(source, offset === 0 ? 0 : await among(sources, filled, source, offset));
  const heads = new Map<number, Name>();
  const picked: Picked[] = [];
  while (picked.length < limit) {
    let first: number | undefined;
    for (const source of filled) {
      const index = at.get(source) ?? 0;
      const list = sources[source];
      if (!list || index >= list.length) continue;
      if (filled.length > 1 && !heads.has(source)) heads.set(source, await list.at(index));
      if (first === undefined || before(heads.get(source), heads.get(first), source - first)) first = source;
    }
    if (first === undefined) return picked;
    const index = at.get(first) ?? 0;
    picked.push({ source: first, index });
    at.set(first, index + 1);
    heads.delete(first);
  }
  return picked;
}

const before = (a: Name | undefined, b: Name | undefined, otherwise: number): boolean =>
  (a && b ? compareNames(a, b) || otherwise : otherwise) < 0;

/** How many of one list are among the first `offset` of all. */
async function among(
  sources: readonly NamesSource[],
  filled: readonly number[],
  source: number,
  offset: number,
): Promise<number> {
  const list = sources[source];
  let [low, high] = [0, Math.min(offset, list?.length ?? 0)];
  while (list && low < high) {
    const middle = (low + high) >> 1;
    const name = await list.at(middle);
    let rank = middle;
    for (const other of filled) if (other !== source) rank += await below(sources[other], name, other - source);
    if (rank < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many of a list come before this name. */
async function below(list: NamesSource | undefined, name: Name, otherwise: number): Promise<number> {
  let [low, high] = [0, list?.length ?? 0];
  while (list && low < high) {
    const middle = (low + high) >> 1;
    if (before(await list.at(middle), name, otherwise)) low = middle + 1;
    else high = middle;
  }
  return low;
}
