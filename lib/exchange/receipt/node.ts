/** A node of JSON-LD as plain JSON. */
export type Node = Readonly<Record<string, unknown>>;

/** Leaves out what is undefined; an empty list is kept, as "all" and "nobody" are said by one. */
export const node = (fields: Readonly<Record<string, unknown>>): Node =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const nodeAt = (from: Node | undefined, key: string): Node | undefined => {
  const value = from?.[key];
  return isNode(value) ? value : undefined;
};

/** One or many, as JSON-LD writes them; undefined where the key is not there at all. */
export const listAt = (from: Node | undefined, key: string): readonly unknown[] | undefined => {
  const value = from?.[key];
  if (value === undefined || value === null) return undefined;
  return Array.isArray(value) ? value : [value];
};

export const nodesAt = (from: Node | undefined, key: string): readonly Node[] =>
  (listAt(from, key) ?? []).filter(isNode);

/** A list, each item changed; undefined where there is none. */
export const mapAt = <T>(from: Node | undefined, key: string, change: (item: unknown) => T): readonly T[] | undefined =>
  listAt(from, key)?.map(change);

export const idAt = (value: unknown): unknown => (isNode(value) ? value['@id'] : value);
