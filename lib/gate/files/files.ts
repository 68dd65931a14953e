import type { AttachmentRef, Draft, FileState } from '../../domain/draft.ts';
import type { FileReading } from '../../domain/file-reading.ts';
import { canBe } from './names.ts';

/** Reads one file elsewhere. Undefined: whoever read it ended, or could not be reached. */
export type ReadFile = (
  file: File,
  options: { readonly onProgress: (share: number) => void; readonly signal: AbortSignal },
) => Promise<FileReading | undefined>;

/** Whose message a file was added to; the node that stands for it, gone with it. */
interface Message {
  readonly root: Element;
}

interface Kept {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  /** Undefined: added in a part of the page that belongs to no message (a dialog of its own). */
  readonly at: WeakRef<Message> | undefined;
  readonly stop: AbortController;
  state: FileState;
  /** 0 to 1. */
  share: number;
  reading?: FileReading;
}

/** Files that were added in this page while it stands: in memory, each read once, from the moment it is added. */
export interface Files {
  readonly caught: (files: readonly File[], at: Message | undefined) => void;
  /** The same draft, with what is known of each file that its page shows. */
  readonly known: (draft: Draft, at: Message) => Draft;
  /** What is still being read goes unread with this message. */
  readonly skip: (draft: Draft) => void;
  /** Resolves when something more is known of any file. */
  readonly next: (signal: AbortSignal) => Promise<void>;
  /** The message has left, and its files with it. */
  readonly left: (at: Message, draft: Draft) => void;
}

export const isWaiting = ({ attachments }: Draft): boolean => attachments.some(({ state }) => state === 'waiting');

/** `onMore`: something more is known of a file. Files of a message that has left or is gone are forgotten. */
export function createFiles(read: ReadFile | undefined, onMore: () => void, signal: AbortSignal): Files {
  let kept: readonly Kept[] = [];
  let waiting: (() => void)[] = [];
  signal.addEventListener('abort', () => forget(() => true));

  function forget(which: (file: Kept) => boolean): void {
    for (const each of kept) if (which(each)) each.stop.abort();
    kept = kept.filter((each) => !which(each));
  }

  function more(): void {
    const told = waiting;
    waiting = [];
    for (const tell of told) tell();
    onMore();
  }

  function keep(file: File, at: Message | undefined): void {
    const { name, size } = file;
    const stop = new AbortController();
    const one: Kept = {
      id: crypto.randomUUID(),
      name,
      size,
      at: at && new WeakRef(at),
      stop,
      state: 'waiting',
      share: 0,
    };
    kept = [...kept, one];
    if (!read) one.state = 'lost';
    else void readIt(read, one, file);
  }

  async function readIt(readFile: ReadFile, one: Kept, file: File): Promise<void> {
    const onProgress = (share: number): void => {
      one.share = share;
      for (const tell of waiting.splice(0)) tell();
    };
    const reading = await readFile(file, { onProgress, signal: one.stop.signal }).catch(() => undefined);
    if (one.stop.signal.aborted) return;
    if (reading) one.reading = reading;
    one.state = reading ? 'read' : 'lost';
    more();
  }

  return {
    caught: (files, at) => {
      forget((each) => each.at !== undefined && each.at.deref()?.root.isConnected !== true);
      for (const file of files) keep(file, at);
      if (files.length > 0) more();
    },
    known: (draft, at) => {
      if (draft.attachments.length === 0) return draft;
      const free = new Set(kept.toReversed().toSorted((a, b) => rank(a, at) - rank(b, at)));
      const attachments = draft.attachments.map((shown): AttachmentRef => {
        const one = [...free].find((each) => rank(each, at) < ELSEWHERE && canBe(shown, each));
        if (!one) return { ...shown, state: 'unseen' };
        free.delete(one);
        return refOf(shown, one);
      });
      return { ...draft, attachments };
    },
    skip: ({ attachments }) => {
      for (const each of kept) {
        if (each.state !== 'waiting' || !attachments.some(({ id }) => id === each.id)) continue;
        each.stop.abort();
        each.state = 'skipped';
      }
      more();
    },
    next: (until) =>
      new Promise((resolve) => {
        waiting.push(resolve);
        until.addEventListener('abort', () => resolve(), { once: true });
      }),
    left: (at, { attachments }) =>
      forget((each) => each.at?.deref() === at || attachments.some(({ id }) => id === each.id)),
  };
}

const ELSEWHERE = 2;
/** Of this message first, then of none that still stands (a window that was opened out takes its files along). */
const rank = ({ at }: Kept, message: Message): number => {
  const its = at?.deref();
  if (its === message) return 0;
  return its?.root.isConnected ? ELSEWHERE : 1;
};

const refOf = (shown: AttachmentRef, { id, size, state, share, reading }: Kept): AttachmentRef => ({
  ...shown,
  size,
  id,
  state,
  ...(state === 'waiting' && { share }),
  ...(reading && { reading }),
});
