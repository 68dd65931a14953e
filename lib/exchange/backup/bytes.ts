/** Byte streams as async iterables: neither side ever holds more than a few pieces. */
export type Bytes = Uint8Array<ArrayBuffer>;

const encoder = new TextEncoder();

export async function* linesToBytes(lines: AsyncIterable<unknown>): AsyncGenerator<Bytes> {
  for await (const line of lines) yield encoder.encode(`${JSON.stringify(line)}\n`);
}

export async function* bytesToLines(bytes: AsyncIterable<Bytes>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest = '';
  for await (const piece of bytes) {
    const lines = (rest + decoder.decode(piece, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  rest += decoder.decode();
  if (rest !== '') yield rest;
}

/** Pieces of exactly `size` bytes; the last one is shorter, and may be empty only if it is the only one. */
export async function* pieces(bytes: AsyncIterable<Bytes>, size: number): AsyncGenerator<Bytes> {
  let held: Bytes[] = [];
  let count = 0;
  for await (const one of bytes) {
    held.push(one);
    count += one.length;
    if (count <= size) continue;
    const whole = joined(held, count);
    let at = 0;
    // A full piece is kept back until another byte has come: the last piece must be known as such.
    for (; count - at > size; at += size) yield whole.slice(at, at + size);
    held = [whole.slice(at)];
    count -= at;
  }
  yield joined(held, count);
}

export function joined(list: readonly Bytes[], length = list.reduce((sum, one) => sum + one.length, 0)): Bytes {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const one of list) {
    whole.set(one, at);
    at += one.length;
  }
  return whole;
}

/** Through a stream of the browser, as gzip is. */
export async function* through(
  bytes: AsyncIterable<Bytes>,
  stream: { readonly readable: ReadableStream; readonly writable: WritableStream },
): AsyncGenerator<Bytes> {
  const writer = stream.writable.getWriter();
  const feeding = (async () => {
    for await (const piece of bytes) {
      await writer.ready;
      await writer.write(piece);
    }
    await writer.close();
  })().catch(async (thrown: unknown) => {
    await writer.abort(thrown).catch(() => undefined);
    throw thrown;
  });
  feeding.catch(() => undefined);
  try {
    yield* chunksOf(stream.readable);
  } catch (thrown) {
    // What went wrong on the way in is the cause; the stream only hands it on.
    await feeding;
    throw thrown;
  }
  await feeding;
}

export async function* chunksOf(stream: ReadableStream): AsyncGenerator<Bytes> {
  const reader = stream.getReader();
  let open = true;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) {
        open = false;
        return;
      }
      yield value;
    }
  } finally {
    if (open) await reader.cancel().catch(() => undefined);
  }
}

export const toBase64 = (bytes: Bytes): string => btoa(String.fromCharCode(...bytes));
export const fromBase64 = (text: string): Bytes => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
