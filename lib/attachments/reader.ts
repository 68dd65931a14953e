import type { FileKind, FilePlace, FileReason, Hiding } from '../domain/file-reading.ts';
import type { Entry } from './archive.ts';
import type { Collector } from './collector.ts';
import type { Meter } from './meter.ts';
import type { Bytes, Source } from './source.ts';

/** One file that is being read: the attachment itself, or one inside it. */
export interface Job {
  readonly source: Source;
  readonly out: Collector;
  /** Why this file is not read as a whole. */
  readonly reasons: Set<FileReason>;
  readonly meter: Meter;
  /** Of a zip and of what is one inside. */
  readonly entries: ReadonlyMap<string, Entry>;
  /** ISO 3166-1 alpha-2, for numbers without a country code. */
  readonly region: string;
  /** Goes into every place: where the file lies in what holds it. */
  readonly place: FilePlace;
  /** All of it is hidden, whatever it says itself. */
  readonly hidden?: Hiding;
  /** Reads a file that lies inside this one, one level deeper. Throws `Stop` only where the whole reading is over. */
  inner(name: string, bytes: Bytes, hidden?: Hiding): Promise<void>;
}

/** One format: bytes → parts and facts, into the job's collector. Throws `Stop`; what came before it counts. */
export interface Reader {
  readonly kind: FileKind;
  read(job: Job): Promise<void>;
}
