import type { FileKind, FilePlace, FileReading, FileReason, Hiding } from '../domain/file-reading.ts';
import { type Entry, entriesOf } from './archive.ts';
import { type Collector, collector } from './collector.ts';
import { claimOf, HEAD, isOther, kindOfBytes, kindOfZip } from './format.ts';
import { identifiersIn } from './identifiers.ts';
import { type Meter, meterOf, Stop } from './meter.ts';
import { oleReason } from './ole.ts';
import type { Job } from './reader.ts';
import { readerOf } from './registry.ts';
import { type Bytes, type Source, sourceOf } from './source.ts';
import { unpackWhole } from './unpack.ts';

export interface AttachmentFile {
  readonly name: string;
  readonly bytes: Blob | Bytes;
}

export interface ReadOptions {
  readonly signal?: AbortSignal;
  /** 0…1 of the file's own bytes, now and then. */
  readonly onProgress?: (share: number) => void;
  /** Milliseconds, the search for identifiers included. */
  readonly budget?: number;
  readonly region?: string;
}

const BUDGET_MS = 5_000;
/** Of the time; the rest is for the identifiers in what was read. */
const READING = 0.7;
/** Read as far as the limits go, and said. */
const MOST_BYTES = 25 * 1024 * 1024;
/** A zip, a zip or a document in it, and what is embedded in that. */
const DEEPEST = 2;

/** One attachment → what is in it. Never rejects: what could not be read is in `reasons`, and what came before it stays. */
export async function readAttachment(file: AttachmentFile, options: ReadOptions = {}): Promise<FileReading> {
  const { signal, onProgress, budget = BUDGET_MS, region = 'ID' } = options;
  const end = performance.now() + budget;
  const source = sourceOf(file.bytes);
  const out = collector();
  const meter = meterOf(budget * READING, signal);
  const reasons = new Set<FileReason>(source.size > MOST_BYTES ? ['too-large'] : []);
  let kind: FileKind = 'unknown';
  try {
    kind = await readOne({ out, meter, region, place: {}, reasons }, file.name, watched(source, onProgress), 0);
  } catch (thrown) {
    // Only what ends the whole reading comes this far; a fault of ours must not let a file pass for read.
    reasons.add(thrown instanceof Stop ? thrown.reason : 'unreadable');
    kind = await kindOf(source, file.name).catch(() => 'unknown' as const);
  }
  const scanned = signal?.aborted ? { found: [] } : identifiersIn(out.parts, region, end);
  if (scanned.short) reasons.add(scanned.short);
  onProgress?.(1);
  const claim = claimOf(file.name);
  return {
    name: file.name,
    size: source.size,
    kind,
    ...(isOther(claim, kind) && !reasons.has('encrypted') ? { claims: claim } : {}),
    parts: out.parts,
    tables: out.tables,
    facts: out.facts(),
    identifiers: scanned.found,
    people: out.people,
    hiddenPeople: out.hiddenPeople,
    complete: reasons.size === 0,
    reasons: [...reasons],
  };
}

interface Setting {
  readonly out: Collector;
  readonly meter: Meter;
  readonly region: string;
  readonly place: FilePlace;
  readonly reasons: Set<FileReason>;
  readonly hidden?: Hiding;
}

const kindOf = async (source: Source, name: string): Promise<FileKind> => kindOfBytes(await source.read(0, HEAD), name);

const NO_ENTRIES: ReadonlyMap<string, Entry> = new Map();

/** → what it is. Throws `Stop` where the whole reading is over. */
async function readOne(setting: Setting, name: string, source: Source, depth: number): Promise<FileKind> {
  const { reasons, meter } = setting;
  meter.check();
  let kind = await kindOf(source, name);
  try {
    if (source.size === 0) return kind;
    const entries = kind === 'zip' ? await entriesOf(source) : NO_ENTRIES;
    if (kind === 'zip') kind = kindOfZip(entries, await mimetypeOf(source, entries, meter));
    if (kind === 'zip' && depth >= DEEPEST) throw new Stop('nested');
    const reader = readerOf(kind);
    if (reader === undefined) {
      reasons.add(kind === 'ole' ? await oleReason(source, meter) : kind === 'picture' ? 'picture' : 'unknown-format');
      return kind;
    }
    await reader.read({ ...setting, source, entries, inner: innerOf(setting, depth) });
  } catch (thrown) {
    const reason = thrown instanceof Stop ? thrown.reason : 'unreadable';
    reasons.add(reason);
    if (endsAll(reason)) throw thrown;
  }
  return kind;
}

const endsAll = (reason: FileReason): boolean =>
  reason === 'deadline' || reason === 'cancelled' || reason === 'bomb' || reason === 'too-large';

const innerOf =
  (setting: Setting, depth: number): Job['inner'] =>
  async (name, bytes, hidden) => {
    const hiding = setting.hidden ?? hidden;
    const reasons = new Set<FileReason>();
    const inside = setting.place.inside === undefined ? name : `${setting.place.inside}/${name}`;
    const within: Setting = { ...setting, reasons, place: { inside }, ...(hiding ? { hidden: hiding } : {}) };
    let kind: FileKind = 'unknown';
    try {
      if (depth >= DEEPEST) reasons.add('nested');
      else kind = await readOne(within, name, sourceOf(bytes), depth + 1);
    } finally {
      setting.out.files.push({ name: inside, kind, reasons: [...reasons] });
      for (const reason of reasons) setting.reasons.add(reason);
    }
  };

/** The uncompressed first entry of an OpenDocument (ODF 1.3 part 2, 3.3). */
async function mimetypeOf(source: Source, entries: ReadonlyMap<string, Entry>, meter: Meter): Promise<string> {
  const entry = entries.get('mimetype');
  if (entry === undefined || entry.packed > 1_000) return '';
  return new TextDecoder().decode(await unpackWhole(source, entry, meter, 1_000));
}

/** Tells how far the file has been read. */
function watched(source: Source, onProgress: ReadOptions['onProgress']): Source {
  if (onProgress === undefined) return source;
  let done = 0;
  return {
    size: source.size,
    read(from, to) {
      done += Math.max(0, Math.min(to, source.size) - from);
      onProgress(Math.min(0.99, done / Math.max(1, source.size)));
      return source.read(from, to);
    },
  };
}
