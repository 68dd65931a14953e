import type { FromReader, ToReader } from '../../bus/reading-port.ts';
import type { FileReading } from '../../domain/file-reading.ts';
import { createHost, make } from '../host.ts';
import { after } from '../timers.ts';
import type { ReadFile } from './files.ts';

/** A frame that cannot start (a page that takes it away, a browser that refuses it) is not waited for. */
const STARTS_WITHIN = 15_000;

type Pending = {
  readonly file: File;
  readonly onProgress: (share: number) => void;
  readonly done: (reading: FileReading | undefined) => void;
};

interface Line {
  readonly post: (message: ToReader) => void;
  readonly close: () => void;
}

/**
 * Files are read in a page of our own, in a frame that shows nothing, inside a closed tree: the site's page sees neither
 * the bytes on their way nor the words that come back. It stands for as long as something is being read.
 */
export function createReadingFrame(
  window: Window,
  url: () => string,
  originOf: (url: string) => string,
  signal: AbortSignal,
): ReadFile {
  const pending = new Map<number, Pending>();
  let line: Line | undefined;
  let last = 0;

  function end(): void {
    line?.close();
    line = undefined;
    const lost = [...pending.values()];
    pending.clear();
    for (const { done } of lost) done(undefined);
  }
  function finish(id: number, reading: FileReading | undefined): void {
    const one = pending.get(id);
    pending.delete(id);
    one?.done(reading);
    if (pending.size === 0) end();
  }
  function hear(message: FromReader): void {
    if (message.kind === 'lost') end();
    else if (message.kind === 'progress') pending.get(message.id)?.onProgress(message.share);
    else if (message.kind === 'reading') finish(message.id, message.reading);
  }
  signal.addEventListener('abort', end);

  return (file, options) =>
    new Promise((resolve) => {
      last += 1;
      const id = last;
      pending.set(id, { file, onProgress: options.onProgress, done: resolve });
      try {
        line ??= open(window, url(), originOf, hear, end);
        line.post({ kind: 'read', id, file, name: file.name });
      } catch {
        end();
      }
      options.signal.addEventListener('abort', () => {
        line?.post({ kind: 'stop', id });
        finish(id, undefined);
      });
    });
}

function open(
  { document }: Window,
  url: string,
  originOf: (url: string) => string,
  hear: (message: FromReader) => void,
  lost: () => void,
): Line {
  const ended = new AbortController();
  const { host, root } = createHost(document, { top: '0', left: '0', width: '0', height: '0' });
  const frame = make(document, 'iframe', { display: 'none' });
  const { port1, port2 } = new MessageChannel();
  const stop = after(STARTS_WITHIN, lost, ended.signal);
  port1.addEventListener('message', ({ data }: MessageEvent<FromReader>) => {
    stop();
    hear(data);
  });
  port1.start();
  // What is posted before it listens waits in the channel.
  const connect = (): void => frame.contentWindow?.postMessage({ izin: 'read' }, originOf(url), [port2]);
  frame.addEventListener('load', connect, { once: true });
  frame.src = url;
  root.append(frame);
  document.documentElement.append(host);
  const gone = new MutationObserver(() => !host.isConnected && lost());
  gone.observe(document.documentElement, { childList: true });
  return {
    post: (message) => port1.postMessage(message),
    close: () => {
      ended.abort();
      gone.disconnect();
      port1.close();
      host.remove();
    },
  };
}
