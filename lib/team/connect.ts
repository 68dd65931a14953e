import { davStore } from './dav-store.ts';
import { folderTransport } from './folder.transport.ts';
import type { Meeting } from './host-around.ts';
import { natsTransport } from './nats.transport.ts';
import type { Transport } from './transport.ts';

/** How often a folder is looked at, in ms. */
const LOOK = 20_000;

/** The way to the others that this place is. Nothing is sent before it is asked for something. */
export function connectTo({ place, role, credential, invite }: Meeting): Transport {
  if (place.kind === 'folder') {
    const { url, user, password } = place;
    const authorization = user === undefined ? {} : { authorization: `Basic ${basic(`${user}:${password ?? ''}`)}` };
    const store = davStore({ url, fetch: (at, init) => fetch(at, init), ...authorization });
    return folderTransport({ store, writes: true, every: LOOK, keepsNoVersions: false });
  }
  if (!credential) throw new TypeError('no credential for this server');
  return natsTransport({ servers: place.urls, credential, role, replicas: 1, ...(invite ? { invite } : {}) });
}

const basic = (text: string): string => btoa(String.fromCharCode(...new TextEncoder().encode(text)));
