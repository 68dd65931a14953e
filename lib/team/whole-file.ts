/*
 * A file says by itself whether it is whole: a synced drive and an upload that broke off leave halves behind, and a half
 * must not be taken for the piece. `IZP1`, SHA-256 of what follows, the piece.
 */
const MARK = new TextEncoder().encode('IZP1');
const HEAD = MARK.length + 32;

export async function wrapped(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const file = new Uint8Array(HEAD + bytes.length);
  file.set(MARK);
  file.set(await digest(bytes), MARK.length);
  file.set(bytes, HEAD);
  return file;
}

/** Undefined: not whole, or no such file at all. */
export async function unwrapped(file: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (file.length < HEAD || !same(file.subarray(0, MARK.length), MARK)) return undefined;
  const bytes = file.slice(HEAD);
  return same(await digest(bytes), file.subarray(MARK.length, HEAD)) ? bytes : undefined;
}

const digest = async (bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));

const same = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && a.every((byte, i) => byte === b[i]);
