import * as v from 'valibot';
import { err, ok, type Result } from '../../domain/result.ts';

/**
 * First line of a backup, in the clear: what one may know without the passphrase. It is bound to every sealed piece, so
 * that no figure in it can be changed unseen.
 */
export interface Header {
  readonly kind: 'izin.backup/1';
  readonly made: string;
  readonly counts: { readonly ops: number; readonly people: number };
  readonly kdf: Kdf;
  /** Base64, 16 bytes, new for each file: two files of one passphrase never share a key. */
  readonly seed: string;
  /** Base64, 16 bytes: tells a wrong passphrase from a damaged file. */
  readonly check: string;
}

/** Argon2id. `memory` in KiB. */
export interface Kdf {
  readonly name: 'argon2id';
  readonly memory: number;
  readonly passes: number;
  readonly lanes: number;
  /** Base64, 16 bytes. */
  readonly salt: string;
}

/** Measured at 0.4–0.6 s in browsers. The floor holds on reading too: a header is not believed when it asks for less. */
export const KDF = { name: 'argon2id', memory: 65_536, passes: 3, lanes: 1 } as const;
export const KDF_FLOOR = { memory: 19_456, passes: 2 } as const;
/** A header may not ask for so much that the page dies of it. */
const KDF_CEILING = { memory: 1_048_576, passes: 20, lanes: 16 } as const;

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const sixteen = v.pipe(v.string(), v.regex(/^[A-Za-z0-9+/]{22}==$/));
const schema = v.object({
  kind: v.literal('izin.backup/1'),
  made: v.pipe(v.string(), v.isoTimestamp()),
  counts: v.object({ ops: count, people: count }),
  kdf: v.object({
    name: v.literal('argon2id'),
    memory: v.pipe(count, v.maxValue(KDF_CEILING.memory)),
    passes: v.pipe(count, v.maxValue(KDF_CEILING.passes)),
    lanes: v.pipe(count, v.minValue(1), v.maxValue(KDF_CEILING.lanes)),
    salt: sixteen,
  }),
  seed: sixteen,
  check: sixteen,
});

/** Why a file is not taken. `weak`: its key was made with less work than Izin ever asks for. */
export type BackupFault = 'foreign' | 'newer' | 'weak' | 'passphrase' | 'damaged' | 'cut' | 'no-key';

export function parseHeader(line: string): Result<Header, BackupFault> {
  const value = jsonOf(line);
  if (typeof value !== 'object' || value === null || !('kind' in value)) return err('foreign');
  const { kind } = value;
  if (typeof kind !== 'string' || !kind.startsWith('izin.backup/')) return err('foreign');
  if (Number(kind.slice('izin.backup/'.length)) > 1) return err('newer');
  const parsed = v.safeParse(schema, value);
  if (!parsed.success) return err('damaged');
  const { memory, passes } = parsed.output.kdf;
  return memory < KDF_FLOOR.memory || passes < KDF_FLOOR.passes ? err('weak') : ok(parsed.output);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
