import { useSyncExternalStore } from 'react';
import { ROOMS, type Room } from '@/components/ledger/rail.tsx';

export interface Route {
  readonly room: Room;
  /** A person's id, or `new`; a part of a room. */
  readonly id?: string;
  /** What follows it: `#/sites/taught/ID` has one. */
  readonly rest: readonly string[];
}

export function routeOf(hash: string): Route {
  const [, room, id, ...parts] = hash.replace(/^#/, '').split('/');
  const known = ROOMS.find((one) => one === room) ?? 'people';
  const rest = parts.filter((part) => part !== '').map(decodeURIComponent);
  return id ? { room: known, id: decodeURIComponent(id), rest } : { room: known, rest };
}

const subscribe = (changed: () => void): (() => void) => {
  window.addEventListener('hashchange', changed);
  return () => window.removeEventListener('hashchange', changed);
};

export const useRoute = (): Route => routeOf(useSyncExternalStore(subscribe, () => location.hash));

export const goTo = (path: string): void => {
  location.hash = `#/${path}`;
};
