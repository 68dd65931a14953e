export interface Line {
  readonly secret: string;
  readonly port: MessagePort;
}

/**
 * The first message of our parent with a secret and exactly one port; everything before and after it is ignored.
 * An empty secret means that the guard could not reach the background. A secret that is wrong shows nothing:
 * the background refuses it.
 */
export function handshake(window: Window, signal: AbortSignal): Promise<Line> {
  return new Promise((resolve) => {
    const once = new AbortController();
    const hear = ({ data, source, ports }: MessageEvent<unknown>): void => {
      const [port] = ports;
      if (source !== window.parent || ports.length !== 1 || port === undefined || !isHello(data)) return;
      once.abort();
      resolve({ secret: data.izin, port });
    };
    window.addEventListener('message', hear, { signal: AbortSignal.any([once.signal, signal]) });
  });
}

const isHello = (data: unknown): data is { readonly izin: string } =>
  typeof data === 'object' && data !== null && 'izin' in data && typeof data.izin === 'string';
