import type { Moved } from './transport.ts';

/** A folder somewhere: what the folder transport asks of a WebDAV server, or of a directory on this machine. */
export interface FileStore {
  /** The names of what lies in one of its folders; none when there is no such folder. */
  list(folder: string, signal: AbortSignal): Moved<readonly string[]>;
  /** Undefined: there is none. */
  read(file: string, signal: AbortSignal): Moved<Uint8Array<ArrayBuffer> | undefined>;
  /** Never writes over a file that is whole. Makes the folder it belongs to. */
  create(file: string, bytes: Uint8Array<ArrayBuffer>, signal: AbortSignal): Moved<'stored' | 'known'>;
  /** What is not there is removed. */
  remove(file: string, signal: AbortSignal): Moved<void>;
}
