import { readAttachment } from '@/lib/attachments/read.ts';
import type { FromReader, ToReader } from '@/lib/bus/reading-port.ts';

const tell = (message: FromReader): void => postMessage(message);
const stops = new Map<number, AbortController>();
/** One after the other: each is done soonest so, and no two large ones stand in memory. */
let before: Promise<void> = Promise.resolve();

addEventListener('message', ({ data }: MessageEvent<ToReader>) => {
  if (data.kind === 'stop') return stops.get(data.id)?.abort();
  stops.set(data.id, new AbortController());
  before = before.then(() => read(data));
});

async function read({ id, file, name }: Extract<ToReader, { kind: 'read' }>): Promise<void> {
  const stop = stops.get(id);
  const reading = await readAttachment(
    { name, bytes: file },
    { ...(stop && { signal: stop.signal }), onProgress: (share) => tell({ kind: 'progress', id, share }) },
  );
  stops.delete(id);
  tell({ kind: 'reading', id, reading });
}
