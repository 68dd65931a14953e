import * as v from 'valibot';
import * as list from '../domain/enums.ts';
import { canonical } from '../domain/instant.ts';

/** Ties a list of fields to its type: a field that is added there does not compile until it is added here. */
export type Fields<T> = Record<keyof T, v.GenericSchema<unknown, unknown>>;

/** Of one value, in characters. */
export const LONGEST = 20_000;
export const text = v.pipe(v.string(), v.maxLength(LONGEST));
export const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
export const instant = v.pipe(
  v.string(),
  v.check((value) => canonical(value) !== undefined, 'instant'),
  v.transform((value) => canonical(value) ?? value),
);
export const texts = v.array(text);
export const maybe = <const S extends v.GenericSchema>(schema: S) => v.optional(schema);
export const purpose = v.picklist(list.PURPOSES);
export const channel = v.picklist(list.CHANNELS);
export const clearance = v.picklist(list.CLASSES);
export const packs = v.array(v.picklist(list.LAW_PACKS));
export const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
export const country = v.pipe(v.string(), v.regex(/^[A-Z]{2}$/));
