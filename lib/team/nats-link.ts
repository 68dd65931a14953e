import type { JetStreamClient, JetStreamManager } from '@nats-io/jetstream';
import type { MsgHdrs, NatsConnection, WsSocketFactory } from '@nats-io/nats-core';
import { err, ok } from '../domain/result.ts';
import { failureOfNats } from './nats-failure.ts';
import { inboxOf } from './nats-permissions.ts';
import type { Moved } from './transport.ts';

/** One connection, and what is asked through it. */
export interface Link {
  readonly nc: NatsConnection;
  readonly js: JetStreamClient;
  readonly jsm: JetStreamManager;
  readonly headers: () => MsgHdrs;
  /** Grows with every interruption: what was learnt before may no longer hold. */
  readonly lives: () => number;
  /** While it is interrupted: until it is back. */
  readonly interrupted: () => Promise<void> | undefined;
}

export interface LinkOptions {
  /** `wss://…`, all of one team's servers. */
  readonly servers: readonly string[];
  readonly credential: { readonly jwt: string; readonly id: string; readonly seed: string };
  /** Where there is no `WebSocket`, or it has to say where it comes from. */
  readonly socket?: WsSocketFactory;
}

export interface Linked {
  /** The connection, made when it is first needed and made anew when the server closed it. */
  open(signal: AbortSignal): Moved<Link>;
  hear(told: (news: 'up' | 'down') => void, until: AbortSignal): void;
  close(): Promise<void>;
}

// Chrome ends a worker whose socket is silent for half a minute.
const PING_MS = 20_000;
const CONNECT_MS = 8_000;
export const ANSWER_MS = 5_000;

export function natsLink({ servers, credential, socket }: LinkOptions): Linked {
  let current: Promise<Link> | undefined;
  let closed = false;
  const listeners = new Set<(news: 'up' | 'down') => void>();
  const tell = (news: 'up' | 'down'): void => {
    for (const told of [...listeners]) told(news);
  };

  const connect = async (): Promise<Link> => {
    // Nothing of the client is loaded before a team with a server is opened.
    const [core, stream] = await Promise.all([import('@nats-io/nats-core'), import('@nats-io/jetstream')]);
    const nc = await core.wsconnect({
      servers: [...servers],
      authenticator: core.jwtAuthenticator(credential.jwt, new TextEncoder().encode(credential.seed)),
      inboxPrefix: inboxOf(credential.id),
      pingInterval: PING_MS,
      timeout: CONNECT_MS,
      maxReconnectAttempts: -1,
      reconnectTimeWait: 300,
      noEcho: true,
      // Servers tell of each other by addresses that may be inside ones.
      ignoreClusterUpdates: true,
      ...(socket ? { wsFactory: socket } : {}),
    });
    let lives = 0;
    let back: { readonly promise: Promise<void>; readonly resolve: () => void } | undefined;
    void (async () => {
      for await (const { type } of nc.status()) {
        if (type === 'disconnect') {
          lives += 1;
          back ??= promised();
          tell('down');
        }
        if (type === 'reconnect') {
          back?.resolve();
          back = undefined;
          tell('up');
        }
      }
    })();
    void nc.closed().then(() => {
      current = undefined;
      back?.resolve();
      if (!closed) tell('down');
    });
    const options = { timeout: ANSWER_MS, checkAPI: false };
    return {
      nc,
      js: stream.jetstream(nc, { timeout: ANSWER_MS }),
      jsm: await stream.jetstreamManager(nc, options),
      headers: core.headers,
      lives: () => lives,
      interrupted: () => back?.promise,
    };
  };

  /** A connection that never came about is tried anew; an interrupted one comes back by itself. */
  const forgetFailed = (mine: Promise<Link>): Promise<void> =>
    mine.then(
      () => undefined,
      () => {
        if (current === mine) current = undefined;
      },
    );

  const open: Linked['open'] = async (signal) => {
    if (signal.aborted) return err({ kind: 'cancelled' });
    if (closed) return err({ kind: 'unreachable', detail: 'this way is closed' });
    current ??= connect();
    const mine = current;
    try {
      const link = await orCancelled(mine, signal);
      // What is asked of a broken connection would wait in it and fail later.
      const back = link.interrupted();
      if (back) await orCancelled(back, AbortSignal.any([signal, AbortSignal.timeout(ANSWER_MS)]));
      // The server put it out for good: why is said to the next one who comes.
      return link.nc.isClosed() ? await open(signal) : ok(link);
    } catch (error) {
      if (!signal.aborted && current === mine) await forgetFailed(mine);
      return err(failureOfNats(error, signal));
    }
  };

  return {
    open,
    hear(told, until) {
      listeners.add(told);
      until.addEventListener('abort', () => listeners.delete(told), { once: true });
    },
    async close() {
      closed = true;
      const link = await current?.catch(() => undefined);
      await link?.nc.close();
    },
  };
}

function promised(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve: () => resolve() };
}

/** The answer, or an end as soon as nobody waits for it any more. */
export function orCancelled<T>(answer: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const gone = (): void => reject(new Error('cancelled'));
    if (signal.aborted) return gone();
    signal.addEventListener('abort', gone, { once: true });
    void answer.then(resolve, reject).finally(() => signal.removeEventListener('abort', gone));
  });
}
