import { scan } from '../detect/scan.ts';
import type { FileIdentifier, FilePart, FileReason } from '../domain/file-reading.ts';

/** Different values that are told; a list of 100,000 is a list whatever more it holds. */
const MOST = 50_000;

type Found = { -readonly [K in keyof FileIdentifier]: FileIdentifier[K] };

/**
 * What stands in the parts, each value once, with its first place. `deadline`: instant in milliseconds of
 * `performance.now()`; where it comes first, or there are too many, `short` says why.
 */
export function identifiersIn(
  parts: readonly FilePart[],
  region: string,
  deadline: number,
): { readonly found: readonly FileIdentifier[]; readonly short?: FileReason } {
  const found = new Map<string, Found>();
  for (const [index, part] of parts.entries()) {
    const { spans, complete } = scan(part.text, {
      region,
      deadline,
      clock: () => performance.now(),
      candidates: true,
    });
    for (const { kind, value, confidence, start, end } of spans) {
      if (kind === 'placeholder') continue;
      const key = `${kind}:${value}`;
      const known = found.get(key);
      if (known === undefined) {
        if (found.size >= MOST) return { found: [...found.values()], short: 'too-large' };
        const hidden = part.hidden === undefined ? {} : { hidden: part.hidden };
        found.set(key, { kind, value, confidence, count: 1, part: index, start, end, ...hidden });
      } else {
        known.count += 1;
        known.confidence = Math.max(known.confidence, confidence);
        if (part.hidden === undefined) delete known.hidden;
      }
    }
    if (!complete) return { found: [...found.values()], short: 'deadline' };
  }
  return { found: [...found.values()] };
}
