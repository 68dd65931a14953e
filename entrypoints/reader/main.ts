import type { FromReader, ToReader } from '@/lib/bus/reading-port.ts';

/*
 * Reads files for the guard in whose page this frame stands. Whoever speaks first is its only partner, whoever it may be:
 * this page knows nothing but the bytes that it is given, and asks nobody for anything.
 */
const hear = ({ data, source, ports: [port] }: MessageEvent<unknown>): void => {
  if (source !== window.parent || !port || !isHello(data)) return;
  window.removeEventListener('message', hear);
  begin(port);
};
window.addEventListener('message', hear);

function begin(port: MessagePort): void {
  const tell = (message: FromReader): void => port.postMessage(message);
  const worker = new Worker(new URL('./read.worker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('message', ({ data }: MessageEvent<FromReader>) => tell(data));
  worker.addEventListener('error', () => tell({ kind: 'lost' }));
  port.addEventListener('message', ({ data }: MessageEvent<ToReader>) => worker.postMessage(data));
  port.start();
  tell({ kind: 'ready' });
}

const isHello = (data: unknown): data is { readonly izin: 'read' } =>
  typeof data === 'object' && data !== null && 'izin' in data && data.izin === 'read';
