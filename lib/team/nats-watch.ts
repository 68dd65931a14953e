import type { Link, Linked } from './nats-link.ts';
import { NEWS } from './nats-names.ts';
import type { Moved } from './transport.ts';

/** A server that refuses is asked again less often than one that is away. */
const AWAY_MS = 2_000;
const REFUSED_MS = 60_000;

/** Listens for news and for the connection itself, and keeps trying while somebody watches. */
export function watchNews(
  linked: Linked,
  open: (signal: AbortSignal) => Moved<Link>,
  told: (news: 'more' | 'up' | 'down') => void,
  until: AbortSignal,
): void {
  if (until.aborted) return;
  let up: boolean | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const state = (now: boolean): void => {
    if (until.aborted) return;
    if (now !== up && (up !== undefined || !now)) told(now ? 'up' : 'down');
    up = now;
    // What came while nobody listened is found by looking.
    if (now) told('more');
  };
  const listen = async (): Promise<void> => {
    const link = await open(until);
    if (until.aborted) return;
    if (!link.ok) {
      state(false);
      timer = setTimeout(listen, link.error.kind === 'refused' ? REFUSED_MS : AWAY_MS);
      return;
    }
    const { nc } = link.value;
    const news = nc.subscribe(NEWS, {
      callback: () => {
        if (!until.aborted) told('more');
      },
    });
    until.addEventListener('abort', () => news.unsubscribe(), { once: true });
    // Nothing told before the server has the subscription is missed.
    await nc.flush().catch(() => undefined);
    state(true);
    // The client comes back by itself from an interruption; closed, it does not.
    void nc.closed().then(() => {
      if (!until.aborted) timer = setTimeout(listen, AWAY_MS);
    });
  };
  linked.hear((news) => state(news === 'up'), until);
  until.addEventListener('abort', () => clearTimeout(timer), { once: true });
  void listen();
}
