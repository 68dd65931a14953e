import { never } from '../domain/result.ts';

/*
 * JSON values taken apart into what they are like and what they hold: the shape has the fields, in their order, and every
 * true, false and null; the leaves are the texts and numbers, in the order in which they stand.
 */
export type Leaf = string | number;

export type Shape =
  | { readonly kind: 'leaf' }
  | { readonly kind: 'fixed'; readonly value: boolean | null }
  | { readonly kind: 'list'; readonly items: readonly Shape[] }
  | { readonly kind: 'fields'; readonly keys: readonly string[]; readonly values: readonly Shape[] };

const LEAF: Shape = { kind: 'leaf' };

/** Fields without a value are none, as in JSON. */
export function shapeOf(value: unknown): Shape {
  if (typeof value === 'string' || typeof value === 'number') return LEAF;
  if (Array.isArray(value)) return { kind: 'list', items: value.map(shapeOf) };
  if (typeof value === 'object' && value !== null) {
    const own = Object.entries(value).filter(([, each]) => each !== undefined);
    return { kind: 'fields', keys: own.map(([key]) => key), values: own.map(([, each]) => shapeOf(each)) };
  }
  return { kind: 'fixed', value: value === true ? true : value === false ? false : null };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Adds the leaves of a value of this shape. False: it is of another one, and what was added means nothing. */
export function gathered(shape: Shape, value: unknown, leaves: Leaf[]): boolean {
  switch (shape.kind) {
    case 'leaf':
      if (typeof value !== 'string' && typeof value !== 'number') return false;
      leaves.push(value);
      return true;
    case 'fixed':
      return value === shape.value;
    case 'list': {
      const { items } = shape;
      if (!Array.isArray(value) || value.length !== items.length) return false;
      for (let at = 0; at < items.length; at += 1) if (!gathered(items[at] ?? LEAF, value[at], leaves)) return false;
      return true;
    }
    case 'fields': {
      if (!isRecord(value)) return false;
      const { keys, values } = shape;
      let at = 0;
      for (const key in value) {
        const each = value[key];
        if (each === undefined) continue;
        if (key !== keys[at] || !gathered(values[at] ?? LEAF, each, leaves)) return false;
        at += 1;
      }
      return at === keys.length;
    }
    default:
      return never(shape);
  }
}

/** The shape as JSON: 0 where a leaf is. */
export function skeletonOf(shape: Shape): unknown {
  switch (shape.kind) {
    case 'leaf':
      return 0;
    case 'fixed':
      return shape.value;
    case 'list':
      return shape.items.map(skeletonOf);
    case 'fields':
      return Object.fromEntries(shape.keys.map((key, at) => [key, skeletonOf(shape.values[at] ?? LEAF)]));
    default:
      return never(shape);
  }
}

/** What the skeleton and its leaves are together. */
export function built(skeleton: unknown, next: () => unknown): unknown {
  if (skeleton === 0) return next();
  if (Array.isArray(skeleton)) return skeleton.map((each) => built(each, next));
  if (!isRecord(skeleton)) return skeleton;
  return Object.fromEntries(Object.entries(skeleton).map(([key, each]) => [key, built(each, next)]));
}
