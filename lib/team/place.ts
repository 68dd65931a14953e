import type { Place } from './host-rows.ts';
import type { Invitation } from './invite.ts';
import type { Credential } from './nats-credentials.ts';

/* Where a team meets, as an invitation carries it: addresses, and what lets one answer. */

/** Undefined: an address that no way of ours leads to. */
export function placeOf(place: Place): Place | undefined {
  if (place.kind === 'folder') return schemeOf(place.url) === 'https:' || isLocal(place.url) ? place : undefined;
  const fine = (url: string): boolean => schemeOf(url) === 'wss:' || (schemeOf(url) === 'ws:' && isLocal(url));
  return place.urls.length > 0 && place.urls.every(fine) ? place : undefined;
}

export const addressOf = (place: Place): string => (place.kind === 'server' ? place.urls.join(', ') : place.url);

const schemeOf = (url: string): string | undefined => (URL.canParse(url) ? new URL(url).protocol : undefined);
/** This machine alone, for trying. */
const isLocal = (url: string): boolean =>
  URL.canParse(url) && ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(url).hostname);

export function placeOfInvite({ servers, pass }: Pick<Invitation, 'servers' | 'pass'>): Place | undefined {
  const [first = ''] = servers;
  if (/^wss?:/.test(first)) return passOf(pass) && placeOf({ kind: 'server', urls: [...servers] });
  const [user, password] = folderPass(pass);
  return placeOf({ kind: 'folder', url: first, ...(user === undefined ? {} : { user, password: password ?? '' }) });
}

export const inviteOf = (place: Place, credential: Credential | undefined): Pick<Invitation, 'servers' | 'pass'> => {
  if (place.kind === 'server')
    return { servers: [...place.urls], ...(credential ? { pass: JSON.stringify(credential) } : {}) };
  const pass = place.user === undefined ? {} : { pass: JSON.stringify([place.user, place.password ?? '']) };
  return { servers: [place.url], ...pass };
};

/** A credential of the server; undefined: this text is none. */
export function passOf(pass: string | undefined): Credential | undefined {
  const read = parsed(pass);
  if (typeof read !== 'object' || read === null) return undefined;
  const { jwt, id, seed } = read as Partial<Record<keyof Credential, unknown>>;
  return typeof jwt === 'string' && typeof id === 'string' && typeof seed === 'string' ? { jwt, id, seed } : undefined;
}

function folderPass(pass: string | undefined): readonly string[] {
  const read = parsed(pass);
  return Array.isArray(read) ? read.map(String) : [];
}

function parsed(pass: string | undefined): unknown {
  try {
    return pass === undefined ? undefined : JSON.parse(pass);
  } catch {
    return undefined;
  }
}
