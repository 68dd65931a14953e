import * as v from 'valibot';
import * as list from '../domain/enums.ts';
import { epoch, isInstant, utc } from '../domain/instant.ts';

/** Ties a list of fields to its type: a field that is added there does not compile until it is added here. */
export type Fields<T> = Record<keyof T, v.GenericSchema<unknown, unknown>>;

/** The ops of one batch carry the same few instants over and over: the last of them are known. Undefined: it is none. */
function settled(written: string): string | undefined {
  const known = instants.get(written);
  if (known !== undefined) return known;
  if (!isInstant(written)) return undefined;
  if (instants.size >= 64) instants.clear();
  const made = utc(epoch(written));
  instants.set(written, made);
  return made;
}
const instants = new Map<string, string>();

export const text = v.pipe(v.string(), v.maxLength(20_000));
export const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
export const instant = v.pipe(
  v.string(),
  v.check((value) => settled(value) !== undefined, 'instant'),
  v.transform((value) => settled(value) ?? value),
);
export const texts = v.array(text);
export const maybe = <const S extends v.GenericSchema>(schema: S) => v.optional(schema);
export const purpose = v.picklist(list.PURPOSES);
export const channel = v.picklist(list.CHANNELS);
export const clearance = v.picklist(list.CLASSES);
export const packs = v.array(v.picklist(list.LAW_PACKS));
export const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
export const country = v.pipe(v.string(), v.regex(/^[A-Z]{2}$/));
