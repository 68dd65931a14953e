import type { Link } from './nats-link.ts';
import { STREAM_OF, subjectOf } from './nats-names.ts';
import { lastOf, readFrom } from './nats-read.ts';
import type { PieceName } from './piece-path.ts';
import type { PiecePath } from './transport.ts';

/** Where the pieces of one subject lie in their stream. Read by headers alone, as far as needed, and kept. */
interface Known {
  readonly at: Map<PiecePath, number>;
  upTo: number;
  /** When it was last compared with the server, by `performance.now()`. */
  compared: number;
}

export interface StreamIndex {
  /** As it is now; `trust`: as it was at most so many milliseconds ago. */
  seqOf(link: Link, name: PieceName, path: PiecePath, trust: number, signal: AbortSignal): Promise<number | undefined>;
  /** Of one that was just stored. */
  add(name: PieceName, path: PiecePath, seq: number): void;
  forget(path: PiecePath): void;
  clear(): void;
}

export function streamIndex(): StreamIndex {
  const subjects = new Map<string, Known>();
  const keyOf = (name: PieceName): string => subjectOf(name);

  const compare = async (link: Link, name: PieceName, known: Known, signal: AbortSignal): Promise<void> => {
    const [stream, subject] = [STREAM_OF[name.kind], subjectOf(name)];
    const now = performance.now();
    const last = await lastOf(link, stream, subject);
    if (last && last.seq > known.upTo) {
      const reading = { stream, kind: name.kind, subject, from: known.upTo + 1, headersOnly: true };
      for await (const part of readFrom(link, reading, signal))
        for (const { path, seq } of part) {
          known.at.set(path, seq);
          known.upTo = Math.max(known.upTo, seq);
        }
    }
    known.compared = now;
  };

  return {
    async seqOf(link, name, path, trust, signal) {
      const key = keyOf(name);
      const known = subjects.get(key) ?? { at: new Map(), upTo: 0, compared: Number.NEGATIVE_INFINITY };
      if (performance.now() - known.compared > trust) {
        await compare(link, name, known, signal);
        subjects.set(key, known);
      }
      return known.at.get(path);
    },
    add(name, path, seq) {
      // Not further up: what others have put in between is still to be read.
      subjects.get(keyOf(name))?.at.set(path, seq);
    },
    forget(path) {
      for (const { at } of subjects.values()) at.delete(path);
    },
    clear: () => subjects.clear(),
  };
}
