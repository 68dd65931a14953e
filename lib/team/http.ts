import { err, ok } from '../domain/result.ts';
import type { Moved, TransportFailure } from './transport.ts';

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

export interface Asked {
  readonly url: string;
  readonly fetch: Fetch;
  /** The whole header, such as `Basic …`. */
  readonly authorization?: string;
  /** How long one answer may take, in milliseconds. */
  readonly patience?: number;
}

/** A server that says nothing for this long is out of reach; a large page over a poor line still comes through. */
const PATIENCE = 60_000;

/**
 * Requests below one address. Sends no cookie, keeps no copy, and follows no redirect: the header with the credentials
 * goes to the host that was chosen and to no other.
 */
export function asking({ url, fetch, authorization, patience = PATIENCE }: Asked) {
  return (path: string, init: RequestInit, signal: AbortSignal): Moved<Response> => {
    const headers = { ...(init.headers as Record<string, string>), ...(authorization ? { authorization } : {}) };
    const until = AbortSignal.any([signal, AbortSignal.timeout(patience)]);
    const how = { cache: 'no-store', credentials: 'omit', redirect: 'error', referrerPolicy: 'no-referrer' } as const;
    return ask(() => fetch(new URL(path, url).href, { ...init, ...how, headers, signal: until }), signal);
  };
}

/** What breaks off is a server out of reach, or a caller who went away. */
export async function ask<T>(what: () => Promise<T>, signal: AbortSignal): Moved<T> {
  if (signal.aborted) return err({ kind: 'cancelled' });
  try {
    return ok(await what());
  } catch (error) {
    return signal.aborted
      ? err({ kind: 'cancelled' })
      : err({ kind: 'unreachable', detail: error instanceof Error ? error.message : String(error) });
  }
}

export function failureOf({ status }: Response, url: string): TransportFailure {
  const detail = `${url} answered ${status}`;
  if (status === 401 || status === 403 || status === 405) return { kind: 'refused', detail };
  if (status === 507) return { kind: 'full', detail };
  if (status === 413) return { kind: 'too-large', detail };
  return { kind: 'unreachable', detail };
}
