/** A file of which any stretch can be had. A `Blob` is read by slices: a large file is never in memory as a whole. */
export interface Source {
  /** Bytes. */
  readonly size: number;
  /** From `from` to before `to`; shorter where the file ends. */
  read(from: number, to: number): Promise<Uint8Array<ArrayBuffer>>;
}

export type Bytes = Uint8Array<ArrayBuffer>;

export const sourceOf = (bytes: Blob | Bytes): Source =>
  bytes instanceof Uint8Array
    ? { size: bytes.length, read: async (from, to) => bytes.subarray(Math.max(0, from), Math.max(0, to)) }
    : {
        size: bytes.size,
        read: async (from, to) => new Uint8Array(await bytes.slice(Math.max(0, from), Math.max(0, to)).arrayBuffer()),
      };
