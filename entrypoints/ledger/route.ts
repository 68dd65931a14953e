import { useSyncExternalStore } from 'react';
import { ROOMS, type Room } from '@/components/ledger/rail.tsx';

export interface Route {
  readonly room: Room;
  /** A person's id, or `new`. */
  readonly id?: string;
}

export function routeOf(hash: string): Route {
  const [, room, id] = hash.replace(/^#/, '').split('/');
  const known = ROOMS.find((one) => one === room) ?? 'people';
  return id ? { room: known, id: decodeURIComponent(id) } : { room: known };
}

const subscribe = (changed: () => void): (() => void) => {
  window.addEventListener('hashchange', changed);
  return () => window.removeEventListener('hashchange', changed);
};

export const useRoute = (): Route => routeOf(useSyncExternalStore(subscribe, () => location.hash));

export const goTo = (path: string): void => {
  location.hash = `#/${path}`;
};
