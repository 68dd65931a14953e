import type { ActivityEntry, LoggedEntry } from '../../ledger/activity.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { type Bytes, linesToBytes, through, toBase64 } from './bytes.ts';
import type { Header } from './header.ts';
import { fileKey, type Root, sixteen } from './key.ts';
import { sealPieces } from './seal.ts';

/** One line of what is sealed. The last one says how much there was. */
export type Item =
  | { readonly is: 'mark'; readonly mark: string }
  | { readonly is: 'op'; readonly op: unknown }
  | { readonly is: 'log'; readonly entry: ActivityEntry }
  | { readonly is: 'end'; readonly ops: number; readonly log: number; readonly unreadable: number };

export interface BackupOptions {
  readonly root: Root;
  /** ISO instant. */
  readonly made: string;
  /** Free words of the activity log come along; left out, its lines come without them. */
  readonly notes?: boolean;
  readonly signal?: AbortSignal;
  readonly progress?: (done: number, total: number) => void;
}

export interface BackupMade {
  readonly ops: number;
  /** Rows that could not be read and are missing in the copy. */
  readonly unreadable: number;
}

/** The file piece by piece, ready to be written; memory does not grow with the ledger. Throws when it is aborted. */
export async function* backupBytes(
  ledger: Pick<Ledger, 'archive' | 'activity' | 'listPeople'>,
  options: BackupOptions,
  made: (what: BackupMade) => void,
): AsyncGenerator<Bytes> {
  const { root } = options;
  const seed = toBase64(sixteen());
  const { body, check } = await fileKey(root, seed);
  const ops = await ledger.archive.count();
  const { total: people } = await ledger.listPeople('personal', { limit: 0 });
  const header: Header = {
    kind: 'izin.backup/1',
    made: options.made,
    counts: { ops, people },
    kdf: root.kdf,
    seed,
    check,
  };
  const head = new TextEncoder().encode(`${JSON.stringify(header)}\n`);
  yield head;
  const plain = linesToBytes(items(ledger, options, ops, made));
  yield* sealPieces(through(plain, new CompressionStream('gzip')), body, head);
}

async function* items(
  ledger: Pick<Ledger, 'archive' | 'activity'>,
  { notes = false, signal, progress = () => undefined }: BackupOptions,
  total: number,
  made: (what: BackupMade) => void,
): AsyncGenerator<Item> {
  yield { is: 'mark', mark: await ledger.archive.mark() };
  let [ops, unreadable, log] = [0, 0, 0];
  for await (const page of ledger.archive.pages()) {
    signal?.throwIfAborted();
    for (const op of page.ops) yield { is: 'op', op };
    ops += page.ops.length;
    unreadable += page.unreadable;
    progress(ops, Math.max(total, ops));
  }
  for await (const entry of oldestFirst(ledger)) {
    signal?.throwIfAborted();
    yield { is: 'log', entry: notes ? entry : withoutNote(entry) };
    log += 1;
  }
  made({ ops, unreadable });
  yield { is: 'end', ops, log, unreadable };
}

async function* oldestFirst(ledger: Pick<Ledger, 'activity'>): AsyncGenerator<ActivityEntry> {
  const [newest] = await ledger.activity({ limit: 1 });
  const size = 500;
  for (let from = 1; newest && from <= newest.seq; from += size) {
    const page = await ledger.activity({ limit: size, before: from + size });
    for (const { seq, ...entry } of page.toReversed()) if (seq >= from) yield entry;
  }
}

const withoutNote = ({ note: _, ...entry }: Omit<LoggedEntry, 'seq'>): ActivityEntry => entry;
