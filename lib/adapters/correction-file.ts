import * as v from 'valibot';
import { err, ok, type Result } from '../domain/result.ts';
import type { Phrase } from '../domain/verdict.ts';
import type { SiteHooks } from '../surfaces/hooks.ts';
import { hooksSchema, wrongs } from './schema.ts';
import { fingerprintOf, isPublicKey, isSigned, sign } from './signing.ts';

/** Hooks of a built-in surface, signed. What is signed is everything but the signature. */
export interface CorrectionFile {
  readonly izin: typeof KIND;
  readonly hooks: SiteHooks;
  /** Why, for people. */
  readonly note?: string;
  readonly key: string;
  readonly signature: string;
}

const KIND = 'correction/1';

const schema = v.strictObject({
  izin: v.literal(KIND),
  hooks: hooksSchema,
  note: v.optional(v.pipe(v.string(), v.maxLength(500, 'long'))),
  key: v.pipe(v.string(), v.check(isPublicKey, 'key')),
  signature: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{86}$/, 'key')),
});

/** A file that is whole and truly signed by its key; whether that key counts here is for the shelf to say. */
export interface Signed {
  readonly file: CorrectionFile;
  readonly fingerprint: string;
}

export async function readCorrection(text: string): Promise<Result<Signed, readonly Phrase[]>> {
  const value = fromJson(text);
  if (!value.ok) return err([{ key: 'taught_wrong_json' }]);
  const parsed = v.safeParse(schema, value.value);
  if (!parsed.success) return err(wrongs(parsed.issues));
  const { signature, ...rest } = parsed.output;
  if (!(await isSigned(rest, signature, rest.key))) return err([{ key: 'correction_wrong_signature' }]);
  return ok({ file: parsed.output as CorrectionFile, fingerprint: await fingerprintOf(rest.key) });
}

/** For who maintains the hooks: `scripts/sign-hooks.ts`. */
export async function signCorrection(
  hooks: SiteHooks,
  keys: { readonly publicKey: string; readonly privateKey: string },
  note?: string,
): Promise<CorrectionFile> {
  const rest = { izin: KIND, hooks, ...(note !== undefined && { note }), key: keys.publicKey } as const;
  return { ...rest, signature: await sign(rest, keys.privateKey) };
}

export function fromJson(text: string): Result<unknown, 'json'> {
  try {
    return ok(JSON.parse(text));
  } catch {
    return err('json');
  }
}
